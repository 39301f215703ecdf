import { describe, expect, it } from 'vitest';
import { movedIn, payloadsOf } from './postgres-moved-channel';

describe('what nodes tell each other', () => {
  it('fits into messages that PostgreSQL takes, and is whole', () => {
    const moved = Array.from({ length: 5000 }, (_, i) => ({ id: 10_000_000 + i, seq: i }));
    const payloads = payloadsOf('node-a', moved);
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(7001);
    const heard = payloads.map(movedIn);
    expect(new Set(heard.map(({ node }) => node))).toEqual(new Set(['node-a']));
    expect(heard.flatMap((message) => message.moved)).toEqual(moved);
  });

  it('is nothing where nothing moved', () => {
    expect(payloadsOf('node-a', [])).toEqual([]);
  });

  it('is not misread where somebody else spoke on the channel', () => {
    expect(movedIn('hello world')).toEqual({ node: 'hello', moved: [] });
    expect(movedIn('')).toEqual({ node: '', moved: [] });
    expect(movedIn('node-a 1:2,x,3:4')).toMatchObject({
      moved: [
        { id: 1, seq: 2 },
        { id: 3, seq: 4 },
      ],
    });
  });
});
