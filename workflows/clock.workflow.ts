import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from './activities/catalogue.ts';
import { follow } from './life.ts';
import type { Carried } from './things.ts';

const { stepClock } = proxyActivities<Pick<Activities, 'stepClock'>>({
  startToCloseTimeout: '2m',
  heartbeatTimeout: '8s',
  retry: { initialInterval: '500ms', maximumInterval: '10s' },
});

/**
 * The rehearsal's clock. When it is moved it does not jump: it goes from due instant to due instant, so that all durable clocks fire
 * as they would have, in order, each thing seeing the time at which its own clock ran out.
 */
export async function clock(carried: Carried): Promise<void> {
  const life = follow(carried);
  for (;;) {
    await life.catchUp();
    while ((await stepClock()) === 'moving') if (life.isLong) return life.again<typeof clock>();
    if (life.isLong) return life.again<typeof clock>();
    await life.sleepOrWake();
  }
}
