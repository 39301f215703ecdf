import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type RecordingStorage,
  StorageError,
  type StorageErrorCode,
} from '@/server/recording/storage-port';
import { checkKey } from './check-key';

const readAtOnceBytes = 1024 * 1024;
const probe = '.probe';
const isGone = /^(ENOENT|ENOTDIR)$/;
const isFull = /^(ENOSPC|EDQUOT)$/;

/** What the use of the file system rests on, so that a test can let a disk be full. */
export interface LocalFiles {
  readonly rename: typeof rename;
  readonly writeFile: typeof writeFile;
}

/** Keeps recordings in a folder of this machine, which is made when the first one comes. */
export function createLocalStorage(
  dir: string,
  files: LocalFiles = { rename, writeFile },
): RecordingStorage {
  const pathOf = (key: string) => {
    checkKey(key);
    return join(dir, key);
  };
  return {
    put: async (key, path) => {
      const target = pathOf(key);
      await guarded(async () => {
        await makeFolder(dirname(target));
        await moveDurably(path, target, files);
      });
    },
    open: async (key, range) => {
      const path = pathOf(key);
      const file = await guarded(() => open(path, 'r'));
      return file.createReadStream({ ...range, highWaterMark: readAtOnceBytes });
    },
    localPath: pathOf,
    size: async (key) => {
      const path = pathOf(key);
      const found = await guarded(() => stat(path)).catch(nullIfGone);
      return found?.size ?? null;
    },
    remove: async (key) => {
      const path = pathOf(key);
      await guarded(async () => {
        await rm(path);
        await sync(dirname(path));
      }).catch(nullIfGone);
    },
    check: () =>
      guarded(async () => {
        const path = join(dir, probe);
        await makeFolder(dir);
        await files.writeFile(path, probe, { flush: true });
        await readFile(path);
        await rm(path);
      }),
  };
}

async function moveDurably(from: string, to: string, files: LocalFiles): Promise<void> {
  await sync(from);
  try {
    await files.rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyDurably(from, to);
  }
  await sync(dirname(to));
}

/** For a folder that lies on another disk than where downloads are put together. */
async function copyDurably(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`;
  try {
    await copyFile(from, partial);
    await sync(partial);
    await rename(partial, to);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await rm(from);
}

/** Makes a folder and those above it, so that they outlive a loss of power too. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made))
    await sync(dirname(made));
}

/** Waits until what was written to a file, or what names a folder holds, is on the disk. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    const meaning: StorageErrorCode = isFull.test(code)
      ? 'disk-full'
      : isGone.test(code)
        ? 'gone'
        : 'storage-unreachable';
    throw new StorageError(meaning, `The folder for recordings: ${code}`, { cause: error });
  }
}

function nullIfGone(error: unknown): null {
  if (error instanceof StorageError && error.code === 'gone') return null;
  throw error;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
