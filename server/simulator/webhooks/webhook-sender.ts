import { type VirtualClock } from '../engine/clock';
import { type Faults } from '../engine/faults';
import { type Ids } from '../engine/ids';
import { type Random } from '../engine/random';
import { type CarrierEvent } from './carrier-event';
import { type Delivery, type DeliveryLog } from './delivery-log';
import { type PostWebhook, type WebhookAnswer } from './post-webhook';
import { type Signer } from './signer';

/** What a sender needs. */
export interface SenderParts {
  readonly clock: VirtualClock;
  readonly ids: Ids;
  readonly faults: Faults;
  readonly random: Random;
  readonly signer: Signer;
  readonly log: DeliveryLog;
  readonly post: PostWebhook;
  readonly inFlight: number;
}

/** Delivers events, several at once and so in no certain order (DOMAIN §3.4). */
export interface WebhookSender {
  /** Takes an event; its first attempt begins after what runs now has answered. */
  send(event: CarrierEvent): void;
  /** Forgets what waits. */
  clear(): void;
}

const PENDING_LIMIT = 50_000;

const mayBeRetried = (answer: WebhookAnswer | null) =>
  answer === null ||
  answer.status === 408 ||
  answer.status === 429 ||
  answer.status >= 500 ||
  (answer.status >= 300 && answer.status < 400);

/** The body of one attempt: the event and, beside it, `meta`. */
function bodyOf(event: CarrierEvent, attempt: number, url: string): string {
  const meta = JSON.stringify({ attempt, delivered_to: url });
  return event.bare
    ? `${event.json.slice(0, -1)},"meta":${meta}}`
    : `{"data":${event.json},"meta":${meta}}`;
}

/** A sender; see {@link WebhookSender}. Faults strike here: duplicate, reorder, delay, drop, burst, skew. */
export function createWebhookSender(parts: SenderParts): WebhookSender {
  const { clock, faults, log } = parts;
  const waiting: Delivery[] = [];
  let inFlight = 0;
  let pumping = false;
  let burst: Delivery[] | null = null;
  let generation = 0;

  function wake(): void {
    if (pumping) return;
    pumping = true;
    setImmediate(pump);
  }

  function pump(): void {
    pumping = false;
    const room = Math.max(0, parts.inFlight - inFlight);
    for (const delivery of waiting.splice(0, room)) void attempt(delivery);
  }

  function queue(delivery: Delivery): void {
    if (waiting.length >= PENDING_LIMIT) log.move(delivery, 'failed', clock.now());
    else {
      waiting.push(delivery);
      wake();
    }
  }

  function headersFor(body: string): Record<string, string> {
    const skewMs = faults.hit('skew')?.ms ?? 0;
    const timestamp = String(Math.floor((Date.now() + skewMs) / 1000));
    return {
      'content-type': 'application/json',
      'user-agent': 'telnyx-webhooks',
      'telnyx-timestamp': timestamp,
      'telnyx-signature-ed25519': parts.signer.sign(timestamp, body),
    };
  }

  async function attempt(delivery: Delivery): Promise<void> {
    const born = generation;
    const made = delivery.attempts.length;
    const { urls, retryDelaysMs, timeoutMs } = delivery.event.route;
    const url = urls[Math.floor(made / (retryDelaysMs.length + 1))] ?? urls[0] ?? '';
    const body = bodyOf(delivery.event, made + 1, url);
    const headers = headersFor(body);
    const startedAt = clock.now();
    inFlight += 1;
    const response = await parts.post(url, headers, body, timeoutMs);
    inFlight -= 1;
    wake();
    if (born !== generation) return;
    const delivered = response !== null && response.status >= 200 && response.status < 300;
    const requestHeaders = Object.entries(headers);
    const finishedAt = clock.now();
    delivery.attempts.push({ url, startedAt, finishedAt, delivered, requestHeaders, response });
    if (delivered) log.move(delivery, 'delivered', finishedAt);
    else goOn(delivery, response);
  }

  function goOn(delivery: Delivery, response: WebhookAnswer | null): void {
    const made = delivery.attempts.length;
    const { urls, retryDelaysMs } = delivery.event.route;
    const perUrl = retryDelaysMs.length + 1;
    if (!mayBeRetried(response) || made >= perUrl * urls.length) {
      log.move(delivery, 'failed', clock.now());
      return;
    }
    log.move(delivery, 'retrying', clock.now());
    // The first attempt at the other address waits as long as the last wait at this one.
    const delay = retryDelaysMs[(made - 1) % perUrl] ?? retryDelaysMs.at(-1) ?? 0;
    clock.in(delay, () => {
      queue(delivery);
    });
  }

  function holdForBurst(delivery: Delivery, ms: number): void {
    if (burst === null) {
      burst = [];
      clock.in(ms, () => {
        const held = burst ?? [];
        burst = null;
        for (const each of held) queue(each);
      });
    }
    burst.push(delivery);
  }

  function begin(event: CarrierEvent): void {
    const now = clock.now();
    const drop = faults.hit('drop') !== null;
    const delivery: Delivery = {
      id: parts.ids.uuid(),
      event,
      createdAt: now,
      state: drop ? 'failed' : 'pending',
      finishedAt: drop ? now : null,
      attempts: [],
    };
    log.add(delivery);
    if (drop) return;
    const delay = faults.hit('delay')?.ms ?? 0;
    const shuffle = faults.hit('reorder')?.ms ?? 0;
    const wait = delay + shuffle * parts.random.next();
    const gathered = faults.hit('burst');
    if (gathered !== null) holdForBurst(delivery, gathered.ms);
    else if (wait === 0) queue(delivery);
    else {
      clock.in(wait, () => {
        queue(delivery);
      });
    }
  }

  return {
    send(event) {
      begin(event);
      if (faults.hit('duplicate') !== null) begin(event);
    },
    clear() {
      generation += 1;
      waiting.length = 0;
      burst = null;
    },
  };
}
