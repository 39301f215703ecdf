import { type Measurement, repetitions, turnAbout } from './measurement';
import { openRecordingRoom } from './recording-room';

const recordings = 4;

/** Bytes of one recording; `BENCH_RECORDING_MB` makes it smaller for a quick look. */
const bytes = Number(process.env.BENCH_RECORDING_MB ?? 1_000) * 1_000_000;

/**
 * Recordings from the carrier into the archive, hashed on their way and once more from the disk, beside a bare
 * copy of as many files by as many connections; and what the server holds of them in memory meanwhile.
 */
export const measureArchive: Measurement = async (parts) => {
  const room = await openRecordingRoom(parts, recordings * bytes);
  const megabytes = (recordings * bytes) / 1_000_000;
  const speed = { ours: [] as number[], bare: [] as number[] };
  const memory = { ours: [] as number[], bare: [] as number[] };
  const idle = await room.idleMegabytes();
  await turnAbout(repetitions, {
    before: () => Promise.resolve(),
    pair: [
      async () => {
        speed.bare.push(megabytes / (await room.copy(recordings, bytes)));
        await room.forgetCopies();
      },
      async () => {
        let ids: readonly string[] = [];
        const peak = await room.peakMegabytes(async () => {
          const archived = await room.archive(recordings, bytes);
          ids = archived.ids;
          speed.ours.push(megabytes / archived.seconds);
        });
        memory.ours.push(peak);
        memory.bare.push(idle);
        await room.settled(ids);
        await room.remove(ids);
      },
    ],
  });
  const what = `archive, ${recordings} recordings of ${bytes / 1_000_000} MB`;
  return [
    {
      what: `${what}, beside a bare copy`,
      unit: 'MB/s',
      ...speed,
      budget: { kind: 'at-least', times: 0.8 },
    },
    {
      what: `${what}, the most in memory beside idle`,
      unit: 'MB resident',
      ...memory,
      budget: { kind: 'more-at-most', more: 100 },
    },
  ];
};
