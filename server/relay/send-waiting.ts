import { setTimeout as pause } from 'node:timers/promises';
import type { RelayAnswer } from '@/lib/contract/relay';
import type { Micros } from '@/lib/domain/stamp';
import type { Outbound, OutboundAnswer } from '@/server/outbound/create-outbound';
import { type AddressHealth, createAddressHealth, pauseAfter, verdictOf } from './address-health';
import { createLanes, type Lanes } from './lanes';
import type { RelaySettlement, RelaySetting, RelayTable, WaitingWebhook } from './ports';
import { postedHeaders } from './relay-record';

const timeoutMs = 5_000;
const readAtOnce = 256;
const readBelow = 64;
const betweenRoundsMs = 20;
/** A webhook that failed this often lets the later ones of its lane pass. */
const holdsLaneFor = 3;
const expireEvery: Micros = 1_000_000;
/** Whatever was begun in time is over by then. */
const expiryGrace: Micros = 2 * timeoutMs * 1_000;

/** What sending needs. */
export interface SendParts {
  readonly table: Pick<RelayTable, 'next' | 'settle' | 'expire'>;
  readonly outbound: Pick<Outbound, 'post'>;
  readonly now: () => Micros;
  /** Waits a little, or until more has come. */
  readonly idle: () => Promise<void>;
}

/**
 * Sends what waits until it may no longer, waits for what is under way, and writes what became of it. To be
 * run by one process at a time. What several calls wait for goes at once, and that of each in its order.
 */
export type SendWaiting = (setting: RelaySetting, mayGoOn: () => boolean) => Promise<void>;

interface Result {
  readonly webhook: WaitingWebhook;
  readonly answer: RelayAnswer;
  /** When it is to be tried again; null where it is done with. */
  readonly dueAt: Micros | null;
}

/** Builds it; what is known of the address is kept from one run to the next. */
export function createSendWaiting(parts: SendParts): SendWaiting {
  let expiredAt: Micros = 0;
  let address = '';
  let health = createAddressHealth(parts.now);
  const { table, now, idle } = parts;
  return async (setting, mayGoOn) => {
    if (setting.address !== address) health = createAddressHealth(now);
    address = setting.address;
    const run = new Run(parts, setting, health);
    while (mayGoOn()) {
      await run.write();
      if (now() - expiredAt >= expireEvery) {
        expiredAt = now();
        await table.expire(now() - expiryGrace);
      }
      if (health.room() > 0) await run.read();
      run.start();
      // While there is work, what more comes must not make more rounds of it.
      await (run.isIdle() ? idle() : pause(betweenRoundsMs));
    }
    run.stop();
    await run.ended();
    await run.write();
  };
}

class Run {
  readonly #parts: SendParts;
  readonly #setting: RelaySetting;
  readonly #health: AddressHealth;
  readonly #lanes: Lanes = createLanes();
  readonly #posts = new Set<Promise<void>>();
  #results: Result[] = [];
  #isStopped = false;

  constructor(parts: SendParts, setting: RelaySetting, health: AddressHealth) {
    this.#parts = parts;
    this.#setting = setting;
    this.#health = health;
  }

  isIdle(): boolean {
    const isBusy = this.#posts.size > 0 || this.#results.length > 0;
    return !isBusy && (this.#lanes.waiting() === 0 || this.#health.room() === 0);
  }

  stop(): void {
    this.#isStopped = true;
  }

  async ended(): Promise<void> {
    await Promise.all(this.#posts);
  }

  async read(): Promise<void> {
    if (this.#lanes.waiting() >= readBelow) return;
    this.#lanes.offer(await this.#parts.table.next(this.#parts.now(), readAtOnce));
  }

  async write(): Promise<void> {
    const results = this.#results;
    if (results.length === 0) return;
    this.#results = [];
    await this.#parts.table.settle(settlementOf(results));
    this.#lanes.forget(results.map(({ webhook }) => webhook.number));
  }

  start(): void {
    while (!this.#isStopped && this.#lanes.underWay() < this.#health.room()) {
      const webhook = this.#lanes.take(this.#parts.now());
      if (webhook === null) return;
      const post = this.#send(webhook).finally(() => this.#posts.delete(post));
      this.#posts.add(post);
    }
  }

  async #send(webhook: WaitingWebhook): Promise<void> {
    const { now, outbound } = this.#parts;
    const { address, mark } = this.#setting;
    const at = now();
    const began = performance.now();
    const answer = await outbound.post(address, {
      headers: postedHeaders(webhook.headers, mark),
      body: webhook.body ?? Buffer.alloc(0),
      timeoutMs,
    });
    this.#health.learn(answer);
    const ms = performance.now() - began;
    const result = resultOf({ webhook, answer, at, ms, now: now() });
    this.#results.push(result);
    const holds = result.dueAt !== null && webhook.tries < holdsLaneFor;
    this.#lanes.finish(webhook, holds ? result.dueAt : 0);
    this.start();
  }
}

function resultOf(tried: {
  readonly webhook: WaitingWebhook;
  readonly answer: OutboundAnswer;
  readonly at: Micros;
  readonly ms: number;
  readonly now: Micros;
}): Result {
  const { webhook, answer, at, ms, now } = tried;
  const verdict = verdictOf(answer);
  const next = now + pauseAfter(webhook.tries);
  const dueAt = verdict === 'later' && next < webhook.expiresAt ? next : null;
  const unfinished = dueAt === null ? 'given-up' : 'again';
  const outcome = verdict === 'taken' ? 'forwarded' : unfinished;
  return {
    webhook,
    dueAt,
    answer: { at, eventType: webhook.eventType, outcome, ms, ...said(answer) },
  };
}

function said(answer: OutboundAnswer): Pick<RelayAnswer, 'status' | 'trouble'> {
  switch (answer.kind) {
    case 'answered':
      return { status: answer.status, trouble: null };
    case 'refused':
      return { status: null, trouble: answer.refusal };
    case 'unreachable':
      return { status: null, trouble: answer.reason };
  }
}

function settlementOf(results: readonly Result[]): RelaySettlement {
  const numbersOf = (outcome: RelayAnswer['outcome']) =>
    results.filter((one) => one.answer.outcome === outcome).map(({ webhook }) => webhook.number);
  return {
    forwarded: numbersOf('forwarded'),
    again: results.flatMap(({ webhook, dueAt }) =>
      dueAt === null ? [] : { number: webhook.number, dueAt },
    ),
    givenUp: results
      .filter(({ answer }) => answer.outcome === 'given-up')
      .map(({ webhook, answer }) => ({
        number: webhook.number,
        reason: isRefusal(answer.status) ? ('refused' as const) : ('too-old' as const),
      })),
    answers: results.map(({ answer }) => answer),
  };
}

function isRefusal(status: number | null): boolean {
  return status !== null && verdictOf({ kind: 'answered', status, body: '' }) === 'refused';
}
