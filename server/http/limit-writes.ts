/** Counts what is asked of us to change, by whom and from where. */
export interface WriteLimits {
  /** Counts one more of this key; the seconds to wait where there were too many, else null. */
  take(kind: 'account' | 'address', key: string): number | null;
}

const windowMs = 60_000;
// A crew of people behind one address of a company's is usual; a person who gives ten commands a second is not.
const most = { account: 600, address: 3000 } as const;
const mostKeys = 10_000;

/** Limits per account and per address, of one node, in windows of a minute; `now` in milliseconds. */
export function createWriteLimits(now: () => number): WriteLimits {
  const counts = new Map<string, { count: number; until: number }>();
  return {
    take: (kind, key) => {
      const at = now();
      const name = `${kind} ${key}`;
      const known = counts.get(name);
      if (known === undefined || known.until <= at) {
        // The map keeps the order of insertion: the oldest windows stand first.
        counts.delete(name);
        for (const [old, { until }] of counts) {
          if (until > at && counts.size < mostKeys) break;
          counts.delete(old);
        }
        counts.set(name, { count: 1, until: at + windowMs });
        return null;
      }
      known.count += 1;
      return known.count <= most[kind] ? null : Math.max(1, Math.ceil((known.until - at) / 1000));
    },
  };
}
