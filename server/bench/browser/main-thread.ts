import type { CDPSession, Page } from 'playwright';

/** How busy a page's main thread was. */
export interface Busy {
  /** Of the time that was watched. */
  readonly percent: number;
  /** In milliseconds. */
  readonly longestTask: number;
}

/** Watches a page's main thread while the work is done: Chromium's own account of its tasks. */
export async function watchMainThread(page: Page, work: () => Promise<unknown>): Promise<Busy> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'timeTicks' });
  const tasks = await traceTasks(session);
  const before = await read(session);
  await work();
  const after = await read(session);
  const longestTask = await tasks.longest();
  await session.detach();
  const percent =
    ((after.TaskDuration - before.TaskDuration) / (after.Timestamp - before.Timestamp)) * 100;
  return { percent, longestTask };
}

async function read(session: CDPSession): Promise<{ TaskDuration: number; Timestamp: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { TaskDuration: value('TaskDuration'), Timestamp: value('Timestamp') };
}

interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
}

async function traceTasks(session: CDPSession): Promise<{ longest(): Promise<number> }> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', '__metadata'] },
  });
  return {
    longest: async () => {
      const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await done;
      const mainThreads = new Set(
        events
          .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
          .map(threadOf),
      );
      const durations = events
        .filter((event) => event.name === 'RunTask' && mainThreads.has(threadOf(event)))
        .map(({ dur = 0 }) => dur / 1000);
      if (durations.length === 0) throw new Error('Chromium traced no task of a main thread');
      return Math.max(...durations);
    },
  };
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}
