import type { CallCommand } from '@/lib/domain/call/command';
import { decide } from '@/lib/domain/call/decide';
import type { Actor } from '@/lib/domain/event';
import { type CallControlId, callStream, type CommandId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { CommandOrigin } from '@/server/log/ports';
import { type CommandBooks, type CommandOutcome, runCommand } from '@/server/log/run-command';
import type { CallCarrier } from './ports';

/** What running a command to a leg needs. */
export interface CallCommandParts extends CommandBooks {
  readonly carrier: CallCarrier;
  readonly now: () => Micros;
  readonly onAnswer: (answer: CarrierAnswer) => void;
}

/** Runs one command to one leg; null when nobody has ever heard of the leg. */
export async function runCallCommand(
  parts: CallCommandParts,
  callControlId: CallControlId,
  request: {
    readonly commandId: CommandId;
    readonly command: CallCommand;
    readonly actor: Actor;
    readonly origin: CommandOrigin;
  },
): Promise<CommandOutcome | null> {
  const stream = callStream(callControlId);
  if ((await parts.log.read(stream)) === null) return null;
  return runCommand(parts, {
    ...request,
    stream,
    now: parts.now(),
    decide: (call) => decide(call, request.command),
    carry: async (command) => {
      const answer = await parts.carrier.run(callControlId, command, request.commandId);
      parts.onAnswer(answer);
      return answer;
    },
    // The carrier's webhook tells the outcome of every command to a leg (DOMAIN §4.11).
    jobsAfter: () => [],
  });
}
