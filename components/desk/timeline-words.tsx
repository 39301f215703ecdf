import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ConferenceCommandType } from '@/lib/domain/conference/command';
import { useConference } from '@/lib/browser/use-conference';
import { endReasonOf } from '@/lib/domain/conference/view';
import { clockOf } from '@/lib/format/duration';
import { ActorName, PersonName } from './person-name';
import type { TimelineLine } from './timeline-line';
import { useReasonWords } from './use-reason-words';

/** What a line of the timeline says, with the names of those it is about. */
export function TimelineWords({ line }: { readonly line: TimelineLine }) {
  const t = useTranslations('desk.timeline');
  const first = line.legs[0];
  const leg = () => (first === undefined ? null : <PersonName id={first} />);
  const { words } = line;
  switch (words.say) {
    case 'command':
      return <CommandWords line={line} type={words.type} already={words.already} />;
    case 'began':
    case 'audioEnded':
    case 'speakStarted':
    case 'speakEnded':
      return t(words.say);
    case 'joined':
    case 'left':
    case 'identified':
    case 'floor':
    case 'legAudioEnded':
    case 'legSpeakStarted':
    case 'legSpeakEnded':
      return t.rich(words.say, { leg });
    case 'joinedMany':
    case 'leftMany':
    case 'foreignMute':
    case 'foreignUnmute':
    case 'foreignHold':
    case 'foreignUnhold':
      return t.rich(words.say, { leg, count: words.count });
    case 'ended':
      return <EndedWords told={words.reason} />;
    case 'described':
      return t('described', { name: words.name });
    case 'hungUp':
      return words.cause === null || words.cause === 'normal_clearing'
        ? t.rich('hungUp', { leg })
        : t.rich('hungUpBecause', { leg, cause: words.cause.replaceAll('_', ' ') });
    case 'pressed':
      return t.rich('pressed', { leg, digit: words.digit });
    case 'gathered':
      return t.rich('gathered', { leg, digits: words.digits });
    case 'note':
      return t.rich(`note.${words.note}`, {
        leg: () => <LegsNamed legs={line.legs} />,
        actor: () => <ActorName name={line.actor?.name ?? null} />,
        value: words.value,
        count: words.count,
      });
    case 'saved':
      return words.lengthMicros === null
        ? t('saved')
        : t('savedLength', { length: clockOf(words.lengthMicros) });
    case 'audioStarted':
      return words.media === null
        ? t('audioStarted')
        : t('audioStartedNamed', { media: words.media });
    case 'legAudioStarted':
      return words.media === null
        ? t.rich('legAudioStarted', { leg })
        : t.rich('legAudioStartedNamed', { leg, media: words.media });
  }
}

/** One by name, several by number. */
function LegsNamed({ legs }: { readonly legs: TimelineLine['legs'] }) {
  const t = useTranslations('desk.timeline');
  const [first] = legs;
  if (first !== undefined && legs.length === 1) return <PersonName id={first} />;
  return t('people', { count: legs.length });
}

/** Why it ended: a read says it more fully than the webhook did (DOMAIN §6.4). */
function EndedWords({ told }: { readonly told: string | null }) {
  const t = useTranslations('desk.timeline');
  const reasonWords = useReasonWords();
  const read = useConference(({ foreseen }) => (foreseen === null ? null : endReasonOf(foreseen)));
  const reason = read ?? told;
  return reason === null ? t('ended') : t('endedBecause', { reason: reasonWords(reason) });
}

function CommandWords({
  line,
  type,
  already,
}: {
  readonly line: TimelineLine;
  readonly type: ConferenceCommandType;
  readonly already: number;
}) {
  const t = useTranslations('desk.timeline.command');
  const actor = () => <ActorName name={line.actor?.name ?? null} />;
  switch (type) {
    case 'participants.join':
    case 'participants.setRole':
    case 'participants.update':
    case 'participants.invite':
    case 'participants.label':
    case 'participants.markHost':
    case 'audio.play':
    case 'audio.speak':
    case 'audio.stop':
    case 'digits.send':
    case 'digits.gather':
      return t.rich(`${type}.${line.legs.length === 0 ? 'everyone' : 'some'}`, {
        actor,
        leg: () => <LegsNamed legs={line.legs} />,
      });
    case 'conference.muteOnEntry':
    case 'conference.setLobby':
    case 'conference.setRegion':
    case 'recording.start':
    case 'recording.pause':
    case 'recording.resume':
    case 'recording.stop':
    case 'conference.end':
      return t.rich(type, { actor });
    case 'participants.mute':
    case 'participants.unmute':
    case 'participants.hold':
    case 'participants.unhold':
    case 'participants.remove':
    case 'participants.hangUp': {
      const [first] = line.legs;
      if (first !== undefined && line.legs.length === 1) {
        return t.rich(`${type}.one`, { actor, already, leg: () => <PersonName id={first} /> });
      }
      return t.rich(`${type}.many`, {
        actor,
        count: line.legs.length - already,
        already,
        b: (chunks: ReactNode) => <b className="font-[560] text-ink">{chunks}</b>,
      });
    }
  }
}
