import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { directoryForOneTest } from '@/server/testing/open-test-core';
import { createHashing } from './hashing';

const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function open() {
  const hashing = createHashing();
  onTestFinished(() => hashing.close());
  return hashing;
}

describe('sums that are counted in a thread', () => {
  it('are those of the bytes in their order, of several at once', async () => {
    const hashing = open();
    const files = Array.from({ length: 3 }, (_, i) => randomBytes(300_000 + i));
    const sums = await Promise.all(
      files.map(async (file) => {
        const hash = hashing.begin();
        for (let at = 0; at < file.length; at += 70_000)
          await hash.add([Buffer.from(file.subarray(at, at + 70_000))]);
        return hash.end();
      }),
    );
    expect(sums).toEqual(files.map(sumOf));
  });

  it('leave the bytes to whoever brought them', async () => {
    const hashing = open();
    const bytes = randomBytes(1_000);
    const before = Buffer.from(bytes);
    const hash = hashing.begin();
    await hash.add([bytes]);
    bytes.fill(0);
    expect(await hash.end()).toBe(sumOf(before));
  });

  it('of more than its memory holds come to an end', async () => {
    const hashing = open();
    const piece = randomBytes(1024 * 1024);
    const pieces = Array.from({ length: 40 }, () => Buffer.from(piece));
    expect(await hashing.ofStream(Readable.from(pieces))).toBe(
      sumOf(Buffer.concat(Array.from({ length: 40 }, () => piece))),
    );
  });

  it('of a file are those of its bytes, and there is none of one that is not there', async () => {
    const path = join(directoryForOneTest(), 'sound.wav');
    const file = randomBytes(2_500_000);
    writeFileSync(path, file);
    const hashing = open();
    expect(await hashing.ofFile(path)).toBe(sumOf(file));
    await expect(hashing.ofFile(`${path}.gone`)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await hashing.ofFile(path)).toBe(sumOf(file));
  });

  it('of nothing are the sum of nothing', async () => {
    expect(await open().begin().end()).toBe(sumOf(Buffer.alloc(0)));
  });
});
