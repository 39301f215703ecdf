import { createTranslator } from 'use-intl/core';
import {
  type CommandPhase,
  type Conference,
  participantOf,
} from '@/lib/domain/conference/conference';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import { endReasonOf } from '@/lib/domain/conference/view';
import type { Numbered } from '@/lib/domain/event';
import type { CallControlId } from '@/lib/domain/ids';
import { valueAt, valuesOf } from '@/lib/domain/keyed';
import { nameIn, nameOfInvited, shortId } from '@/lib/format/person';
import { isCommandStep, linesOf, type TimelineLine, withStep } from '@/lib/format/timeline-line';
import { endReasonKey, plainWords } from '@/lib/i18n/end-reason';
import { isOnlyTried, timelineSentence } from '@/lib/i18n/timeline-sentence';
import type { ReaderWords } from './reader-words';

/** The events that say how a command fares. */
export const commandStepTypes = ['command.accepted', 'command.refused', 'command.unknown'];

/** Lines of a conference's timeline in words, as a file tells them. */
export interface TimelineText {
  readonly nameOfLeg: (id: CallControlId) => string;
  /** A reason for the end in words. */
  readonly reason: (reason: string) => string;
  readonly sentence: (line: TimelineLine) => string;
  /** The lines of some events; what became of commands is in them. */
  readonly lines: (events: readonly Numbered<ConferenceEvent>[]) => TimelineLine[];
  /** How a line's command fares, as far as known now; null for a line that is of none. */
  readonly phase: (line: TimelineLine) => CommandPhase | null;
}

/** Words for one conference; `steps` are the events that say how its commands fare. */
export function createTimelineText(
  conference: Conference,
  steps: readonly Numbered<ConferenceEvent>[],
  { locale, words: messages }: ReaderWords,
): TimelineText {
  const base = { locale, messages };
  const sentences = createTranslator({ ...base, namespace: 'desk.timeline' });
  const reasons = createTranslator({ ...base, namespace: 'desk.endReasons' });
  const someone = messages.desk.someone;
  const stepOf = new Map(
    steps.filter(isCommandStep).map((step) => [step.commandId, step] as const),
  );
  const invited = new Map(valuesOf(conference.invitations).map((i) => [i.callControlId, i]));
  const nameOfLeg = (id: CallControlId) => {
    const participant = participantOf(conference, id);
    const name = participant === undefined ? shortId(id) : nameIn(conference, participant);
    const invitation = invited.get(id);
    // Who never came in has no name but the one they were invited by.
    return name === shortId(id) && invitation !== undefined ? nameOfInvited(invitation) : name;
  };
  const legsNamed = (legs: TimelineLine['legs'], invitationId: string | null) => {
    const [first] = legs;
    if (first !== undefined && legs.length === 1) return nameOfLeg(first);
    const invitation =
      invitationId === null ? undefined : valueAt(conference.invitations, invitationId);
    if (invitation !== undefined) return nameOfInvited(invitation);
    return sentences('people', { count: legs.length });
  };
  const reason = (told: string) => {
    const key = endReasonKey(told);
    return key === null ? plainWords(told) : reasons(key);
  };
  const phase = ({ command }: TimelineLine) => {
    if (command === null) return null;
    const record = conference.commands.find(({ commandId }) => commandId === command.commandId);
    return record?.phase ?? command.phase;
  };
  return {
    nameOfLeg,
    reason,
    sentence: (line) => {
      const { words, actor } = line;
      const told = words.say === 'ended' ? (endReasonOf(conference) ?? words.reason) : null;
      const { key, values, named } = timelineSentence(line, told === null ? null : reason(told));
      const sentence = sentences.markup(key, {
        ...values,
        leg: () => legsNamed(named, line.invitationId),
        actor: () => actor?.name ?? someone,
        b: (chunks) => chunks,
      });
      if (!isOnlyTried(phase(line))) return sentence;
      return sentences.markup('tried', { what: () => sentence });
    },
    lines: (events) =>
      events.flatMap((event) => {
        if (isCommandStep(event)) return [];
        const step = stepOf.get(event.commandId);
        return linesOf(event).map((line) => (step === undefined ? line : withStep(line, step)));
      }),
    phase,
  };
}
