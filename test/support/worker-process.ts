import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Environment } from '../../config/environment.ts';

/** A worker as a process of its own, which may be killed as a power cut would. `variables`: of its environment, besides those of the run. */
export function workerProcess(
  program: 'workflows/worker.ts' | 'workflows/render-worker.ts',
  environment: Pick<Environment, 'databaseUrl' | 'temporalAddress' | 'dataDir' | 'rehearsalStart'>,
  variables: Record<string, string>,
) {
  const start = () =>
    spawn(process.execPath, [program], {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATABASE_URL: environment.databaseUrl,
        TEMPORAL_ADDRESS: environment.temporalAddress,
        DATA_DIR: environment.dataDir,
        REHEARSAL: environment.rehearsalStart ?? 'off',
        ...variables,
      },
    });
  let child = start();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    /** Kills it and starts another in its place. */
    async dies(): Promise<void> {
      await end('SIGKILL');
      child = start();
    },
    stop: () => end('SIGTERM'),
  };
}
