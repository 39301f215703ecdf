import {
  type ApplicationChange,
  applicationLimits,
  type ApplicationRow,
  type ApplicationSettings,
  type CarrierSettings,
} from '@/lib/contract/application';
import type { DeliveryRow, Page } from '@/lib/contract/rows';
import { CarrierReadError } from '@/server/log/carrier-answer';
import { ApplicationError, wasAccepted } from './application-error';
import type { ApplicationCarrier } from './ports';

/** The call control applications of the account. Everything throws `ApplicationError`, reads also `CarrierReadError`. */
export interface Applications {
  /** What is known without asking the carrier. */
  here(): Promise<CarrierSettings>;
  /** The newest first. */
  list(query: {
    readonly q?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  }): Promise<Page<ApplicationRow>>;
  find(id: string): Promise<ApplicationRow>;
  create(settings: ApplicationSettings): Promise<ApplicationRow>;
  /** As the carrier has it afterwards; `row` as it was before. */
  change(row: ApplicationRow, change: ApplicationChange): Promise<ApplicationRow>;
  /** Never the one that Rostrum is told to be: without it nothing is heard and nobody can be called. */
  remove(row: ApplicationRow): Promise<void>;
}

/** What the applications are made of. */
export interface ApplicationParts {
  readonly carrier: ApplicationCarrier;
  readonly connectionId: string | null;
  readonly webhookUrl: string | null;
  readonly lastVerified: () => Promise<DeliveryRow | null>;
  /** Is told of each read of the carrier that failed. */
  readonly onFailedRead: (error: CarrierReadError) => void;
}

const mostOfOneName = 250;

/** The applications as the carrier keeps them: nothing of them is kept here. */
export function createApplications(parts: ApplicationParts): Applications {
  const { carrier, connectionId, webhookUrl, lastVerified, onFailedRead } = parts;
  const reading = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (error instanceof CarrierReadError) onFailedRead(error);
      throw error;
    }
  };
  const found = async (id: string): Promise<ApplicationRow> => {
    const row = await reading(() => carrier.find(id));
    if (row === null) throw notFound();
    return row;
  };
  const named = async (name: string): Promise<readonly ApplicationRow[]> => {
    const search = name.length < applicationLimits.shortestSearch ? {} : { name };
    const query = { ...search, page: 1, size: mostOfOneName };
    const { rows } = await reading(() => carrier.list(query));
    return rows.filter((row) => row.name === name);
  };
  // Where the carrier said nothing, only what it has now can tell; a failed read tells nothing either.
  const readBack = async <T>(read: () => Promise<T | null>): Promise<T> => {
    const seen = await read().catch((error: unknown) => {
      if (error instanceof CarrierReadError) return null;
      throw error;
    });
    if (seen === null) throw unknown();
    return seen;
  };
  return {
    here: async () => ({ connectionId, webhookUrl, lastVerified: await lastVerified() }),
    list: async ({ q, cursor, limit }) => {
      const page = Number(cursor ?? 1);
      const { rows, hasMore } = await reading(() => carrier.list({ name: q, page, size: limit }));
      return { items: rows, nextCursor: hasMore ? String(page + 1) : null };
    },
    find: found,
    create: async (settings) => {
      const before = new Set((await named(settings.name)).map(({ id }) => id));
      const { answer, made } = await carrier.create(settings);
      if (wasAccepted(answer) && made !== null) return made;
      return readBack(async () => {
        const now = await named(settings.name);
        return now.find(({ id }) => !before.has(id)) ?? null;
      });
    },
    change: async (before, change) => {
      const isDone = wasAccepted(await carrier.change(before, change));
      if (isDone) return found(before.id);
      return readBack(async () => {
        const row = await found(before.id);
        return isAsAsked(row, change) ? row : null;
      });
    },
    remove: async ({ id }) => {
      if (id === connectionId) throw inUse();
      if (wasAccepted(await carrier.remove(id))) return;
      await readBack(async () => {
        const row = await reading(() => carrier.find(id));
        return row === null ? 'gone' : null;
      });
    },
  };
}

function isAsAsked(row: ApplicationRow, change: ApplicationChange): boolean {
  return Object.entries(change).every(([key, value]) => row[key as keyof ApplicationRow] === value);
}

function notFound(): ApplicationError {
  return new ApplicationError('not-found', 'The carrier has no application of this id');
}

function inUse(): ApplicationError {
  return new ApplicationError(
    'application-in-use',
    'Rostrum works with this application: set TELNYX_CONNECTION_ID to another one and restart, then delete it',
  );
}

function unknown(): ApplicationError {
  return new ApplicationError(
    'outcome-unknown',
    'The carrier did not answer, and a read does not show it: look at the list before you try again',
  );
}
