import type { Readable } from 'node:stream';

/** Why storage did not do what it was asked. `gone`: there is no such file. */
export type StorageErrorCode = 'disk-full' | 'storage-unreachable' | 'gone';

/** Storage broke its promise; its cause says what the system or the service said. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Bytes of a file from one to another, both included and counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where recordings are kept, as files under keys like `2026/11/<id>.wav`: a folder or an S3 bucket. Throws
 * `StorageError`; and `RangeError` for a key that could lead anywhere else.
 */
export interface RecordingStorage {
  /**
   * Takes over a finished local file. Once it resolves the bytes outlive a loss of power, whatever stood
   * under the key is replaced, and nothing is left at `path`. When it throws, what was under the key is whole.
   */
  put(key: string, path: string): Promise<void>;
  /** The file, or a part of it, to be read or destroyed; a stream that breaks off while it is read errors. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** Where this machine has the file itself; null where it lies elsewhere. */
  localPath(key: string): string | null;
  /** In bytes; null where there is no such file. */
  size(key: string): Promise<number | null>;
  /** Does nothing where there is no such file. */
  remove(key: string): Promise<void>;
  /** Writes something, reads it and removes it: for health, and to find a wrong configuration early. */
  check(): Promise<void>;
}
