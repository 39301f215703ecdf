import type { Micros } from '@/lib/domain/stamp';

/** What there is to call a recording by. */
export interface NamedSound {
  readonly id: string;
  readonly conference: { readonly name: string | null } | null;
  readonly queue: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What to call a recording: its conference, else its call's numbers or queue, else its id. */
export function recordingTitle({ id, conference, queue, from, to }: NamedSound): string {
  if (conference?.name != null && conference.name !== '') return conference.name;
  const numbers = [from, to].filter((number) => number !== null && number !== '').join(' to ');
  return numbers === '' ? (queue ?? id) : numbers;
}

/** When it began and what it is called, as `2026-11-21 1200 Q3 Investor Call`: without an ending, it sorts. */
export function recordingStem(title: string, startedAt: Micros | null, timeZone: string): string {
  const moment = startedAt === null ? '' : `${minuteOf(startedAt, timeZone)} `;
  return `${moment}${title.trim() || 'Recording'}`;
}

/** A colon is no letter of a file's name. */
function minuteOf(at: Micros, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  });
  return format.format(new Date(at / 1000)).replace(':', '');
}
