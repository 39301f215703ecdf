import { cameBack } from '@/lib/domain/conference/came-back';
import type { Conference, Participant, Supervisor } from '@/lib/domain/conference/conference';
import { isHost } from '@/lib/domain/conference/people';
import {
  type FactView,
  factOf,
  floorHolder,
  isCompleted,
  isPresent,
  leavingOf,
  type Mark,
  type SentMarks,
  sentMarks,
} from '@/lib/domain/conference/view';
import type { CallControlId } from '@/lib/domain/ids';
import { valueAt, valuesOf } from '@/lib/domain/keyed';
import type { Micros } from '@/lib/domain/stamp';
import { nameIn } from '@/lib/format/person';

/** The one word that says most about a participant now. */
export type RowState = 'joining' | 'open' | 'floor' | 'muted' | 'onHold' | 'leaving' | 'left';

/** One line of the roster, ready to draw. */
export interface RosterRow {
  readonly id: CallControlId;
  readonly participant: Participant;
  readonly name: string;
  readonly state: RowState;
  readonly hasFloor: boolean;
  readonly muted: FactView;
  readonly onHold: FactView;
  readonly leaving: Mark | null;
  readonly joinedAt: Micros | null;
  readonly leftAt: Micros | null;
  /** Whether they came back on another leg, whose row tells of them from then on. */
  readonly hasComeBack: boolean;
  /** Whether Rostrum takes them for a host: spared when all others are muted. */
  readonly isHost: boolean;
  /** What is known of them as somebody who supervises; null for everybody else. */
  readonly supervisor: Supervisor | null;
  /** Whether the conference ends when this leg leaves, as far as known. */
  readonly endsConference: boolean;
  /** Whether nobody new may join once this leg has left, as far as known (DOMAIN §4.4). */
  readonly softEndsConference: boolean;
}

/** Everybody the conference knows, and how many stand in each filter. */
export interface Roster {
  readonly rows: ReadonlyMap<CallControlId, RosterRow>;
  readonly counts: Readonly<Record<RosterFilter, number>>;
  /** Everybody's name; the same reference until somebody new or a name is heard of. */
  readonly names: ReadonlyMap<CallControlId, string>;
  /** Who has the floor. */
  readonly holder: CallControlId | null;
  /** What it was made of, beside who has the floor; null for a roster of nobody. */
  readonly source: RosterSource | null;
}

const sources = ['participants', 'commands', 'created', 'ended', 'description'] as const;
type RosterSource = Pick<Conference, (typeof sources)[number]>;

/** The filters above the roster. */
export const rosterFilters = ['all', 'open', 'muted', 'onHold', 'left'] as const;
/** One filter. */
export type RosterFilter = (typeof rosterFilters)[number];

/** A roster of nobody. */
export const emptyRoster: Roster = {
  rows: new Map(),
  counts: { all: 0, open: 0, muted: 0, onHold: 0, left: 0 },
  names: new Map(),
  holder: null,
  source: null,
};

/**
 * The roster of a conference; every row that looks as it did is the same reference as in `before`,
 * so that only what changed is drawn again.
 */
export function rosterOf(conference: Conference, before: Roster): Roster {
  const holder = floorHolder(conference);
  if (sources.every((part) => before.source?.[part] === conference[part])) {
    return withHolder(before, holder);
  }
  const sent = sentMarks(conference);
  const isEnded = isCompleted(conference);
  const backAgain = cameBack(conference);
  const endedAt = conference.ended?.at ?? null;
  const rows = new Map<CallControlId, RosterRow>();
  const counts = { all: 0, open: 0, muted: 0, onHold: 0, left: 0 };
  for (const participant of valuesOf(conference.participants)) {
    const id = participant.callControlId;
    const known = before.rows.get(id);
    const hasFloor = id === holder;
    const asHost = isHost(conference, participant);
    const hasComeBack = backAgain.has(id);
    const supervisor = valueAt(conference.supervisors, id) ?? null;
    const isAlike =
      known?.isHost === asHost &&
      known.hasComeBack === hasComeBack &&
      known.supervisor === supervisor;
    const row =
      isAlike && isSame(known, participant, sent, hasFloor, isEnded)
        ? known
        : rowOf(participant, sent, {
            ...{ hasFloor, hasComeBack, isHost: asHost, supervisor, isEnded, endedAt },
            name: nameIn(conference, participant),
          });
    rows.set(id, row);
    for (const filter of rosterFilters) if (isIn(row, filter)) counts[filter] += 1;
  }
  return { rows, counts, names: namesOf(rows, before.names), holder, source: conference };
}

// The floor passes on far more often than anything else happens, and nobody comes under another filter.
function withHolder(before: Roster, holder: CallControlId | null): Roster {
  if (before.holder === holder) return before;
  const rows = new Map(before.rows);
  for (const id of [before.holder, holder]) {
    const row = id === null ? undefined : rows.get(id);
    if (row === undefined) continue;
    const hasFloor = row.id === holder;
    // Of one that has ended nobody has the floor.
    const state = stateOf(row.participant, { ...row, isEnded: false, hasFloor });
    rows.set(row.id, { ...row, hasFloor, state });
  }
  return { ...before, rows, holder };
}

/** Whether a row stands under a filter; those on hold and those muted may stand under both. */
export function isIn(row: RosterRow, filter: RosterFilter): boolean {
  if (filter === 'left') return row.state === 'left' && !row.hasComeBack;
  if (row.state === 'left') return false;
  if (filter === 'muted') return row.muted.value;
  if (filter === 'onHold') return row.onHold.value;
  return filter === 'all' || (!row.muted.value && !row.onHold.value && row.state !== 'joining');
}

/** Whether a command can reach the row: it is in, whatever was asked of it. */
export function isReachable(row: RosterRow): boolean {
  return row.state !== 'left' && row.state !== 'joining';
}

function namesOf(rows: Roster['rows'], before: Roster['names']): Roster['names'] {
  const isSameName = ({ id, name }: RosterRow) => before.get(id) === name;
  if (before.size === rows.size && [...rows.values()].every(isSameName)) return before;
  return new Map([...rows].map(([id, { name }]) => [id, name]));
}

interface Ending {
  readonly isEnded: boolean;
  readonly endedAt: Micros | null;
}

function rowOf(
  participant: Participant,
  sent: SentMarks,
  {
    isEnded,
    endedAt,
    ...now
  }: Ending & Pick<RosterRow, 'name' | 'hasFloor' | 'hasComeBack' | 'isHost' | 'supervisor'>,
): RosterRow {
  const muted = factOf(participant, 'muted', sent);
  const onHold = factOf(participant, 'onHold', sent);
  const leaving = leavingOf(participant, sent);
  return {
    id: participant.callControlId,
    participant,
    state: stateOf(participant, { muted, onHold, leaving, isEnded, hasFloor: now.hasFloor }),
    ...now,
    muted,
    onHold,
    leaving,
    joinedAt: participant.joined?.at ?? null,
    leftAt: participant.left?.at ?? (isEnded ? endedAt : null),
    endsConference: factOf(participant, 'endConferenceOnExit', sent).value,
    softEndsConference: factOf(participant, 'softEndConferenceOnExit', sent).value,
  };
}

function stateOf(
  participant: Participant,
  facts: Pick<RosterRow, 'muted' | 'onHold' | 'leaving' | 'hasFloor'> & { isEnded: boolean },
): RowState {
  if (facts.isEnded || hasGone(participant)) return 'left';
  if (!isPresent(participant)) return 'joining';
  if (facts.leaving !== null && isUnderWay(facts.leaving)) return 'leaving';
  if (facts.onHold.value) return 'onHold';
  if (facts.muted.value) return 'muted';
  return facts.hasFloor ? 'floor' : 'open';
}

function hasGone(participant: Participant): boolean {
  if (isPresent(participant)) return false;
  return participant.left !== null || participant.hungUp !== null;
}

function isUnderWay(mark: Mark): boolean {
  return mark.phase === 'sent' || mark.phase === 'accepted' || mark.phase === 'unknown';
}

// Facts are made anew on each look; they follow from the leg's reference and from what is on its way.
function isSame(
  row: RosterRow,
  participant: Participant,
  sent: SentMarks,
  hasFloor: boolean,
  isEnded: boolean,
): boolean {
  if (row.participant !== participant || row.hasFloor !== hasFloor) return false;
  if (isEnded && row.state !== 'left') return false;
  const { id } = row;
  if (sent.size === 0) {
    const marks = [row.muted.mark, row.onHold.mark, row.leaving];
    return marks.every((mark) => mark?.phase !== 'sent');
  }
  return (
    sentBy(sent, `muted ${id}`) === sentBefore(row.muted.mark) &&
    sentBy(sent, `onHold ${id}`) === sentBefore(row.onHold.mark) &&
    sentBy(sent, `present ${id}`) === sentBefore(row.leaving)
  );
}

function sentBy(sent: SentMarks, key: string): string | null {
  return sent.get(key)?.commandId ?? null;
}

function sentBefore(mark: Mark | null): string | null {
  return mark?.phase === 'sent' ? mark.commandId : null;
}
