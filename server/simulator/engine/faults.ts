import { type Random } from './random';

/** What can go wrong on request: in the REST answers, in what they do, in webhooks and in downloads. */
export const faultKinds = [
  '429',
  '500',
  'time-out',
  'slow',
  'ignore',
  'duplicate',
  'reorder',
  'delay',
  'drop',
  'burst',
  'skew',
  'download-slow',
  'download-broken',
  'download-truncated',
  'download-expired',
] as const;
/** One of {@link faultKinds}. */
export type FaultKind = (typeof faultKinds)[number];

/** A fault as it was asked for. */
export interface Fault {
  readonly kind: FaultKind;
  /** The chance that one request, webhook or download is hit, 0 to 1. */
  readonly rate: number;
  /** How long, or how far; its meaning and default depend on the kind. */
  readonly ms: number;
  /**
   * How much there is, 0 to 1. For `download-broken`: of the bytes that were asked for, before the
   * connection breaks. For `download-truncated`: of the file, as if the storage had lost its end.
   */
  readonly share: number;
  /** For `500`: the work is done before the answer is spoilt. */
  readonly afterWork: boolean;
  /** Only requests with this HTTP method are hit; null means all. */
  readonly method: string | null;
  /** For `ignore`: the calls to which nothing is done; null means all. */
  readonly legs: readonly string[] | null;
  /** How many more are hit before the fault clears itself; null means no end. */
  readonly left: number | null;
}

/** A fault that is being set; what is left out has a default. */
export interface FaultSetting {
  readonly kind: FaultKind;
  readonly rate: number;
  readonly ms?: number | undefined;
  readonly share?: number | undefined;
  readonly afterWork?: boolean | undefined;
  readonly method?: string | undefined;
  readonly legs?: readonly string[] | undefined;
  readonly count?: number | undefined;
}

/** The faults in force. */
export interface Faults {
  /** Puts a fault in force, or takes it back when its rate is 0. */
  set(setting: FaultSetting): void;
  /** Whether this one is hit; draws a lot, and counts down. */
  hit(kind: FaultKind, method?: string): Fault | null;
  list(): Fault[];
  clear(): void;
}

const defaultMs: Record<FaultKind, number> = {
  '429': 1000,
  '500': 0,
  'time-out': 60_000,
  slow: 2000,
  ignore: 0,
  duplicate: 0,
  reorder: 400,
  delay: 2000,
  drop: 0,
  burst: 1000,
  skew: -600_000,
  // Between two pieces of a file.
  'download-slow': 250,
  'download-broken': 0,
  'download-truncated': 0,
  'download-expired': 0,
};

const DEFAULT_SHARE = 0.6;

/** No faults yet; `random` decides whom they hit. */
export function createFaults(random: Random): Faults {
  const inForce = new Map<FaultKind, Fault>();
  return {
    set({ kind, rate, ms, share, afterWork, method, legs, count }) {
      if (rate === 0) inForce.delete(kind);
      else {
        inForce.set(kind, {
          kind,
          rate,
          ms: ms ?? defaultMs[kind],
          share: share ?? DEFAULT_SHARE,
          afterWork: afterWork ?? false,
          method: method ?? null,
          legs: legs ?? null,
          left: count ?? null,
        });
      }
    },
    hit(kind, method) {
      const fault = inForce.get(kind);
      if (fault === undefined) return null;
      if (fault.method !== null && method !== undefined && fault.method !== method) return null;
      if (!random.chance(fault.rate)) return null;
      if (fault.left !== null) {
        if (fault.left <= 1) inForce.delete(kind);
        else inForce.set(kind, { ...fault, left: fault.left - 1 });
      }
      return fault;
    },
    list: () => [...inForce.values()],
    clear() {
      inForce.clear();
    },
  };
}
