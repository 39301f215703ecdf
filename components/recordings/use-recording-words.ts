import { useFormatter, useTranslations } from 'use-intl';
import { useRostrum } from '@/lib/browser/rostrum-context';
import { archiveTries, type RecordingRow } from '@/lib/contract/recording';
import type { Micros } from '@/lib/domain/stamp';
import { clockOf } from '@/lib/format/duration';
import { nameOfFarEnd, shortId } from '@/lib/format/person';
import { sizeParts } from '@/lib/format/size';
import { partDone } from './recording-look';

const almostAYear: Micros = 330 * 86_400_000_000;

/** What is said of recordings. */
export interface RecordingWords {
  /** What it is of: the conference, or who called whom. */
  readonly name: (row: RecordingRow) => string;
  /** How it stands, as short as it can be said. */
  readonly state: (row: RecordingRow) => string;
  /** The rest there is to say of how it stands. */
  readonly about: (row: RecordingRow) => string;
  /** Why the last try did not succeed, of one that is tried again. */
  readonly problem: (row: RecordingRow) => string | null;
  readonly size: (bytes: number) => string;
  readonly length: (row: RecordingRow) => string;
  readonly started: (row: RecordingRow) => string;
  /** The same where there is little room: without the year of this year. */
  readonly startedBriefly: (row: RecordingRow) => string;
  readonly moment: (at: Micros) => string;
  readonly day: (at: Micros) => string;
}

/** Words for recordings. */
export function useRecordingWords(): RecordingWords {
  const t = useTranslations('recordings');
  const format = useFormatter();
  const size = (bytes: number) => {
    const { unit, value } = sizeParts(bytes);
    if (unit === 'bytes') return t('size.bytes', { value });
    return t(`size.${unit}`, { value: format.number(value, { maximumFractionDigits: 1 }) });
  };
  const { clock } = useRostrum();
  const minute = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const moment = (at: Micros) => format.dateTime(at / 1000, { ...minute, year: 'numeric' });
  const briefly = (at: Micros) => {
    const isOld = clock.now() - at > almostAYear;
    return isOld ? moment(at) : format.dateTime(at / 1000, minute);
  };
  const problem = ({ problem: code }: RecordingRow) => t(`problems.${code ?? 'unexpected'}`);
  return {
    ...{ size, moment },
    name: (row) => nameOf(row, t),
    problem: (row) => (row.state === 'retrying' && row.problem !== null ? problem(row) : null),
    state: (row) => {
      const part = partDone(row);
      switch (row.state) {
        case 'archiving':
          return part === null ? t('states.archiving') : t('states.archivingPart', { part });
        case 'retrying':
          return t('states.retrying', { tries: row.tries, most: archiveTries });
        case 'failed':
          return t('states.failed', { problem: problem(row) });
        case 'waiting':
        case 'archived':
        case 'deleting':
        case 'deleted':
          return t(`states.${row.state}`);
      }
    },
    about: (row) => {
      const done = size(row.doneBytes);
      switch (row.state) {
        case 'waiting':
          return t('stateAbout.waiting');
        case 'archiving':
          if (row.bytes === null) return t('stateAbout.archivingUnknown', { done });
          return t('stateAbout.archiving', { done, whole: size(row.bytes) });
        case 'retrying':
          if (row.nextTryAt === null)
            return t('stateAbout.retryingSoon', { problem: problem(row) });
          return t('stateAbout.retrying', {
            problem: problem(row),
            when: moment(row.nextTryAt),
          });
        case 'archived':
          return t('stateAbout.archived', {
            date: row.archivedAt === null ? '' : moment(row.archivedAt),
            sum: row.sha256 ?? '',
          });
        case 'failed':
          return t('stateAbout.failed', { tries: row.tries, problem: problem(row) });
        case 'deleting':
          if (row.problem === null) return t('stateAbout.deleting');
          return t('stateAbout.deletingProblem', { problem: problem(row) });
        case 'deleted': {
          if (row.deletion === null) return t('states.deleted');
          const { deletion } = row;
          const date = moment(deletion.at);
          if (deletion.by === null)
            return t('stateAbout.deletedByRule', { date, days: deletion.keptDays });
          const { by, reason } = deletion;
          return t('stateAbout.deletedBy', { date, reason, name: by.name });
        }
      }
    },
    length: ({ durationMs }) => (durationMs === null ? '–' : clockOf(durationMs * 1000)),
    started: ({ startedAt }) => (startedAt === null ? '–' : moment(startedAt)),
    startedBriefly: ({ startedAt }) => (startedAt === null ? '–' : briefly(startedAt)),
    day: (at) => format.dateTime(at / 1000, { dateStyle: 'medium' }),
  };
}

function nameOf(
  { conference, source, from, to, id }: RecordingRow,
  t: ReturnType<typeof useTranslations<'recordings'>>,
): string {
  if (conference !== null) return conference.name ?? t('nameless', { id: shortId(conference.id) });
  const [caller, called] = [nameOfFarEnd(null, from), nameOfFarEnd(null, to)];
  if (source === 'call' && caller !== null && called !== null)
    return t('callBetween', { from: caller, to: called });
  const number = caller ?? called;
  return number === null ? t('nameless', { id: shortId(id) }) : t('callOf', { number });
}
