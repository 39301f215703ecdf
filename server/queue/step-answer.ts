import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { CommandOutcome } from '@/server/log/run-command';

/** What became of a step: the carrier's answer, a refusal of ours, or not known yet. */
export type StepAnswer =
  | CarrierAnswer
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly carrierCode: string | null;
      readonly detail: string;
    };

/** What a command to a call or a conference says of the step that it is. */
export function stepAnswerOf(outcome: CommandOutcome | null): StepAnswer {
  if (outcome?.kind !== 'done') return refusal('not-found', 'Rostrum has never heard of it');
  if (outcome.state === 'accepted') return { kind: 'accepted' };
  const event = outcome.events.find(({ type }) => type === 'command.refused');
  if (event !== undefined) {
    const data = event.data as { code: string; carrierCode: string | null; detail: string };
    return { kind: 'refused', ...data };
  }
  return { kind: 'unknown', detail: 'The carrier did not say whether it was done' };
}

function refusal(code: string, detail: string): StepAnswer {
  return { kind: 'refused', code, carrierCode: null, detail };
}

/** The same where only the carrier's own words fit: a refusal of ours is told as a sentence. */
export function carrierAnswerOf(answer: StepAnswer): CarrierAnswer {
  if (answer.kind !== 'refused' || isCarriers(answer)) return answer as CarrierAnswer;
  const detail = answer.detail === '' ? answer.code : answer.detail;
  return { kind: 'refused', code: 'carrier-refused', carrierCode: null, detail };
}

function isCarriers({ code }: Extract<StepAnswer, { kind: 'refused' }>): boolean {
  return code.startsWith('carrier-');
}
