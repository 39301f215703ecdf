import type { Call, CallCommandRecord } from '@/lib/domain/call/call';
import type { CallEvent } from '@/lib/domain/call/event';
import type { Numbered } from '@/lib/domain/event';

/** One line of a call's timeline. */
export interface CallStep {
  readonly event: Numbered<CallEvent>;
  /** How the command of the line fares; null of what is no command. */
  readonly phase: CallCommandRecord['phase'] | null;
  /** Why it was refused, in the carrier's words; null where it was not. */
  readonly refusal: string | null;
}

type Answer = Extract<
  Numbered<CallEvent>,
  { type: 'command.accepted' | 'command.refused' | 'command.unknown' }
>;

/** The lines of a call's timeline, the newest first; the answer to a command stands in the command's line. */
export function callSteps(events: readonly Numbered<CallEvent>[], call: Call): readonly CallStep[] {
  const answers = new Map(events.filter(isAnswer).map((event) => [event.commandId, event]));
  const records = new Map(call.commands.map((record) => [record.commandId, record]));
  return events
    .filter((event) => !isAnswer(event))
    .map((event): CallStep => {
      if (event.type !== 'command.sent' || event.commandId === null)
        return { event, phase: null, refusal: null };
      const answer = answers.get(event.commandId);
      const refusal = answer?.type === 'command.refused' ? answer.data.detail : null;
      // Only the newest commands are kept with what became of them after the answer.
      const phase = records.get(event.commandId)?.phase ?? phaseAfter(answer);
      return { event, phase, refusal };
    })
    .reverse();
}

function isAnswer(event: Numbered<CallEvent>): event is Answer {
  return (
    event.type === 'command.accepted' ||
    event.type === 'command.refused' ||
    event.type === 'command.unknown'
  );
}

function phaseAfter(answer: Answer | undefined): CallCommandRecord['phase'] {
  switch (answer?.type) {
    case undefined:
      return 'sent';
    case 'command.accepted':
      return 'accepted';
    case 'command.refused':
      return 'refused';
    case 'command.unknown':
      return 'unknown';
  }
}
