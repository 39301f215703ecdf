import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useConference } from '@/lib/browser/use-conference';
import type { CommandPhase } from '@/lib/domain/conference/conference';
import { endReasonOf } from '@/lib/domain/conference/view';
import { valueAt } from '@/lib/domain/keyed';
import { nameOfInvited, shortId } from '@/lib/format/person';
import type { TimelineLine } from '@/lib/format/timeline-line';
import { isOnlyTried, timelineSentence } from '@/lib/i18n/timeline-sentence';
import { useDesk } from './desk-store';
import { ActorName, PersonName } from './person-name';
import { useReasonWords } from './use-reason-words';

/** What a line of the timeline says, with the names of those it is about. */
export function TimelineWords({ line }: { readonly line: TimelineLine }) {
  const t = useTranslations('desk.timeline');
  const endReason = useEndReason(line);
  const { key, values, named } = timelineSentence(line, endReason);
  const sentence = t.rich(key, {
    ...values,
    leg: () => <LegsNamed legs={named} invitationId={line.invitationId} />,
    actor: () => <ActorName name={line.actor?.name ?? null} />,
    b: (chunks: ReactNode) => <b className="font-[560] text-ink">{chunks}</b>,
  });
  return isOnlyTried(usePhase(line)) ? t.rich('tried', { what: () => sentence }) : sentence;
}

/** How the command of a line fares, as far as known now; null for a line that is of none. */
function usePhase({ command }: TimelineLine): CommandPhase | null {
  return useConference(({ foreseen }) => {
    if (command === null) return null;
    const record = foreseen?.commands.find(({ commandId }) => commandId === command.commandId);
    return record?.phase ?? command.phase;
  });
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
  const isNamed = useDesk(({ roster }) => {
    const name = first === undefined ? undefined : roster.names.get(first);
    return name !== undefined && name !== shortId(first ?? '');
  });
  const invited = useConference(({ foreseen }) => {
    if (invitationId === null || isNamed || foreseen === null) return null;
    const invitation = valueAt(foreseen.invitations, invitationId);
    return invitation === undefined ? null : nameOfInvited(invitation);
  });
  if (invited !== null) return <b className="font-[560] text-ink">{invited}</b>;
  if (first !== undefined && legs.length === 1) return <PersonName id={first} />;
  return t('people', { count: legs.length });
}

/** Why it ended: a read says it more fully than the webhook did (DOMAIN §6.4). */
function useEndReason({ words }: TimelineLine): string | null {
  const reasonWords = useReasonWords();
  const isEnd = words.say === 'ended';
  const read = useConference(({ foreseen }) =>
    isEnd && foreseen !== null ? endReasonOf(foreseen) : null,
  );
  const reason = isEnd ? (read ?? words.reason) : null;
  return reason === null ? null : reasonWords(reason);
}
