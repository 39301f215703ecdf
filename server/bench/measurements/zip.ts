import { type Measurement, repetitions, turnAbout } from './measurement';
import { drained, openRecordingRoom } from './recording-room';

const recordings = 50;
const bytes = 20_000_000;

/** Many recordings downloaded as one ZIP, beside a bare stream of the same files. */
export const measureZip: Measurement = async (parts) => {
  const room = await openRecordingRoom(parts, recordings * bytes);
  const { ids } = await room.archive(recordings, bytes);
  await room.settled(ids);
  await room.copy(recordings, bytes);
  const { port, cookie } = room.rostrum;
  const speed = { ours: [] as number[], bare: [] as number[] };
  const memory = { ours: [] as number[], bare: [] as number[] };
  const megabytesPerSecond = (took: { readonly bytes: number; readonly seconds: number }) =>
    took.bytes / 1_000_000 / took.seconds;
  const download = async () => {
    const { url } = await room.post('/api/recordings/zip', { ids });
    return drained(`http://127.0.0.1:${port}${String(url)}`, { cookie });
  };
  // The first time is not counted: it loads what it needs.
  await download();
  const idle = await room.idleMegabytes();
  await turnAbout(repetitions, {
    before: () => Promise.resolve(),
    pair: [
      async () => {
        speed.bare.push(megabytesPerSecond(await drained(room.copiesUrl)));
      },
      async () => {
        const peak = await room.peakMegabytes(async () => {
          speed.ours.push(megabytesPerSecond(await download()));
        });
        memory.ours.push(peak);
        memory.bare.push(idle);
      },
    ],
  });
  const what = `a ZIP of ${recordings} recordings of ${bytes / 1_000_000} MB`;
  return [
    { what: `${what}, beside a bare stream`, unit: 'MB/s', ...speed, budget: null },
    {
      what: `${what}, the most in memory beside idle`,
      unit: 'MB resident',
      ...memory,
      budget: { kind: 'more-at-most', more: 50 },
    },
  ];
};
