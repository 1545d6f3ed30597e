import { inject } from 'vitest';
import type { Environment } from '../../config/environment.ts';
import { workerProcess } from '../support/worker-process.ts';

/** The render worker as a process of its own, which may be killed as a power cut would. */
export function renderProcess(environment: Environment, variables: Record<string, string>) {
  const { executablePath, libraries, fonts } = inject('browser');
  return workerProcess('workflows/render-worker.ts', environment, {
    CHROMIUM_PATH: executablePath,
    ...(libraries && { CHROMIUM_LIBRARIES: libraries }),
    ...(fonts && { CHROMIUM_FONTS: fonts }),
    ...variables,
  });
}
