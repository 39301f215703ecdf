import { describe, expect, it } from 'vitest';
import { maxMediaBytes, mediaNamePattern } from '@/lib/contract/limits';
import { mediaNameOf, soundTroubleOf } from './check-sound';

describe('a file, before it is sent', () => {
  it.each([
    [new Blob(['RIFF\x24\x08\x00\x00WAVEfmt ']), null],
    [new Blob(['ID3\x04']), null],
    [new Blob(['<html>']), 'not-a-sound'],
    [new Blob([]), 'empty'],
    [new Blob(['ID3', new Uint8Array(maxMediaBytes)]), 'too-large'],
  ])('is told apart by its bytes and its size (%#)', async (file, trouble) => {
    expect(await soundTroubleOf(file)).toBe(trouble);
  });

  it('that cannot be read is told so', async () => {
    const folder = { size: 0, slice: () => ({ arrayBuffer: () => Promise.reject(new Error()) }) };
    expect(await soundTroubleOf(folder as unknown as Blob)).toBe('unreadable');
  });

  it.each([
    ['Hold music.mp3', 'Hold music'],
    ['../etc/passwd.wav', 'etc passwd'],
    ['Überraschung (final)!.wav', 'Überraschung final'],
    [`${'x'.repeat(150)}.wav`, 'x'.repeat(100)],
  ])('%s is called %s in the library', (file, name) => {
    expect(mediaNameOf(file)).toBe(name);
    expect(name).toMatch(mediaNamePattern);
  });
});
