import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordingStorage } from '@/server/recording/storage-port';

/** An empty storage. */
export interface OpenedStorage {
  readonly storage: RecordingStorage;
  close(): Promise<void>;
}

/** What every storage must do, wherever it keeps its files. */
export function registerStorageContract(name: string, make: () => Promise<OpenedStorage>): void {
  describe(name, () => {
    let opened: OpenedStorage;
    let downloads: string;
    beforeAll(async () => {
      opened = await make();
      downloads = mkdtempSync(join(tmpdir(), 'rostrum-downloads-'));
    });
    afterAll(async () => {
      await opened.close();
      rmSync(downloads, { recursive: true });
    });
    const finished = (bytes: Buffer | string) => {
      const path = join(downloads, 'finished');
      writeFileSync(path, bytes);
      return path;
    };
    const put = (key: string, bytes: Buffer | string) => opened.storage.put(key, finished(bytes));
    const read = async (stream: Promise<Readable>) => (await buffer(await stream)).toString();

    it('takes over a file, and gives it back', async () => {
      const path = finished('hello');
      await opened.storage.put('2026/11/a-1.wav', path);
      expect(existsSync(path)).toBe(false);
      expect(await opened.storage.size('2026/11/a-1.wav')).toBe(5);
      expect(await read(opened.storage.open('2026/11/a-1.wav'))).toBe('hello');
    });

    it('gives a part of a file', async () => {
      await put('parts.mp3', '0123456789');
      const { storage } = opened;
      expect(await read(storage.open('parts.mp3', { start: 0, end: 1 }))).toBe('01');
      expect(await read(storage.open('parts.mp3', { start: 3, end: 6 }))).toBe('3456');
      expect(await read(storage.open('parts.mp3', { start: 8, end: 9 }))).toBe('89');
    });

    it('keeps an empty file', async () => {
      await put('empty.wav', '');
      expect(await opened.storage.size('empty.wav')).toBe(0);
      expect(await read(opened.storage.open('empty.wav'))).toBe('');
    });

    it('keeps a file of many megabytes, byte for byte', async () => {
      const bytes = Buffer.alloc(35 * 1024 * 1024 + 7);
      for (let i = 0; i < bytes.length; i += 4099) bytes.writeUInt8(i % 251, i);
      await put('large.wav', bytes);
      expect(await opened.storage.size('large.wav')).toBe(bytes.length);
      const back = await buffer(await opened.storage.open('large.wav'));
      expect(back.equals(bytes)).toBe(true);
    });

    it('replaces what stood under a key', async () => {
      await put('again.wav', 'first');
      await put('again.wav', 'second');
      expect(await read(opened.storage.open('again.wav'))).toBe('second');
    });

    it('knows no size of what is not there, and says that it is gone', async () => {
      expect(await opened.storage.size('2026/12/nothing.wav')).toBeNull();
      await expect(opened.storage.open('2026/12/nothing.wav')).rejects.toMatchObject({
        name: 'StorageError',
        code: 'gone',
      });
    });

    it('removes a file, and does not mind when it is gone', async () => {
      await put('2026/11/old.wav', 'old');
      await opened.storage.remove('2026/11/old.wav');
      expect(await opened.storage.size('2026/11/old.wav')).toBeNull();
      await opened.storage.remove('2026/11/old.wav');
    });

    it('closes a file that nobody reads to its end', async () => {
      await put('left.wav', Buffer.alloc(2 * 1024 * 1024));
      const stream = await opened.storage.open('left.wav');
      await new Promise((resolve) => stream.once('data', resolve));
      await new Promise((resolve) => stream.once('close', resolve).destroy());
      expect(stream.destroyed).toBe(true);
    });

    it('is well', async () => {
      await opened.storage.check();
    });

    it.each([
      '',
      '/etc/passwd',
      '../outside.wav',
      '2026/../../outside.wav',
      '2026//a.wav',
      '2026/',
      './a.wav',
      '.probe',
      'a\\..\\b.wav',
      'C:\\a.wav',
      'a\0.wav',
      'é.wav',
      'a'.repeat(301),
    ])('refuses the key %j, whatever is done with it', async (key) => {
      const { storage } = opened;
      const path = finished('kept');
      await expect(storage.put(key, path)).rejects.toThrow(RangeError);
      await expect(storage.open(key)).rejects.toThrow(RangeError);
      await expect(storage.size(key)).rejects.toThrow(RangeError);
      await expect(storage.remove(key)).rejects.toThrow(RangeError);
      expect(existsSync(path)).toBe(true);
    });
  });
}
