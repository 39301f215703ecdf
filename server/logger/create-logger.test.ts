import { expect, test } from 'vitest';
import { createLogger } from './create-logger';

function logged(logsNumbers: boolean, work: (logger: ReturnType<typeof createLogger>) => void) {
  const lines: string[] = [];
  work(createLogger({ logLevel: 'info', logsNumbers }, { write: (line) => lines.push(line) }));
  return lines.join('');
}

const failure = new Error('The carrier refuses +4930123456721 and sip:ada@example.com');

test('a line of the log is JSON with a time and an id, and holds nobody’s number', () => {
  const line = logged(false, (logger) => {
    logger.error({ err: failure, requestId: '3fa85f64-5717-4562-b3fc-2c963f66afa6' }, 'It failed');
  });
  expect(JSON.parse(line)).toMatchObject({
    msg: 'It failed',
    time: expect.any(Number) as number,
    requestId: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    err: { message: 'The carrier refuses +49 ••• ••• 21 and sip:•••' },
  });
  expect(line).not.toMatch(/123456|ada@/);
});

test('numbers are in the log where LOG_NUMBERS asks for them', () => {
  const line = logged(true, (logger) => {
    logger.error({ err: failure }, 'It failed');
  });
  expect(line).toContain('+4930123456721');
});

test.each([
  ['a key of the carrier', 'KEY0123456789ABCDEF0123_abc'],
  ['a bearer', 'Bearer abcdef0123456789'],
  ['the password in an address', 'postgres://rostrum:hunter22@db.test/x'],
  ['a password in an object', JSON.stringify({ password: 'correct horse battery' })],
])('%s is never in the log', (_, text) => {
  const line = logged(true, (logger) => {
    logger.error({ text }, `Refused: ${text}`);
  });
  expect(() => JSON.parse(line) as unknown).not.toThrow();
  expect(line).not.toMatch(/0123456789|hunter22|correct horse/);
});
