import { join } from 'node:path';
import type { Environment } from '../config/environment.ts';
import { openFolderStore } from './folder-store.ts';
import { openS3Store } from './s3-store.ts';
import type { FileStore } from './store.ts';

/** The file store of the settings: an object store where S3_ENDPOINT names one, else a folder of this machine. */
export function openFiles({ s3, fileStore, dataDir }: Pick<Environment, 's3' | 'fileStore' | 'dataDir'>): FileStore {
  return s3 ? openS3Store(s3, join(dataDir, 'drafts')) : openFolderStore(fileStore);
}
