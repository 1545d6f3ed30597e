import { EnvironmentError, readEnvironment } from '../config/environment.ts';
import { openFiles } from '../files/open-files.ts';
import { makeBucket } from '../files/s3-bucket.ts';
import { FileStoreError } from '../files/store.ts';
import { explain, say } from './setup/progress.ts';

/** Once before the processes start, where files go into an object store: makes the bucket if there is none, and proves that it can be written and read. Needs S3_…. */
try {
  const environment = readEnvironment();
  const settings = environment.s3;
  if (!settings)
    throw new EnvironmentError('S3_ENDPOINT is not set: files lie in a folder, and there is no bucket to prepare (docs/operations.md).');
  say(`The bucket ${settings.bucket} ${(await makeBucket(settings)) ? 'is made' : 'was there'}.`);
  const files = openFiles(environment);
  const { sha256 } = await files.put(Buffer.from('The file store can be written and read.\n'));
  await files.get(sha256);
  say(`${settings.endpoint} takes files and gives them back.`);
} catch (error) {
  console.error(error instanceof FileStoreError ? error.message : explain(error));
  process.exitCode = 1;
}
