import type { CommandId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { Store } from '@/server/log/ports';
import type { CommandOutcome } from '@/server/log/run-command';

/** Longer than the lease of a process that died while it asked the carrier. */
const patience: Micros = 60_000_000;

/** One command of a rule, which may be taken up again by another process. */
export interface Step {
  readonly commandId: CommandId;
  /** Runs it as any command runs: once for its id, whoever asks. */
  run(): Promise<CommandOutcome | null>;
  /** Gives it to the carrier once more under the same id, which does it once (DOMAIN §4.9). */
  askAgain(): Promise<CarrierAnswer>;
}

/** How far a step has come. */
export type StepState =
  /** The carrier took it: news of the call follows. */
  | { readonly kind: 'accepted' }
  /** Nobody knows yet, or news of the call may still explain a refusal: look again soon. */
  | { readonly kind: 'unclear' }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly carrierCode: string | null;
      /** When it was first tried. */
      readonly since: Micros;
    };

/** Takes a step, or finds out what became of it when it was taken before. */
export async function takeStep(
  { store, now }: { readonly store: Pick<Store, 'readCommand'>; readonly now: () => Micros },
  step: Step,
): Promise<StepState> {
  const before = await store.readCommand(step.commandId);
  const outcome = await step.run();
  const since = before?.createdAt ?? now();
  const isLate = now() - since > patience;
  const refused = (reason: string, carrierCode: string | null = null): StepState => ({
    ...{ kind: 'refused', reason, carrierCode, since },
  });
  if (outcome?.kind !== 'done') return refused('not-carried-out');
  switch (outcome.state) {
    case 'accepted':
      return isLate ? refused('not-carried-out') : { kind: 'accepted' };
    case 'refused': {
      // A caller who hangs up meanwhile is told of by the webhook that follows.
      if (before === null) return { kind: 'unclear' };
      const { reason, carrierCode } = refusalIn(outcome);
      return refused(reason, carrierCode);
    }
    case 'sent':
    case 'unknown': {
      if (before === null) return { kind: 'unclear' };
      if (isLate) return refused('outcome-unknown');
      const answer = await step.askAgain();
      return { kind: answer.kind === 'accepted' ? 'accepted' : 'unclear' };
    }
  }
}

function refusalIn({ events }: Extract<CommandOutcome, { readonly kind: 'done' }>) {
  const refused = events.find(({ type }) => type === 'command.refused');
  if (refused === undefined) return { reason: 'not-carried-out', carrierCode: null };
  const { code, carrierCode, detail } = refused.data as {
    readonly code: string;
    readonly carrierCode: string | null;
    readonly detail: string;
  };
  return { reason: detail === '' ? code : detail, carrierCode };
}
