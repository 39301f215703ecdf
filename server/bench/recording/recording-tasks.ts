import type { BareTasks } from '@/server/bench/bare/bare-tasks';

/** Where a simulator listens, and what its webhooks are signed with. */
export interface SimulatorAddresses {
  readonly url: string;
  readonly controlUrl: string;
  readonly publicKey: string;
}

/** What a simulator can be asked. */
export interface SimulatorTasks {
  addresses: () => SimulatorAddresses;
}

/** What the bare copier can be asked. On its port it sends all that it has copied, one after the other. */
export interface BareCopyTasks extends BareTasks {
  /** Copies these to the disk, so many at once; answers seconds. */
  copy: (input: { readonly links: readonly string[]; readonly atOnce: number }) => Promise<number>;
  /** Removes what was copied. */
  forget: () => Promise<void>;
}

/** The lists of recordings that are asked for. */
export const askedPages = [
  'first page',
  'a page in the middle',
  'by state',
  'by conference',
  'by date',
  'by text',
] as const;
/** One of these. */
export type AskedPage = (typeof askedPages)[number];

/** What a store of recordings can be asked. */
export interface RecordingPageTasks {
  port: () => number;
  /** Fills it with so many. */
  fill: (count: number) => Promise<void>;
  /** Asks for a page so many times; answers the median in microseconds. */
  ask: (input: { readonly page: AskedPage; readonly times: number }) => Promise<number>;
}
