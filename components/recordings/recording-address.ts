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

const day = /^\d{4}-\d{2}-\d{2}$/;
const amount = /^\d{1,4}(\.\d+)?$/;
const seconds = /^\d{1,6}$/;
/** The states that can be asked for. */
export const askedStates = ['underway', ...recordingStates] as const;

/** What an address asks for; what it does not know it leaves out. */
export function addressFrom(query: Pick<URLSearchParams, 'get'>): RecordingAddress {
  const text = (name: string) => query.get(name) ?? '';
  const fitting = (name: string, pattern: RegExp) => (pattern.test(text(name)) ? text(name) : '');
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((one) => one === query.get(name)) ?? '';
  return {
    choice: {
      q: text('q'),
      within: oneOf('within', recordingSpans),
      from: fitting('from', day),
      to: fitting('to', day),
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
