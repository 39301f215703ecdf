import { type RecordingChoice, recordingSpans } from '@/lib/browser/recording-query';
import { recordingChannels, recordingFormats, recordingStates } from '@/lib/contract/recording';

/** What the address of the page tells: what is chosen, and what is in the player. */
export interface RecordingAddress {
  readonly choice: RecordingChoice;
  /** The id of the recording in the player. */
  readonly play: string | null;
  /** Where in it to begin, in seconds. */
  readonly at: number | null;
}

/** Lets everything pass. */
export const anyRecording: RecordingChoice = {
  ...{ q: '', within: '', from: '', to: '', format: '', channels: '', state: '' },
  ...{ min: '', max: '', queue: '', hold: '', conference: '' },
};

const amount = /^\d{1,4}(\.\d+)?$/;
const seconds = /^\d{1,6}$/;
/** The states that can be asked for. */
export const askedStates = ['underway', ...recordingStates] as const;

/** What an address asks for; what it does not know it leaves out. */
export function addressFrom(query: Pick<URLSearchParams, 'get'>): RecordingAddress {
  const text = (name: string) => query.get(name) ?? '';
  const day = (name: string) => (isDay(text(name)) ? text(name) : '');
  const from = day('from');
  const to = day('to');
  const fitting = (name: string, pattern: RegExp) => (pattern.test(text(name)) ? text(name) : '');
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((one) => one === query.get(name)) ?? '';
  return {
    choice: {
      q: text('q'),
      // Days say by themselves that they are chosen.
      within: from === '' && to === '' ? oneOf('within', recordingSpans) : 'custom',
      from,
      to,
      format: oneOf('format', recordingFormats),
      channels: oneOf('channels', recordingChannels),
      state: oneOf('state', askedStates),
      min: fitting('min', amount),
      max: fitting('max', amount),
      queue: text('queue'),
      hold: oneOf('hold', ['true']),
      conference: text('conference'),
    },
    play: text('play') === '' ? null : text('play'),
    at: momentFrom(query),
  };
}

/** Whether it is written like a day and there is such a day. */
function isDay(text: string): boolean {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00Z`) : null;
  // The thirtieth of February is read as the first of March.
  return parsed !== null && parsed.getTime() > 0 && parsed.toISOString().startsWith(text);
}

/** What contradicts itself, so that no recording can fit; null where nothing does. */
export function contradictionIn({
  within,
  from,
  to,
  min,
  max,
}: RecordingChoice): 'days' | 'length' | null {
  if (within === 'custom' && from !== '' && to !== '' && from > to) return 'days';
  return min !== '' && max !== '' && Number(min) > Number(max) ? 'length' : null;
}

/** The moment an address asks for, in seconds. */
export function momentFrom(query: Pick<URLSearchParams, 'get'>): number | null {
  const asked = query.get('t') ?? '';
  return seconds.test(asked) ? Number(asked) : null;
}

/** The query that asks for this; empty where nothing is chosen and nothing is in the player. */
export function queryOf({ choice, play, at }: RecordingAddress): URLSearchParams {
  const chosen = Object.entries(choice) as readonly (readonly [string, string])[];
  const query = new URLSearchParams(
    chosen.filter(([, value]) => value !== '').map(([name, value]) => [name, value]),
  );
  if (play !== null) query.set('play', play);
  if (play !== null && at !== null) query.set('t', String(at));
  return query;
}

/** A path that opens a recording, at a moment where one is given. */
export function playPath(id: string, atMs?: number): string {
  const at = atMs === undefined ? '' : `&t=${Math.floor(atMs / 1000)}`;
  return `/recordings?play=${encodeURIComponent(id)}${at}`;
}

/** How many of the filters behind “More” are in use. */
export function countMore({ channels, min, max, queue, hold }: RecordingChoice): number {
  return [channels, min, max, queue, hold].filter((value) => value !== '').length;
}
