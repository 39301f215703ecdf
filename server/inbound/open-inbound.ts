import { randomUUID } from 'node:crypto';
import type { InboundRule, InboundRuleRow, InboundRules } from '@/lib/contract/inbound-rule';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { CallCommandParts } from '@/server/call/run-call-command';
import { createDialWatch } from '@/server/conference/dial-watch';
import type { ConferenceCommandParts } from '@/server/conference/run-conference-command';
import { runJobs } from '@/server/jobs/run-jobs';
import type { JobRecord } from '@/server/log/ports';
import { inboundJobOf, inboundKind, type ToldFact } from './inbound-job';
import type { InboundRuleTable } from './ports';
import { createInboundWorker } from './run-inbound';

const refreshEveryMs = 5_000;
const atOnce = 4;

/** Why a rule was not saved. */
class InboundRuleError extends Error {
  override readonly name = 'InboundRuleError';
  readonly code: 'number-taken' | 'not-found';

  constructor(code: InboundRuleError['code']) {
    super(code);
    this.code = code;
  }
}

/** What the routes may ask of the rules; throws `InboundRuleError` where a number has one, or one is gone. */
export interface InboundRuleService {
  list(): Promise<InboundRules>;
  add(rule: InboundRule, by: Actor): Promise<{ readonly id: string }>;
  change(id: string, rule: InboundRule, by: Actor): Promise<{ readonly id: string }>;
  remove(id: string): Promise<void>;
}

/** Calls that come in, answered and brought somewhere by rules. */
export interface Inbound {
  readonly service: InboundRuleService;
  /** For the webhook door: what is to be done about a fact, in the transaction that stores it. */
  readonly jobsOf: (told: ToldFact) => readonly Omit<JobRecord, 'tries'>[];
  /** Begins to do it. Returns how to stop. */
  start(): Promise<() => Promise<void>>;
}

/** What the rules are built of. */
export interface InboundOptions {
  readonly table: InboundRuleTable;
  readonly calls: CallCommandParts;
  readonly conferences: ConferenceCommandParts;
  readonly now: () => Micros;
  readonly onFailure: (error: unknown) => void;
}

/** Builds the rules. Each node asks every few seconds what they are, and at once where one was changed here. */
export function openInbound({ table, now, onFailure, ...parts }: InboundOptions): Inbound {
  const { connectionId, log, store } = parts.conferences;
  const watch = createDialWatch(log, now);
  let rules: readonly InboundRuleRow[] = [];
  const refresh = async () => {
    rules = await table.list();
  };
  return {
    service: {
      list: async () => ({ items: await table.list(), hasApplication: connectionId !== null }),
      add: async (rule, by) => {
        const id = randomUUID();
        if (!(await table.add({ id, rule, updatedAt: now(), updatedBy: by })))
          throw new InboundRuleError('number-taken');
        await refresh();
        return { id };
      },
      change: async (id, rule, by) => {
        const outcome = await table.change({ id, rule, updatedAt: now(), updatedBy: by });
        if (outcome === 'taken') throw new InboundRuleError('number-taken');
        if (outcome === 'gone') throw new InboundRuleError('not-found');
        await refresh();
        return { id };
      },
      remove: async (id) => {
        if (!(await table.remove(id))) throw new InboundRuleError('not-found');
        await refresh();
      },
    },
    jobsOf: (told) => {
      if (rules.length === 0) return [];
      const job = inboundJobOf(rules, connectionId, told);
      return job === null ? [] : [job];
    },
    start: async () => {
      await refresh();
      const worker = createInboundWorker({ ...parts, table, watch, now });
      const jobs = runJobs({
        ...{ store, now, concurrency: atOnce, workers: { [inboundKind]: worker } },
        onFailure: (_job, error) => {
          onFailure(error);
        },
      });
      const stopHearing = [
        log.follow(watch.follow),
        log.onJobs(() => {
          jobs.wake();
        }),
      ];
      const timer = setInterval(() => {
        refresh().catch(onFailure);
      }, refreshEveryMs);
      return async () => {
        clearInterval(timer);
        for (const stop of stopHearing) stop();
        await jobs.stop();
      };
    },
  };
}
