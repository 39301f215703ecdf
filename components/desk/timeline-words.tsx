import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useConference } from '@/lib/browser/use-conference';
import { endReasonOf } from '@/lib/domain/conference/view';
import type { CallControlId } from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import { nameOfInvited, shortId } from '@/lib/format/person';
import type { LineCommand, TimelineLine } from '@/lib/format/timeline-line';
import { isOnlyTried, timelineSentence } from '@/lib/i18n/timeline-sentence';
import { useDesk } from './desk-store';
import { ActorName, PersonName } from './person-name';
import { useReasonWords } from './use-reason-words';

/**
 * What a line of the timeline says, with the names of those it is about. Of the many lines only those
 * listen to the conference whose words may still change.
 */
export function TimelineWords({ line }: { readonly line: TimelineLine }) {
  const { command, words } = line;
  if (command !== null) return <CommandWords line={line} command={command} />;
  if (words.say === 'ended') return <EndWords line={line} told={words.reason} />;
  return <Sentence line={line} endReason={null} />;
}

function Sentence({
  line,
  endReason,
}: {
  readonly line: TimelineLine;
  readonly endReason: string | null;
}) {
  const t = useTranslations('desk.timeline');
  const { key, values, named } = timelineSentence(line, endReason);
  return t.rich(key, {
    ...values,
    leg: () => <LegsNamed legs={named} invitationId={line.invitationId} />,
    actor: () => <ActorName name={line.actor?.name ?? null} />,
    b: (chunks: ReactNode) => <b className="font-[560] text-ink">{chunks}</b>,
  });
}

/** What a command was to do, or, where that was not done, that somebody tried. */
function CommandWords({
  line,
  command,
}: {
  readonly line: TimelineLine;
  readonly command: LineCommand;
}) {
  const t = useTranslations('desk.timeline');
  const phase = useConference(({ foreseen }) => {
    const record = foreseen?.commands.find(({ commandId }) => commandId === command.commandId);
    return record?.phase ?? command.phase;
  });
  const sentence = <Sentence line={line} endReason={null} />;
  return isOnlyTried(phase) ? t.rich('tried', { what: () => sentence }) : sentence;
}

/** Why it ended: a read says it more fully than the webhook did (DOMAIN §6.4). */
function EndWords({ line, told }: { readonly line: TimelineLine; readonly told: string | null }) {
  const reasonWords = useReasonWords();
  const read = useConference(({ foreseen }) => (foreseen === null ? null : endReasonOf(foreseen)));
  const reason = read ?? told;
  return <Sentence line={line} endReason={reason === null ? null : reasonWords(reason)} />;
}

/** One by name, several by number; who never came in by what they were invited as. */
function LegsNamed({
  legs,
  invitationId,
}: {
  readonly legs: TimelineLine['legs'];
  readonly invitationId: string | null;
}) {
  const t = useTranslations('desk.timeline');
  const [first] = legs;
  if (invitationId !== null) return <InvitedNamed id={invitationId} leg={first} />;
  if (first !== undefined && legs.length === 1) return <PersonName id={first} />;
  return t('people', { count: legs.length });
}

function InvitedNamed({
  id,
  leg,
}: {
  readonly id: string;
  readonly leg: CallControlId | undefined;
}) {
  const t = useTranslations('desk.timeline');
  const isNamed = useDesk(({ roster }) => {
    const name = leg === undefined ? undefined : roster.names.get(leg);
    return name !== undefined && name !== shortId(leg ?? '');
  });
  const invited = useConference(({ foreseen }) => {
    if (isNamed || foreseen === null) return null;
    const invitation = valueAt(foreseen.invitations, id);
    return invitation === undefined ? null : nameOfInvited(invitation);
  });
  if (invited !== null) return <b className="font-[560] text-ink">{invited}</b>;
  return leg === undefined ? t('people', { count: 0 }) : <PersonName id={leg} />;
}
