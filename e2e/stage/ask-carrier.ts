/** The key that the carrier takes. */
export const carrierKey = 'KEY-for-the-journeys';

/** Asks the carrier; throws for an answer that is none of 2xx. */
export type AskCarrier = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Asks what stands under this address. */
export function askingAt(base: string): AskCarrier {
  return async (method, path, body) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${carrierKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
}
