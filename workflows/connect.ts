import { NativeConnection } from '@temporalio/worker';
import type { Environment } from '../config/environment.ts';

/** A worker's connection to Temporal; waits for the server as long as it takes, and says so once. */
export async function connectPatiently(environment: Environment): Promise<NativeConnection> {
  const address = environment.temporalAddress ?? `127.0.0.1:${environment.temporalPort}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      if (attempt === 1)
        console.error(
          `Temporal at ${address} does not answer yet (${String(error)}). Waiting for it; set TEMPORAL_ADDRESS if it is elsewhere.`,
        );
      await new Promise((resolve) => setTimeout(resolve, Math.min(5_000, 250 * attempt)));
    }
  }
}
