import { describe, expect, it } from 'vitest';
import { createResponseReader } from './response-reader';

const sized = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';
const chunked = 'HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n';

function statusesOf(chunks: readonly string[]): number[] {
  const statuses: number[] = [];
  const read = createResponseReader((status) => statuses.push(status));
  for (const chunk of chunks) read(Buffer.from(chunk));
  return statuses;
}

describe('reading answers off one connection', () => {
  it('tells the status of each, whether its length is said or it comes in chunks', () => {
    expect(statusesOf([sized + chunked + sized])).toEqual([200, 503, 200]);
  });

  it('waits for the last byte, wherever the answer is cut', () => {
    for (const answer of [sized, chunked]) {
      for (let cut = 1; cut < answer.length; cut += 1) {
        expect(statusesOf([answer.slice(0, cut)])).toEqual([]);
        expect(statusesOf([answer.slice(0, cut), answer.slice(cut)])).toHaveLength(1);
      }
    }
  });
});
