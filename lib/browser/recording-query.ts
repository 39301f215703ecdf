import type { RecordingFilter, RecordingRow } from '@/lib/contract/recording';
import { folded } from '@/lib/domain/folded';
import { isUnderWay } from '@/lib/domain/recording/under-way';

/** From which time recordings are shown. */
export const recordingSpans = ['today', 'week', 'month', 'custom'] as const;
/** One such stretch of time. */
export type RecordingSpan = (typeof recordingSpans)[number];

/** Which recordings to show, as it is chosen; empty lets everything pass. */
export interface RecordingChoice {
  readonly q: string;
  readonly within: RecordingSpan | '';
  /** The first day, as `2026-11-21` where this browser is; only of a custom span. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly format: NonNullable<RecordingFilter['format']> | '';
  readonly channels: NonNullable<RecordingFilter['channels']> | '';
  readonly state: NonNullable<RecordingFilter['state']> | '';
  /** Minutes, as they are typed. */
  readonly min: string;
  readonly max: string;
  readonly queue: string;
  readonly hold: 'true' | '';
  /** The id of a conference. */
  readonly conference: string;
}

/** What the server is asked for. */
export type RecordingQuery = Readonly<Record<string, string | number | undefined>>;

const daysBack = { today: 0, week: 6, month: 29 } as const;

/** What a choice asks the server for; days begin where this browser is. `now` is in milliseconds. */
export function recordingQueryOf(choice: RecordingChoice, now: number): RecordingQuery {
  const { q, within, from, to, min, max, ...others } = choice;
  const span =
    within === 'custom'
      ? { from: startOfDay(from, 0), to: startOfDay(to, 1) }
      : within === ''
        ? {}
        : { from: startBefore(now, daysBack[within]) };
  return {
    ...others,
    q: q.trim(),
    ...span,
    minSeconds: secondsIn(min),
    maxSeconds: secondsIn(max),
  };
}

/** Whether a recording fits a choice, as the server would say. */
export function fitsChoice(row: RecordingRow, choice: RecordingChoice, now: number): boolean {
  const { from, to, minSeconds, maxSeconds } = recordingQueryOf(choice, now);
  const { format, channels, state, queue, hold, conference } = choice;
  const began = row.startedAt ?? row.heardAt;
  const seconds = row.durationMs === null ? null : row.durationMs / 1000;
  return [
    isFoundBy(row, choice.q.trim()),
    typeof from !== 'number' || began >= from,
    typeof to !== 'number' || began < to,
    typeof minSeconds !== 'number' || (seconds !== null && seconds >= minSeconds),
    typeof maxSeconds !== 'number' || (seconds !== null && seconds <= maxSeconds),
    format === '' || row.format === format,
    channels === '' || row.channels === channels,
    state === '' ? row.state !== 'deleted' : isInState(row, state),
    queue === '' || row.queue === queue,
    hold === '' || row.hold !== null,
    conference === '' || row.conference?.id === conference,
  ].every(Boolean);
}

function isFoundBy(row: RecordingRow, q: string): boolean {
  const { conference, queue, from, to, id, callControlId } = row;
  const texts = [conference?.name, queue, from, to];
  return (
    q === '' ||
    [id, conference?.id, callControlId].includes(q) ||
    texts.some((text) => text != null && folded(text).includes(folded(q)))
  );
}

function isInState({ state }: RecordingRow, asked: Exclude<RecordingChoice['state'], ''>): boolean {
  if (asked !== 'underway') return state === asked;
  return isUnderWay(state);
}

function secondsIn(minutes: string): number | undefined {
  const value = Number(minutes);
  return minutes.trim() === '' || !(value >= 0) ? undefined : Math.round(value * 60);
}

/** The moment a day begins here, or one some days later, in microseconds. */
function startOfDay(day: string, later: number): number | undefined {
  const start = new Date(`${day}T00:00`);
  if (Number.isNaN(start.getTime())) return undefined;
  start.setDate(start.getDate() + later);
  return start.getTime() * 1000;
}

function startBefore(now: number, days: number): number {
  const start = new Date(now);
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - days);
  return start.getTime() * 1000;
}
