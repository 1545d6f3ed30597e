import { type NativeConnection, Worker } from '@temporalio/worker';
import type { Environment } from '../config/environment.ts';
import { renewStamp, storeEvidence, timeStampFile } from './activities/evidence.ts';
import { preview } from './activities/preview.ts';
import { render } from './activities/render.ts';
import { prepareFile, sealFile, signFile } from './activities/sign.ts';
import type { Signing } from './activities/signing-step.ts';
import { renderQueue } from './temporal.ts';

export type RenderingParts = Signing & { connection: NativeConnection; environment: Environment; pages: number };

/** The render worker: one warm browser, a page a core, and the steps of signing. */
export const createRenderWorker = ({ connection, environment, pages, ...at }: RenderingParts): Promise<Worker> =>
  Worker.create({
    connection,
    namespace: environment.temporalNamespace,
    taskQueue: renderQueue(environment),
    activities: {
      preview: preview(at),
      render: render(at),
      prepareFile: prepareFile(at),
      signFile: signFile(at),
      sealFile: sealFile(at),
      storeEvidence: storeEvidence(at),
      timeStampFile: timeStampFile(at),
      renewStamp: renewStamp(at),
    },
    maxConcurrentActivityTaskExecutions: pages,
    shutdownGraceTime: '8s',
  });
