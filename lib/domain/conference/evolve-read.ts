import type { CallControlId } from '../ids';
import type { Asked, AskedFacts, CommandRecord, Conference, Participant, Seen } from './conference';
import type { ParticipantFacts, ReadGroup } from './event';
import type { Micros } from '../stamp';
import { withParticipant } from './with-participant';
import { withSettled } from './settle';

/** How many reads must disagree before a command counts as contradicted (ARCHITECTURE §4). */
const doubtsToContradict = 2;

/** A read as it was heard: the event that was the newest when it began, and our clock. */
interface Heard {
  readonly asOf: number;
  readonly at: Micros;
}

/** Takes in what a read of the participants found, and judges the commands it can judge. */
export function withRead(
  conference: Conference,
  read: Heard & { readonly groups: readonly ReadGroup[] },
): Conference {
  let after = conference;
  for (const { facts, legs } of read.groups) {
    for (const [leg, stayBeganAt] of legs) {
      after = withParticipant(after, leg, (p) => withLegRead(p, facts, stayBeganAt, read));
    }
  }
  const judgedRoom = withRoomRead(after, read.asOf);
  return judgedRoom === conference ? conference : withSettled(judgedRoom);
}

/**
 * A read of a room that goes on says that an `end` of unknown outcome was not carried out; what the
 * carrier never reports, such as the start of a recording, no read can judge (DOMAIN §4.7).
 */
function withRoomRead(conference: Conference, asOf: number): Conference {
  const commands = conference.commands.map((record): CommandRecord => {
    const { answeredSeq } = record;
    if (!isUnknownEnd(record) || answeredSeq === null || asOf < answeredSeq) return record;
    const doubts = record.doubts + 1;
    if (doubts < doubtsToContradict) return { ...record, doubts };
    return {
      ...record,
      doubts,
      phase: 'refused',
      refusal: { code: 'not-carried-out', detail: '' },
    };
  });
  const isChanged = commands.some((record, i) => record !== conference.commands[i]);
  return isChanged ? { ...conference, commands } : conference;
}

/** Whether a command is one to the room whose unknown outcome a read can settle. */
export function isUnknownEnd(record: CommandRecord): boolean {
  return record.type === 'conference.end' && record.phase === 'unknown';
}

/** Whether the participant already holds all that this read would tell of it. */
export function isNews(
  participant: Participant | undefined,
  facts: ParticipantFacts,
  stayBeganAt: number,
  asOf: number,
): boolean {
  if (participant === undefined) return true;
  return withLegRead(participant, facts, stayBeganAt, { asOf, at: 0 }) !== participant;
}

function withLegRead(
  participant: Participant,
  facts: ParticipantFacts,
  stayBeganAt: number,
  heard: Heard,
): Participant {
  const seen = withSeen(participant.seen, { ...facts, stayBeganAt });
  const { asked } = participant;
  const judgedFacts: AskedFacts = {
    muted: judged(asked.muted, asked.muted?.value === facts.muted, heard),
    onHold: judged(asked.onHold, asked.onHold?.value === facts.onHold, heard),
    present: judged(asked.present, asked.present?.value === true, heard),
    endConferenceOnExit: judged(
      asked.endConferenceOnExit,
      asked.endConferenceOnExit?.value === facts.endConferenceOnExit,
      heard,
    ),
    softEndConferenceOnExit: judged(
      asked.softEndConferenceOnExit,
      asked.softEndConferenceOnExit?.value === facts.softEndConferenceOnExit,
      heard,
    ),
    role: judgedRole(asked.role, facts.whisperTo, heard),
  };
  const names = Object.keys(asked) as (keyof AskedFacts)[];
  const isSame =
    seen === participant.seen && names.every((name) => judgedFacts[name] === asked[name]);
  return isSame ? participant : { ...participant, seen, asked: judgedFacts };
}

function withSeen(known: Seen | null, read: Seen): Seen {
  if (known === null) return read;
  if (read.stayBeganAt < known.stayBeganAt) return known;
  const isSame =
    read.stayBeganAt === known.stayBeganAt &&
    read.muted === known.muted &&
    read.onHold === known.onHold &&
    read.endConferenceOnExit === known.endConferenceOnExit &&
    read.softEndConferenceOnExit === known.softEndConferenceOnExit &&
    sameLegs(read.whisperTo, known.whisperTo);
  return isSame ? known : read;
}

function sameLegs(a: readonly CallControlId[], b: readonly CallControlId[]): boolean {
  return a.length === b.length && a.every((leg, i) => leg === b[i]);
}

/** Only whispering shows in a read, by whom it names (DOMAIN §4.4). */
function judgedRole(
  asked: AskedFacts['role'],
  whisperTo: readonly CallControlId[],
  heard: Heard,
): AskedFacts['role'] {
  if (asked?.value.role !== 'whisper' || asked.value.whisperTo.length === 0) return asked;
  const agrees = sameLegs([...asked.value.whisperTo].sort(), [...whisperTo].sort());
  return judged(asked, agrees, heard);
}

/** What a read says of one asked fact: it agrees, or it is one more doubt. */
function judged<V>(asked: Asked<V> | null, agrees: boolean, { asOf, at }: Heard): Asked<V> | null {
  if (asked === null || asOf < asked.sinceSeq) return asked;
  if (asked.phase !== 'accepted' && asked.phase !== 'unknown') return asked;
  if (agrees) return { ...asked, phase: 'confirmed' };
  const doubts = asked.doubts + 1;
  if (doubts < doubtsToContradict) return { ...asked, doubts };
  const phase = asked.phase === 'unknown' ? 'refused' : 'contradicted';
  return { ...asked, doubts, phase, failedAt: at };
}
