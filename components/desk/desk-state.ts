import type { ConferenceCommandType } from '@/lib/domain/conference/command';
import type { Conference } from '@/lib/domain/conference/conference';
import { type FloorSegment, floorTimes } from '@/lib/domain/conference/floor';
import { isCompleted } from '@/lib/domain/conference/view';
import type { CallControlId } from '@/lib/domain/ids';
import type { Queue } from '@/lib/domain/queue/queue';
import type { Micros } from '@/lib/domain/stamp';
import type { BulkCommand } from './bulk';
import { activeIn } from '@/components/list/list-keys';
import {
  type FloorShares,
  keptOrder,
  rosterOrder,
  type RosterQuery,
  sameOr,
  standsAlike,
} from './roster-order';
import { emptyRoster, type Roster, rosterOf } from './roster-row';
import type { RibbonRange } from './ribbon';
import { nobodyChosen, type Selection } from '@/components/list/selection';
import { type TimelineFilter, wholeTimeline } from './timeline-filter';
import type { Finding } from './type-ahead';

/** What the side panel shows; `people` is the roster itself, where the screen is narrow. */
export type DeskPanel = 'people' | 'timeline' | 'participant' | 'waiting';

/** The commands that are given by filling in a form. */
export type AskedCommandType = Extract<
  ConferenceCommandType,
  | 'participants.join'
  | 'participants.hold'
  | 'participants.setRole'
  | 'participants.update'
  | 'audio.play'
  | 'audio.speak'
  | 'digits.send'
  | 'digits.gather'
  | 'recording.start'
  | 'conference.setRegion'
  | 'conference.setLobby'
>;

/** A question the person has to answer before something is done. */
export type DeskQuestion =
  | { readonly ask: 'end' | 'invite' }
  /** To mute everybody but these; null for all but the hosts. */
  | { readonly ask: 'muteAllBut'; readonly spared: readonly CallControlId[] | null }
  | {
      readonly ask: 'command';
      readonly command: AskedCommandType;
      /** Whom it is for; commands to the room have nobody. */
      readonly legs: 'everyone' | readonly CallControlId[];
      /** The key of the announcement that the form begins with. */
      readonly announcement?: number;
    }
  | { readonly ask: 'supervise'; readonly whom: CallControlId }
  | { readonly ask: 'remove' | 'hangUp'; readonly legs: readonly CallControlId[] };

/** Where the menu of a row was asked for; x and y in pixels of the window. */
export interface RowMenuPlace {
  readonly id: CallControlId;
  readonly x: number;
  readonly y: number;
}

/**
 * What is on one desk: what the person is doing, and the rows and their order as they follow from
 * the conference, kept here so that each row is drawn only when it changes.
 */
export interface DeskState {
  readonly roster: Roster;
  readonly isEnded: boolean;
  readonly segments: readonly FloorSegment[];
  readonly shares: FloorShares;
  /** When the floor was last looked at, by the carrier's clock; 0 before the first time. */
  readonly floorAt: Micros;
  readonly query: RosterQuery;
  /** How names are put in order in the language of the page. */
  readonly names: Intl.Collator;
  /** The rows as drawn. */
  readonly order: readonly CallControlId[];
  /** How many of them stand behind the others, because the order was kept when they came. */
  readonly newcomers: number;
  /** Whether pointer or focus is in the list, so that nothing may move. */
  readonly isHeld: boolean;
  readonly selection: Selection;
  /** The row that the keyboard is on. */
  readonly activeId: CallControlId | null;
  /** Whom the participant panel shows. */
  readonly shownId: CallControlId | null;
  readonly panel: DeskPanel;
  /** Whose label and note are being written. */
  readonly labellingId: CallControlId | null;
  readonly question: DeskQuestion | null;
  /** The newest command to many that was given here, until it is put away. */
  readonly bulk: BulkCommand | null;
  /** Whose menu is open, and where on the screen it stands. */
  readonly menu: RowMenuPlace | null;
  /** The letters typed in the list to find somebody; null while nobody is looked for. */
  readonly finding: Finding | null;
  /** How much the floor ribbon shows; null until somebody chose. */
  readonly ribbonRange: RibbonRange | null;
  /** The moment looked at on the floor ribbon. */
  readonly moment: Micros | null;
  readonly timelineFilter: TimelineFilter;
  /** The queue whose callers wait for this conference; null until it is heard of. */
  readonly lobbyQueue: Queue | null;
}

const empty = {
  roster: emptyRoster,
  isEnded: false,
  segments: [],
  shares: new Map(),
  floorAt: 0,
  query: { filter: 'all', search: '', sort: 'floor' },
  order: [],
  newcomers: 0,
  isHeld: false,
  selection: nobodyChosen,
  activeId: null,
  shownId: null,
  panel: 'people',
  labellingId: null,
  question: null,
  bulk: null,
  menu: null,
  finding: null,
  ribbonRange: null,
  moment: null,
  timelineFilter: wholeTimeline,
  lobbyQueue: null,
} as const satisfies Omit<DeskState, 'names'>;

/** A desk on which nothing has been heard or done yet. */
export function newDesk(names: Intl.Collator): DeskState {
  return { ...empty, names };
}

/** The desk after the conference changed; one that has ended shows who was there. */
export function withConference(desk: DeskState, conference: Conference): DeskState {
  const roster = rosterOf(conference, desk.roster);
  const isEnded = isCompleted(conference);
  if (roster === desk.roster && isEnded === desk.isEnded) return desk;
  const query: RosterQuery =
    isEnded && !desk.isEnded ? { ...desk.query, filter: 'left', sort: 'joined' } : desk.query;
  const after = { ...desk, roster, isEnded, query };
  if (query !== desk.query) return ordered(after, false);
  return hasMoved(desk.roster, roster, query) ? ordered(after, desk.isHeld) : after;
}

/** The desk after who spoke when, or only the time, changed; shares are in whole hundredths. */
export function withFloor(
  desk: DeskState,
  segments: readonly FloorSegment[],
  now: Micros,
): DeskState {
  const shares = sharesOf(segments, now);
  const isSame =
    shares.size === desk.shares.size &&
    [...shares].every(([id, share]) => desk.shares.get(id) === share);
  if (isSame) return { ...desk, segments, floorAt: now };
  const after = { ...desk, segments, shares, floorAt: now };
  return desk.query.sort === 'floor' ? ordered(after, desk.isHeld) : after;
}

/** The desk after the person searched, filtered or sorted; that always orders anew. */
export function withQuery(desk: DeskState, query: Partial<RosterQuery>): DeskState {
  return ordered({ ...desk, query: { ...desk.query, ...query } }, false);
}

/** The desk after the language of the page changed, and with it the order of names. */
export function withNames(desk: DeskState, names: Intl.Collator): DeskState {
  return names === desk.names ? desk : ordered({ ...desk, names }, false);
}

/** The desk with pointer or focus in the list, or out of it again. */
export function withHeld(desk: DeskState, isHeld: boolean): DeskState {
  return isHeld ? { ...desk, isHeld } : ordered({ ...desk, isHeld }, false);
}

/** The desk with its rows in the order asked for, though somebody is in the list. */
export function withOrderAnew(desk: DeskState): DeskState {
  return ordered(desk, false);
}

/** The desk with somebody chosen and shown; `id` is the row acted on. */
export function withSelection(
  desk: DeskState,
  selection: Selection,
  id: CallControlId | null,
): DeskState {
  return { ...desk, selection, activeId: id ?? desk.activeId, shownId: id ?? desk.shownId };
}

/** The row the keyboard is on: the one last used if it is in the list, else the first. */
export function activeIdOf(desk: DeskState): CallControlId | null {
  return activeIn(desk);
}

function hasMoved(before: Roster, after: Roster, query: RosterQuery): boolean {
  if (before.rows.size !== after.rows.size) return true;
  for (const [id, row] of after.rows) {
    if (!standsAlike(before.rows.get(id), row, query)) return true;
  }
  return false;
}

function ordered(desk: DeskState, isKept: boolean): DeskState {
  const wanted = rosterOrder(desk.roster.rows, desk.query, desk.shares, desk.names);
  if (!isKept) return { ...desk, order: sameOr(desk.order, wanted), newcomers: 0 };
  const order = keptOrder(desk.order, wanted, desk.roster.rows);
  return { ...desk, order, newcomers: desk.newcomers + order.length - desk.order.length };
}

function sharesOf(segments: readonly FloorSegment[], now: Micros): FloorShares {
  const times = floorTimes(segments, 0, now);
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return new Map([...times].map(([id, time]) => [id, Math.round((time / total) * 100) / 100]));
}
