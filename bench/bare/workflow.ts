import { condition, defineSignal, proxyLocalActivities, setHandler } from '@temporalio/workflow';

const { note } = proxyLocalActivities<{ note(): Promise<number> }>({ startToCloseTimeout: '10s' });
const wake = defineSignal<[number]>('wake');

/** The least that Temporal can do on a signal: one local activity. Gives the instant at which it began, in milliseconds. */
export async function bare(): Promise<number> {
  let woken = false;
  setHandler(wake, () => {
    woken = true;
  });
  await condition(() => woken);
  return note();
}
