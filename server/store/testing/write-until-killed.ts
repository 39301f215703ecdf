import { writeSync } from 'node:fs';
import { openStore } from '../open-store';
import { deliveryOf, eventNumber, streamAt, town } from './records';

// A program of its own: `write-until-killed <data directory>`. Writes batches one after the other and
// prints each event's number once its transaction is durable, until somebody kills it.
const [dataDir = ''] = process.argv.slice(2);
const store = await openStore({ dataDir, databaseUrl: null });

for (;;) {
  const seqs = await store.transact(async (tx) => {
    const [locked] = await tx.lockStreams([town]);
    const from = locked?.seq ?? 0;
    const written = Array.from({ length: 1 + (from % 7) }, (_, i) => from + i + 1);
    await tx.claimEventIds(written.map((seq) => ({ id: `event-${seq}`, receivedAt: seq })));
    await tx.insertEvents(written.map((seq) => ({ stream: town, event: eventNumber(seq) })));
    await tx.saveStreams([streamAt(town, from + written.length)]);
    await tx.insertDeliveries(written.map((seq) => deliveryOf(`${seq}`, { receivedAt: seq })));
    return written;
  });
  writeSync(1, seqs.map((seq) => `${seq}\n`).join(''));
}
