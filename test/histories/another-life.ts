import { sleep } from '@temporalio/workflow';

/** A scheme's workflow as it never was: it sleeps where the real one looks into PostgreSQL. Replaying a real life against it must fail. */
export async function scheme(): Promise<void> {
  await sleep('1 hour');
}
