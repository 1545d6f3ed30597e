import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { FileStoreError } from './store.ts';

/** An object store that speaks S3, as the settings name it. */
export type S3Settings = { endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string };

const silent = () => {};

export const openS3 = ({ endpoint, region, accessKey, secretKey }: S3Settings): S3Client =>
  new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // A bucket in the path, not in the host's name: a store of one's own has one name and one certificate.
    forcePathStyle: true,
    // Not every store knows the newer checksums. The name of a file is its checksum, and is told and proven with it.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // What fails is told by the error, once.
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    requestHandler: { connectionTimeout: 3_000, socketTimeout: 30_000 },
  });

/** Whether the store says that there is no such thing (S3 tells it by different names). */
export const isAbsent = (error: unknown): boolean => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;

/** Whether the store has understood and will not: asked again, it says the same. */
export const isRefused = (error: unknown): boolean => error instanceof S3ServiceException && error.$fault === 'client';

const rights = /^(AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch|AccountProblem|Forbidden|403)$/;
const region = /^(AuthorizationHeaderMalformed|PermanentRedirect|301)$/;

function wayOut(error: S3ServiceException, { bucket, region: given }: S3Settings): string {
  if (error.name === 'NoSuchBucket') return `There is no bucket ${bucket}: make it with scripts/prepare-bucket.ts, or correct S3_BUCKET.`;
  if (error.name === 'RequestTimeTooSkewed') return 'Its clock and that of this machine differ: set both by a time server.';
  if (region.test(error.name)) return `The bucket is not in ${given}: correct S3_REGION.`;
  if (rights.test(error.name) || error.$metadata.httpStatusCode === 403) {
    return `Correct S3_ACCESS_KEY and S3_SECRET_KEY, or let that key read and write in the bucket ${bucket}.`;
  }
  return 'Look into the log of the object store; what failed may be tried again.';
}

/** What a failed request means for who runs the system. `what`: such as `The file … cannot be kept`. */
export function explainS3(error: unknown, what: string, settings: S3Settings): FileStoreError {
  if (error instanceof S3ServiceException) {
    // An answer to HEAD has no body, so there is only its status to tell.
    const said = error.name === 'Unknown' ? `HTTP ${error.$metadata.httpStatusCode}` : `${error.name} (${error.message})`;
    return new FileStoreError(`${what}: the object store at ${settings.endpoint} says ${said}. ${wayOut(error, settings)}`, {
      cause: error,
    });
  }
  const { code, message } = error as NodeJS.ErrnoException;
  return new FileStoreError(
    `${what}: the object store at ${settings.endpoint} does not answer (${code ?? message}). Start it, or correct S3_ENDPOINT.`,
    { cause: error },
  );
}
