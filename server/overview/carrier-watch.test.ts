import { describe, expect, it } from 'vitest';
import type { ConferenceId } from '@/lib/domain/ids';
import { CarrierReadError } from '@/server/log/carrier-answer';
import { type CarrierWatchParts, createCarrierWatch } from './carrier-watch';

const board = 'board' as ConferenceId;
const minute = 60_000_000;
const down = { kind: 'refused', code: 'carrier-down', carrierCode: null, detail: '' } as const;
const noKey = { kind: 'refused', code: 'carrier-key', carrierCode: '10009', detail: '' } as const;

function watchAt(change: Partial<CarrierWatchParts> = {}) {
  const clock = { now: 1_000_000 };
  const watch = createCarrierWatch({
    isSimulator: false,
    now: () => clock.now,
    hasLiveCalls: () => true,
    countCalls: () => 0,
    isClockOrKeyWrong: () => false,
    ...change,
  });
  return { clock, watch, troubles: () => watch.row().troubles };
}

describe('the watch over the carrier', () => {
  it('finds nothing wrong at first, and has heard nothing', () => {
    const { watch } = watchAt();
    expect(watch.row()).toEqual({
      kind: 'carrier',
      id: 'carrier',
      isSimulator: false,
      clockAhead: 0,
      calls: 0,
      lastWebhookAt: null,
      lastReadAt: null,
      troubles: [],
    });
  });

  it('is troubled by ten minutes without a webhook, counted from its own start', () => {
    const { clock, watch, troubles } = watchAt();
    clock.now += 10 * minute - 1;
    expect(troubles()).toEqual([]);
    clock.now += 1;
    expect(troubles()).toEqual(['webhooks-silent']);
    watch.heardWebhook(clock.now, null);
    expect(troubles()).toEqual([]);
    clock.now += 10 * minute;
    expect(troubles()).toEqual(['webhooks-silent']);
  });

  it('is not troubled by silence while nobody calls', () => {
    const { clock, troubles } = watchAt({ hasLiveCalls: () => false });
    clock.now += 60 * minute;
    expect(troubles()).toEqual([]);
  });

  it('knows when each conference was last heard of, by webhook or by read', () => {
    const { clock, watch } = watchAt();
    expect(watch.heardAt(board)).toBeNull();
    watch.heardWebhook(7, board);
    expect(watch.heardAt(board)).toBe(7);
    clock.now = 9_000_000;
    watch.completedRead(board);
    expect(watch.heardAt(board)).toBe(9_000_000);
    expect(watch.row().lastReadAt).toBe(9_000_000);
    watch.keepOnly(new Set([board]));
    expect(watch.heardAt(board)).toBe(9_000_000);
    watch.keepOnly(new Set());
    expect(watch.heardAt(board)).toBeNull();
  });

  it('takes a refused key as trouble until a call or a read succeeds', () => {
    const { watch, troubles } = watchAt();
    watch.answered(noKey);
    expect(troubles()).toEqual(['carrier-key']);
    watch.answered({ kind: 'accepted' });
    expect(troubles()).toEqual([]);
    watch.failedRead(new CarrierReadError('key', 'no'));
    expect(troubles()).toEqual(['carrier-key']);
    watch.completedRead(board);
    expect(troubles()).toEqual([]);
  });

  it('takes three failures in a row as a carrier that is down', () => {
    const { watch, troubles } = watchAt();
    watch.answered(down);
    watch.failedRead(new CarrierReadError('down', 'no'));
    // Being busy is an answer.
    watch.failedRead(new CarrierReadError('busy', 'later'));
    expect(troubles()).toEqual([]);
    watch.failedRead(new CarrierReadError('failed', 'no'));
    expect(troubles()).toEqual(['carrier-down']);
    watch.completedRead(board);
    watch.answered(down);
    expect(troubles()).toEqual([]);
  });

  it('tells of a store that failed within the last minute', () => {
    const { clock, watch, troubles } = watchAt();
    watch.failedStore();
    expect(troubles()).toEqual(['store']);
    clock.now += minute;
    expect(troubles()).toEqual([]);
  });

  it('passes on that our clock or the key is wrong', () => {
    expect(watchAt({ isClockOrKeyWrong: () => true }).troubles()).toEqual(['clock-or-key']);
  });
});
