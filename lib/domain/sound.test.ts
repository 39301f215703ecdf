import { describe, expect, it } from 'vitest';
import { soundFormatOf } from './sound';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the format of a file', () => {
  it.each([
    ['wav', bytes('RIFF\x24\x08\x00\x00WAVEfmt ')],
    ['mp3', bytes('ID3\x04\x00\x00\x00\x00\x00\x00\x00\x00')],
    ['mp3', Uint8Array.of(0xff, 0xfb, 0x90, 0x64)],
    ['mp3', Uint8Array.of(0xff, 0xf3, 0x40, 0xc0)],
  ] as const)('is %s by its first bytes', (format, head) => {
    expect(soundFormatOf(head)).toBe(format);
  });

  it.each([
    ['an empty file', Uint8Array.of()],
    ['a page', bytes('<!doctype html>')],
    ['another RIFF', bytes('RIFF\x24\x08\x00\x00AVI LIST')],
    ['an AAC stream', Uint8Array.of(0xff, 0xf1, 0x50, 0x80)],
    ['MPEG layer II', Uint8Array.of(0xff, 0xfd, 0x90, 0x64)],
    ['bytes that are all ones', Uint8Array.of(0xff, 0xff, 0xff, 0xff)],
    ['an Ogg file', bytes('OggS\x00\x02\x00\x00\x00\x00\x00\x00')],
  ])('is none for %s', (_, head) => {
    expect(soundFormatOf(head)).toBeNull();
  });
});
