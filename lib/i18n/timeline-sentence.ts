import type { CommandPhase } from '@/lib/domain/conference/conference';
import type { TimelineLine } from '@/lib/format/timeline-line';
import { clockOf, waitParts } from '@/lib/format/duration';
import { plainWords } from './end-reason';
import type { english } from './messages';

type Leaves<T> = T extends string
  ? ''
  : { [K in keyof T & string]: Leaves<T[K]> extends '' ? K : `${K}.${Leaves<T[K]>}` }[keyof T &
      string];

/** A sentence of `desk.timeline`; `tried` stands around one. */
export type TimelineKey = Exclude<Leaves<(typeof english)['desk']['timeline']>, 'tried'>;

/** Everything that stands in one of the sentences or another; each takes what it needs. */
interface SentenceValues {
  readonly already: number;
  readonly cause: string;
  readonly count: number;
  readonly digit: string;
  readonly digits: string;
  readonly hours: number;
  readonly length: string;
  readonly media: string;
  readonly minutes: number;
  readonly name: string;
  readonly reason: string;
  readonly seconds: number;
  readonly value: string;
}

const nothing: SentenceValues = {
  already: 0,
  cause: '',
  count: 0,
  digit: '',
  digits: '',
  hours: 0,
  length: '',
  media: '',
  minutes: 0,
  name: '',
  reason: '',
  seconds: 0,
  value: '',
};

/**
 * What a line of the timeline says: a sentence and what stands in it. Its marks `leg` (whom it is about
 * first), `actor` (who acted) and `b` are drawn by whoever shows it.
 */
export interface TimelineSentence {
  readonly key: TimelineKey;
  /** Whom `leg` stands for: nobody but the first where the sentence counts the others itself. */
  readonly named: TimelineLine['legs'];
  readonly values: SentenceValues;
}

const notDone: ReadonlySet<CommandPhase> = new Set(['refused', 'unknown', 'contradicted']);

/** Whether a command may only be said to have been tried, under `tried`: it was not done, or nobody knows. */
export function isOnlyTried(phase: CommandPhase | null): boolean {
  return phase !== null && notDone.has(phase);
}

type Said = Pick<TimelineSentence, 'key' | 'values'>;

/** The sentence of a line; `endReason` is why the conference ended, in words, as far as known now. */
export function timelineSentence(line: TimelineLine, endReason: string | null): TimelineSentence {
  const said = saidOf(line, endReason);
  const countsOthers = line.words.say !== 'note' && 'count' in line.words;
  return { ...said, named: countsOthers ? line.legs.slice(0, 1) : line.legs };
}

function saidOf(line: TimelineLine, endReason: string | null): Said {
  const { words } = line;
  switch (words.say) {
    case 'command':
      return commandSentence(line, words);
    case 'ended':
      return endReason === null ? plain('ended') : say('endedBecause', { reason: endReason });
    case 'described':
      return say('described', { name: words.name });
    case 'hungUp':
      return words.cause === null || words.cause === 'normal_clearing'
        ? plain('hungUp')
        : say('hungUpBecause', { cause: plainWords(words.cause) });
    case 'waited':
      return say('waited', { value: words.queue, ...waitParts(words.seconds) });
    case 'pressed':
      return say('pressed', { digit: words.digit });
    case 'gathered':
      return words.digits === ''
        ? say('gatheredNothing', { value: words.status ?? '' })
        : say('gathered', { digits: words.digits });
    case 'note':
      return say(`note.${words.note}`, { value: words.value, count: words.count });
    case 'saved':
      return words.lengthMicros === null
        ? plain('saved')
        : say('savedLength', { length: clockOf(words.lengthMicros) });
    case 'audioStarted':
    case 'legAudioStarted':
      return words.media === null
        ? plain(words.say)
        : say(`${words.say}Named`, { media: words.media });
    case 'joinedMany':
    case 'leftMany':
    case 'foreignMute':
    case 'foreignUnmute':
    case 'foreignHold':
    case 'foreignUnhold':
      return say(words.say, { count: words.count });
    case 'began':
    case 'joined':
    case 'left':
    case 'identified':
    case 'floor':
    case 'audioEnded':
    case 'speakStarted':
    case 'speakEnded':
    case 'legAudioEnded':
    case 'legSpeakStarted':
    case 'legSpeakEnded':
      return plain(words.say);
  }
}

function commandSentence(
  { legs }: TimelineLine,
  { type, already, role }: Extract<TimelineLine['words'], { say: 'command' }>,
): Said {
  switch (type) {
    case 'participants.mute':
    case 'participants.unmute':
    case 'participants.hold':
    case 'participants.unhold':
    case 'participants.remove':
    case 'participants.hangUp':
      return legs.length === 1
        ? say(`command.${type}.one`, { already })
        : say(`command.${type}.many`, { count: legs.length - already, already });
    case 'participants.setRole': {
      const isHeard = role?.role !== 'whisper' || role.whisperTo.length > 0;
      return say(`command.${type}`, { value: isHeard ? (role?.role ?? '') : 'unheard' });
    }
    case 'participants.join':
    case 'participants.update':
    case 'participants.invite':
    case 'participants.label':
    case 'participants.markHost':
    case 'audio.play':
    case 'audio.speak':
    case 'audio.stop':
    case 'digits.send':
    case 'digits.gather':
      return plain(`command.${type}.${legs.length === 0 ? 'everyone' : 'some'}`);
    case 'conference.muteOnEntry':
    case 'conference.setLobby':
    case 'conference.setRegion':
    case 'recording.start':
    case 'recording.pause':
    case 'recording.resume':
    case 'recording.stop':
    case 'conference.end':
      return plain(`command.${type}`);
  }
}

function say(key: TimelineKey, values: Partial<SentenceValues>): Said {
  return { key, values: { ...nothing, ...values } };
}

function plain(key: TimelineKey): Said {
  return { key, values: nothing };
}
