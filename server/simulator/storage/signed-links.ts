import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type VirtualClock } from '../engine/clock';

/** What a link is worth at this moment. */
export type LinkVerdict = 'good' | 'expired' | 'forged' | 'unsigned';

/** Signs links to stored files, as the carrier's storage does, and knows its own again. */
export interface SignedLinks {
  /** The query that makes a link to this file good for ten minutes from now. */
  sign(fileName: string): string;
  judge(fileName: string, query: URLSearchParams): LinkVerdict;
}

// DOMAIN §1.7.
const LINK_LIFE_SECS = 600;

/** `20261130T030500Z`: the form in which such links write a time. */
const compactTime = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** The reverse; NaN for anything else. */
function timeOf(compact: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(compact)?.slice(1);
  if (parts === undefined) return NaN;
  return Date.parse(`${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}Z`);
}

/** Links signed with a secret of this process, which no other simulator knows. */
export function createSignedLinks(clock: VirtualClock): SignedLinks {
  const secret = randomBytes(32);
  const signatureOf = (...signed: string[]) =>
    createHmac('sha256', secret).update(signed.join('\n')).digest();
  return {
    sign(fileName) {
      const date = compactTime(clock.now());
      const life = String(LINK_LIFE_SECS);
      return new URLSearchParams({
        'X-Amz-Date': date,
        'X-Amz-Expires': life,
        'X-Amz-Signature': signatureOf(fileName, date, life).toString('hex'),
      }).toString();
    },
    judge(fileName, query) {
      const date = query.get('X-Amz-Date');
      const life = query.get('X-Amz-Expires');
      const signature = query.get('X-Amz-Signature');
      if (date === null || life === null || signature === null) return 'unsigned';
      const expected = signatureOf(fileName, date, life);
      const given = Buffer.from(signature, 'hex');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
      return clock.now() >= timeOf(date) + Number(life) * 1000 ? 'expired' : 'good';
    },
  };
}
