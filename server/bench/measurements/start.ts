import { type Measurement, turnAbout } from './measurement';

const times = 5;

/** From spawned to ready, on data and builds that are there, beside a bare Next that has one page. */
export const measureStart: Measurement = async ({ stage, nextApp }) => {
  const app = await nextApp();
  const first = await stage.rostrum();
  await first.child.stop();
  const seconds = { ours: [] as number[], bare: [] as number[] };
  await turnAbout(times, {
    before: () => Promise.resolve(),
    pair: [
      async () => {
        const { child, startSeconds } = await stage.bare('bare-next', app);
        seconds.bare.push(startSeconds);
        await child.stop();
      },
      async () => {
        const { child, startSeconds } = await stage.rostrum({ folder: first.folder });
        seconds.ours.push(startSeconds);
        await child.stop();
      },
    ],
  });
  const budget = { kind: 'more-at-most', more: 1 } as const;
  return [{ what: 'start to ready, warm, beside bare Next', unit: 's', ...seconds, budget }];
};
