/** How much work one commit holds at the most. */
export const maxBatch = 256;

const windowMs = 100;
const crowdedPerWindow = 25;
const few = 8;
const spacingMs = 5;
const longestGatherMs = 10;
const crowdGathers = 3;

/** What the tempo hears of a commit. */
export interface CommitTaken {
  readonly beganMs: number;
  readonly endedMs: number;
  /** How much work it held. */
  readonly held: number;
  /** Whether more came meanwhile. */
  readonly areWaiting: boolean;
}

/** Until when work gathers for the next commit, and what is enough to go at once. */
export interface Gathering {
  readonly untilMs: number;
  /** How much work. */
  readonly enough: number;
  /** Whether it is enough that no more is on its way. */
  readonly isAllEnough: boolean;
}

/**
 * How long work gathers before the next commit. A commit costs the same for one event as for ten, and
 * on SQLite it holds up the thread: when much comes, commits of one or two each would take the server's
 * time; when little comes, nothing waits. Times are milliseconds of one clock that never goes back.
 */
export class Tempo {
  #windowBegan = 0;
  #inWindow = 0;
  #inWindowBefore = 0;

  /** A piece of work came. */
  arrived(nowMs: number): void {
    const elapsed = nowMs - this.#windowBegan;
    if (elapsed > windowMs) {
      this.#inWindowBefore = elapsed < 2 * windowMs ? this.#inWindow : 0;
      this.#inWindow = 0;
      this.#windowBegan = nowMs;
    }
    this.#inWindow += 1;
  }

  /** How work gathers for the commit after this one; a time that has passed means at once. */
  after({ beganMs, endedMs, held, areWaiting }: CommitTaken): Gathering {
    const isCrowded = Math.max(this.#inWindow, this.#inWindowBefore) > crowdedPerWindow;
    if (isCrowded && held < few)
      return { untilMs: beganMs + spacingMs, enough: few, isAllEnough: false };
    // What waits goes at once when little comes; in a crowd it is better off with all that is on its
    // way: a disk that is slow to sync is waited for once instead of twice.
    if (isCrowded) {
      const gatherMs = Math.min(crowdGathers * (endedMs - beganMs), longestGatherMs);
      return { untilMs: endedMs + gatherMs, enough: maxBatch, isAllEnough: true };
    }
    // Nothing can queue while SQLite commits on this very thread: arrivals are given as long as it took.
    const gatherMs = areWaiting ? 0 : Math.min(endedMs - beganMs, longestGatherMs);
    return { untilMs: endedMs + gatherMs, enough: maxBatch, isAllEnough: false };
  }
}
