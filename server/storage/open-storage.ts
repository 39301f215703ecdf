import type { RecordingsConfig } from '@/server/config/recording-variables';
import type { RecordingStorage } from '@/server/recording/storage-port';
import { createLocalStorage } from './local-storage';
import { openS3Storage } from './s3-storage';

/** The storage that configuration names: a bucket, or a folder where there is none. */
export async function openStorage({ dir, s3 }: RecordingsConfig): Promise<RecordingStorage> {
  return s3 === null ? createLocalStorage(dir) : openS3Storage(s3);
}
