import { isIP } from 'node:net';
import type { AddressRefusal } from '@/lib/contract/outbound';
import { judgeAddress } from './judge-address';

// A signed link carries its signature and a token, each of a thousand characters and more.
const longestLink = 8_000;

/** Why nothing is fetched from an address. */
export type DownloadRefusal =
  | AddressRefusal
  /** No entry names its host, port and scheme. */
  | 'address-not-listed'
  | 'too-many-redirects';

/** The address of a download as far as its text tells. */
export type JudgedDownload =
  | {
      readonly kind: 'fair';
      readonly url: URL;
      /** Whether an entry names this very host, so that no address behind it is refused. */
      readonly isAllowed: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: DownloadRefusal };

interface Entry {
  readonly isPlain: boolean;
  /** Without the star, and so with a dot at its beginning, where it is a pattern. */
  readonly host: string;
  readonly port: string;
}

/**
 * Judges the text of an address that something is to be fetched from, without asking anybody what its name
 * stands for. `hosts` as in `Config.recordings.hosts`: only what they name is fair.
 */
export function judgeDownload(text: string, hosts: readonly string[]): JudgedDownload {
  const entries = hosts.map(entryOf);
  const exact = entries.filter(({ host }) => !host.startsWith('.'));
  const judged = judgeAddress(
    text,
    exact.map(({ host, port }) => `${host}:${port}`),
    longestLink,
  );
  if (judged.kind === 'refused') return judged;
  const { url, host } = judged;
  const isPlain = url.protocol === 'http:';
  const port = url.port || (isPlain ? '80' : '443');
  const isMeant = (entry: Entry) => entry.isPlain === isPlain && entry.port === port;
  const plain = host.includes(':') ? `[${host}]` : host;
  const isAllowed = exact.some((entry) => isMeant(entry) && entry.host === plain);
  const isMatched =
    isIP(host) === 0 &&
    entries.some(
      (entry) => isMeant(entry) && entry.host.startsWith('.') && host.endsWith(entry.host),
    );
  if (isAllowed || isMatched) return { kind: 'fair', url, isAllowed };
  return { kind: 'refused', refusal: 'address-not-listed' };
}

function entryOf(text: string): Entry {
  const isPlain = text.startsWith('http://');
  const [, host = '', port = isPlain ? '80' : '443'] =
    /^(?:http:\/\/)?\*?(.*?)(?::(\d+))?$/.exec(text) ?? [];
  return { isPlain, host, port };
}
