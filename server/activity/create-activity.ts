import { randomUUID } from 'node:crypto';
import type { ActivityRow } from '@/lib/contract/activity';
import type { Page } from '@/lib/contract/rows';
import type { Micros } from '@/lib/domain/stamp';
import type { Sight } from '@/lib/domain/shown';
import type { Log } from '@/server/log/log';
import type { ActivityFilter, ActivityReads } from './ports';
import { type ActivityDraft, createRepeats } from './repeats';

/** A reader's question. */
export type ActivityQuery = Parameters<ActivityReads['page']>[0];

/** Who did what, beside the commands, whose own commits tell it. */
export interface Activity {
  /** Writes a line down; answers when it is durable. What cannot be stored is reported, never thrown. */
  tell(draft: ActivityDraft): Promise<void>;
  /** Writes a refusal down, or counts it where there are many alike. */
  tellRefusal(draft: ActivityDraft): Promise<void>;
  page(query: ActivityQuery): Promise<Page<ActivityRow>>;
  /** All lines, the newest first, a part at a time. */
  all(filter: ActivityFilter, sight: Sight): AsyncIterable<readonly ActivityRow[]>;
  /** Writes what was counted in the minutes that are over, or in all. */
  sweep(all: boolean): Promise<void>;
}

/** What activity is made of. */
export interface ActivityParts {
  readonly log: Pick<Log, 'submit'>;
  readonly reads: ActivityReads;
  readonly now: () => Micros;
  readonly onFailure: (error: unknown) => void;
}

const rowsAtOnce = 500;
// At five lines and one that counts each, this is all that refusals can write in a minute.
const mostOfPeople = { inAll: 200, each: 10 };
const mostOfNobody = { inAll: 24, each: 4 };

/** Keeps activity: lines share the log's commits, and nothing ever changes one. */
export function createActivity({ log, reads, now, onFailure }: ActivityParts): Activity {
  const ofPeople = createRepeats(now, mostOfPeople);
  const ofNobody = createRepeats(now, mostOfNobody);
  const write = async (drafts: readonly ActivityDraft[]) => {
    if (drafts.length === 0) return;
    try {
      await log.submit({
        streams: [],
        run: (batch) => {
          for (const draft of drafts) batch.addActivity({ ...draft, id: randomUUID() });
        },
      });
    } catch (error) {
      onFailure(error);
    }
  };
  return {
    tell: (draft) => write([draft]),
    tellRefusal: async (draft) => {
      const { actor, address } = draft;
      const passed =
        actor === null ? ofNobody.take(address ?? '', draft) : ofPeople.take(actor.userId, draft);
      if (passed !== null) await write([passed]);
    },
    page: (query) => reads.page(query),
    all: async function* (filter, sight) {
      let cursor: string | undefined;
      do {
        const page = await reads.page({ ...filter, sight, cursor, limit: rowsAtOnce });
        if (page.items.length > 0) yield page.items;
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
    },
    sweep: (all) => write([...ofPeople.ended(all), ...ofNobody.ended(all)]),
  };
}
