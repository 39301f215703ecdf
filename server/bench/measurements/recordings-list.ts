import type { Figure } from '@/server/bench/figure';
import { askedPages, type RecordingPageTasks } from '@/server/bench/recording/recording-tasks';
import { type Measurement, turnAbout } from './measurement';

const many = 100_000;
const few = 1_000;
const times = 200;
const turns = 5;

/** Pages of the list of recordings as it grows; the baseline is a list of a thousand. */
export const measureRecordingsList: Measurement = async ({ stage }) => {
  const [large, small] = [
    await stage.bare<RecordingPageTasks>('recording-pages'),
    await stage.bare<RecordingPageTasks>('recording-pages'),
  ];
  await small.child.ask('fill', few);
  await large.child.ask('fill', many);
  const figures: Figure[] = [];
  for (const page of askedPages) {
    const micros = { ours: [] as number[], bare: [] as number[] };
    const ask = { page, times };
    for (const { child } of [small, large]) await child.ask('ask', ask);
    await turnAbout(turns, {
      before: () => Promise.resolve(),
      pair: [
        async () => {
          micros.bare.push(await small.child.ask('ask', ask));
        },
        async () => {
          micros.ours.push(await large.child.ask('ask', ask));
        },
      ],
    });
    figures.push({
      what: `recordings, ${page}, of ${many.toLocaleString('en-US')} beside ${few.toLocaleString('en-US')}`,
      unit: 'µs',
      ...micros,
      // Part of a name is looked for in all of them.
      budget: page === 'by text' ? null : { kind: 'at-most', times: 1.5 },
    });
  }
  return figures;
};
