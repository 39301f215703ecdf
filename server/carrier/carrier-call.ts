import Telnyx from 'telnyx';
import { type CarrierAnswer, CarrierReadError } from '@/server/log/carrier-answer';

const retryWithinMs = 10_000;
const firstPauseMs = 500;
const longestPauseMs = 4_000;

/** Waits; handed in so that tests need not. */
export type Pause = (ms: number) => Promise<void>;

/**
 * Makes one call to the carrier and says what became of it. 429 means it was not done, so it is
 * tried again within 10 s; a time-out or 5xx may have been done, so it never is (ARCHITECTURE §4).
 */
export async function askCarrier(
  call: () => Promise<unknown>,
  pause: Pause,
): Promise<CarrierAnswer> {
  return (await askCarrierFor(call, pause)).answer;
}

/** Makes one call to the carrier as `askCarrier` does, and keeps what an accepted one brought. */
export async function askCarrierFor<T>(
  call: () => Promise<T>,
  pause: Pause,
): Promise<{ readonly answer: CarrierAnswer; readonly result: T | null }> {
  let waitedMs = 0;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      const result = await call();
      return { answer: { kind: 'accepted' }, result };
    } catch (error) {
      const answer = answerOf(error);
      const isBusy = answer.kind === 'refused' && answer.code === 'carrier-busy';
      if (!isBusy) return { answer, result: null };
      const nextMs = Math.max(pauseMs, retryAfterMs(error));
      if (waitedMs + nextMs > retryWithinMs) return { answer, result: null };
      await pause(nextMs);
      waitedMs += nextMs;
    }
  }
}

/** Makes one read of the carrier; throws `CarrierReadError`, or answers null where it says 404. */
export async function readCarrier<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Telnyx.NotFoundError) return null;
    const answer = answerOf(error);
    if (answer.kind === 'accepted') throw error;
    if (answer.kind === 'unknown') throw new CarrierReadError('failed', answer.detail);
    const reason = {
      'carrier-key': 'key',
      'carrier-down': 'down',
      'carrier-busy': 'busy',
      'carrier-refused': 'failed',
    } as const;
    throw new CarrierReadError(reason[answer.code], answer.detail);
  }
}

function answerOf(error: unknown): CarrierAnswer {
  if (error instanceof Telnyx.APIConnectionTimeoutError) {
    return { kind: 'unknown', detail: 'The carrier did not answer in time' };
  }
  if (error instanceof Telnyx.APIConnectionError) {
    if (!wasRefused(error))
      return { kind: 'unknown', detail: 'The connection to the carrier broke' };
    const detail = 'The carrier could not be reached; nothing was done';
    return { kind: 'refused', code: 'carrier-down', carrierCode: null, detail };
  }
  if (!(error instanceof Telnyx.APIError) || error.status === undefined) throw error;
  const status = Number(error.status);
  const { carrierCode, detail } = firstError(error);
  if (status >= 500 || status === 408) {
    return { kind: 'unknown', detail: `The carrier answered ${status}: ${detail}` };
  }
  return { kind: 'refused', code: refusalOf(status), carrierCode, detail };
}

function refusalOf(status: number): 'carrier-refused' | 'carrier-key' | 'carrier-busy' {
  if (status === 401 || status === 403) return 'carrier-key';
  return status === 429 ? 'carrier-busy' : 'carrier-refused';
}

function firstError(error: { readonly error: unknown; readonly message: string }): {
  carrierCode: string | null;
  detail: string;
} {
  const body = error.error as
    { errors?: { code?: unknown; title?: unknown; detail?: unknown }[] } | undefined;
  const first = body?.errors?.[0];
  const said = [first?.title, first?.detail].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  return {
    carrierCode: typeof first?.code === 'string' ? first.code : null,
    detail: said.length > 0 ? [...new Set(said)].join(': ') : error.message,
  };
}

function retryAfterMs(error: unknown): number {
  if (!(error instanceof Telnyx.RateLimitError)) return 0;
  const seconds = Number(error.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}

// A refused connection never carried the request; a reset one may have.
function wasRefused(error: Error): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return true;
    if (cause instanceof AggregateError)
      return cause.errors.every((e) => e instanceof Error && wasRefused(e));
  }
  return false;
}
