import type { Micros } from '@/lib/domain/stamp';
import type { Batch } from './batch';
import type { CommandRecord, JobRecord, Store } from './ports';
import { answerDraft, type CommandBooks } from './run-command';
import { settledCommand } from './settled-command';

/**
 * Commands that were sent before `before` and never answered: the process ended in between, so
 * nobody knows. Each becomes unknown, to be read back; none is sent again. Returns how many.
 */
export async function markUnanswered(
  { log, store, inFlight, tell }: CommandBooks,
  before: Micros,
  jobsAfter: (record: CommandRecord, batch: Batch) => readonly Omit<JobRecord, 'tries'>[],
): Promise<number> {
  const sent = await store.sentCommands();
  const left = sent.filter(
    ({ commandId, createdAt }) => createdAt < before && !inFlight.has(commandId),
  );
  for (const record of left) {
    const { commandId, actor, stream } = record;
    const command = await commandIn(store, record);
    await log.submit({
      streams: [stream],
      run: (batch) => {
        const detail = 'Rostrum stopped before the carrier answered';
        const answer = { kind: 'unknown', detail } as const;
        const draft = answerDraft(answer, commandId, actor);
        const events = batch.append(stream, [draft]);
        const seqs = [...record.eventSeqs, ...events.map(({ seq }) => seq)];
        batch.saveCommand(commandId, 'unknown', seqs);
        for (const job of jobsAfter(record, batch)) batch.addJob(job);
        if (command === null) return;
        const deed = tell(stream, batch.stateOf(stream), command);
        batch.addActivity(settledCommand(record, deed, answer, null));
      },
    });
  }
  return left.length;
}

/** What was asked, as the event says that wrote the intent; null where its stream is gone. */
async function commandIn(store: Store, { stream, eventSeqs }: CommandRecord): Promise<unknown> {
  const first = Math.min(...eventSeqs);
  const [sent] = await store.readEvents(stream, { after: first - 1, limit: 1 });
  return sent === undefined ? null : (sent.data as { readonly command: unknown }).command;
}
