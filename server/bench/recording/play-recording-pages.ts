import { conferenceIdOf } from '@/server/bench/traffic/names';
import { median } from '@/server/bench/figure';
import { serveTasks } from '@/server/bench/process/tasks';
import type { NewRecording } from '@/server/log/ports';
import type { RecordingTable } from '@/server/recording/ports';
import { openDatabase } from '@/server/store/open-store';
import type { AskedPage, RecordingPageTasks } from './recording-tasks';

const batch = 1_000;
const ofOneConference = 100;
const oneFailsIn = 10;
const limit = 50;
const minute = 60_000_000;
const firstBegan = Date.UTC(2026, 0, 1) * 1000;

type Query = Parameters<RecordingTable['page']>[0];

/** The embedded store with recordings in it, and nothing else. */
export async function playRecordingPages(): Promise<void> {
  const dataDir = process.env.BENCH_DIR ?? '.';
  const { store, recordings: tables } = await openDatabase({ dataDir, databaseUrl: null });
  const table = tables.recordings;
  const queries = new Map<AskedPage, Query>();
  serveTasks<RecordingPageTasks>({
    port: () => 0,
    fill: async (count) => {
      for (let from = 0; from < count; from += batch) {
        const rows = Array.from({ length: batch }, (_, i) => recordingOf(from + i));
        await store.transact((tx) => tx.insertRecordings(rows));
      }
      for (let n = 0; n < count; n += oneFailsIn)
        await table.change(idOf(n), { state: 'failed' }, { states: ['waiting'] });
      for (const [page, query] of await queriesOf(table, count)) queries.set(page, query);
    },
    ask: async ({ page, times }) => {
      const query = queries.get(page) ?? { limit };
      const micros: number[] = [];
      for (let i = 0; i < times; i += 1) {
        const began = performance.now();
        const { items } = await table.page(query);
        micros.push((performance.now() - began) * 1000);
        if (items.length !== limit) throw new Error(`${page}: ${items.length} recordings`);
      }
      return median(micros);
    },
  });
  process.stdout.write('ready\n');
}

/** What is asked for, each a full page wherever it is asked. */
async function queriesOf(table: RecordingTable, count: number): Promise<[AskedPage, Query][]> {
  const middle = count / 2;
  const began = firstBegan + middle * minute;
  const { nextCursor } = await table.page({ to: began, limit });
  return [
    ['first page', { limit }],
    ['a page in the middle', { cursor: nextCursor ?? undefined, limit }],
    ['by state', { state: 'failed', limit }],
    ['by conference', { conference: conferenceIdOf(middle / ofOneConference), limit }],
    ['by date', { from: began, to: began + 2 * limit * minute, limit }],
    // The oldest of all: what came after it is looked through first.
    ['by text', { q: 'town hall 0', limit }],
  ];
}

function idOf(n: number): string {
  return `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

function recordingOf(n: number): NewRecording {
  const conference = Math.floor(n / ofOneConference);
  const startedAt = firstBegan + n * minute;
  return {
    id: idOf(n),
    source: 'conference',
    conferenceId: conferenceIdOf(conference),
    conferenceName: `${n % 2 === 0 ? 'Investor call' : 'Town hall'} ${conference}`,
    callControlId: null,
    callLegId: null,
    callSessionId: null,
    connectionId: null,
    from: `+1212${String(n).padStart(7, '0')}`,
    to: '+13125550100',
    queue: null,
    format: n % 2 === 0 ? 'wav' : 'mp3',
    channels: 'single',
    startedAt,
    endedAt: startedAt + minute,
    durationMs: 60_000,
    heardAt: startedAt + minute,
    isFound: false,
  };
}
