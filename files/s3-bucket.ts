import { BucketAlreadyOwnedByYou, CreateBucketCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { explainS3, openS3, type S3Settings } from './s3-client.ts';

/** Makes the bucket where there is none. Gives whether it was made; throws a FileStoreError with the way out. */
export async function makeBucket(settings: S3Settings): Promise<boolean> {
  const client = openS3(settings);
  const Bucket = settings.bucket;
  try {
    const there = await client.send(new HeadBucketCommand({ Bucket })).then(
      () => true,
      () => false, // an answer to HEAD has no body to say why; that to the next request has
    );
    if (!there) await client.send(new CreateBucketCommand({ Bucket }));
    return !there;
  } catch (error) {
    if (error instanceof BucketAlreadyOwnedByYou) return false;
    throw explainS3(error, `There is no way to the bucket ${Bucket}, nor to make it`, settings);
  } finally {
    client.destroy();
  }
}
