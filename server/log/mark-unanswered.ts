import type { Micros } from '@/lib/domain/stamp';
import type { Batch } from './batch';
import type { Log } from './log';
import type { CommandRecord, JobRecord, Store } from './ports';
import { answerDraft } from './run-command';

/**
 * Commands that were sent before `before` and never answered: the process ended in between, so
 * nobody knows. Each becomes unknown, to be read back; none is sent again. Returns how many.
 */
export async function markUnanswered(
  { log, store }: { readonly log: Log; readonly store: Store },
  before: Micros,
  jobsAfter: (record: CommandRecord, batch: Batch) => readonly Omit<JobRecord, 'tries'>[],
): Promise<number> {
  const left = (await store.sentCommands()).filter(({ createdAt }) => createdAt < before);
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
