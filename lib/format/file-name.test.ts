import { describe, expect, it } from 'vitest';
import { fileName, portableFileName } from './file-name';

describe('the name of a file', () => {
  it.each([
    ['Q3 Investor Call.mp3', 'Q3 Investor Call.mp3'],
    ['电话会议 – Überblick 🎉.wav', '电话会议 – Überblick 🎉.wav'],
    ['say "hi".wav', 'say "hi".wav'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\calls\\a.wav', 'C:-calls-a.wav'],
    ['...hidden.wav', 'hidden.wav'],
    ['a\r\nb\0c.wav', 'abc.wav'],
    ['a\u202evaw.exe', 'avaw.exe'],
    ['a\ud800.wav', 'a\ufffd.wav'],
    ['', 'file'],
    ['.wav', 'wav'],
    ['  a.wav ', 'a.wav'],
  ])('of %j is %j', (text, name) => {
    expect(fileName(text)).toBe(name);
  });

  it('is short enough for every file system, and keeps its ending', () => {
    const name = fileName(`${'電'.repeat(300)}.mp3`);
    expect(name).toBe(`${'電'.repeat(65)}.mp3`);
    expect(fileName('🎉'.repeat(300))).toBe('🎉'.repeat(50));
  });
});

describe('the name of a file for every system', () => {
  it.each([
    ['say "hi": why?.wav', "say 'hi'- why-.wav"],
    ['<a>|*.wav', '-a---.wav'],
    ['nul.wav', '_nul.wav'],
    ['COM1', '_COM1'],
    ['console.wav', 'console.wav'],
    ['a. .', 'a'],
  ])('of %j is %j', (text, name) => {
    expect(portableFileName(text)).toBe(name);
  });
});
