import type { Micros } from '@/lib/domain/stamp';
import type { Batch } from './batch';
import type { CommandRecord, JobRecord } from './ports';
import { answerDraft, type CommandBooks } from './run-command';

/**
 * Commands that were sent before `before` and never answered: the process ended in between, so
 * nobody knows. Each becomes unknown, to be read back; none is sent again. Returns how many.
 */
export async function markUnanswered(
  { log, store, inFlight }: CommandBooks,
  before: Micros,
  jobsAfter: (record: CommandRecord, batch: Batch) => readonly Omit<JobRecord, 'tries'>[],
): Promise<number> {
  const sent = await store.sentCommands();
  const left = sent.filter(
    ({ commandId, createdAt }) => createdAt < before && !inFlight.has(commandId),
  );
  for (const record of left) {
    const { commandId, actor, stream } = record;
    await log.submit({
      streams: [stream],
      run: (batch) => {
        const detail = 'Rostrum stopped before the carrier answered';
        const draft = answerDraft({ kind: 'unknown', detail }, commandId, actor);
        const events = batch.append(stream, [draft]);
        const seqs = [...record.eventSeqs, ...events.map(({ seq }) => seq)];
        batch.saveCommand(commandId, 'unknown', seqs);
        for (const job of jobsAfter(record, batch)) batch.addJob(job);
      },
    });
  }
  return left.length;
}
