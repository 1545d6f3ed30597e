import { heartbeat } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

const everyMs = 1_000;

/** Every activity says that it is alive for as long as it runs, so that a worker that died is noticed within seconds and its work done by another. */
export const keepAlive: ActivityInterceptorsFactory = () => ({
  inbound: {
    async execute(input, next) {
      const beat = setInterval(() => heartbeat(), everyMs);
      try {
        return await next(input);
      } finally {
        clearInterval(beat);
      }
    },
  },
});
