import { randomUUID } from 'node:crypto';
import { legOf } from '@/server/bench/traffic/names';

const people = 100;

/** Whole HTTP requests, each a command under a new id: now to mute somebody, now to unmute them. */
export function commandRequests(
  path: string,
  cookies: readonly string[],
  count: number,
): readonly Buffer[] {
  return Array.from({ length: count }, (_, i) => {
    const type = i % 2 === 0 ? 'participants.mute' : 'participants.unmute';
    const leg = legOf(0, Math.floor(i / 2) % people).call_control_id;
    const command = { type, fields: { legs: [leg] } };
    const body = JSON.stringify({ commandId: randomUUID(), command });
    const head = [
      `POST ${path} HTTP/1.1`,
      'host: 127.0.0.1',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `cookie: ${cookies[i % cookies.length] ?? ''}`,
      // Nobody is let to give so many commands from one address; a proxy names others.
      `x-forwarded-for: 198.51.100.${i % 250}`,
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}
