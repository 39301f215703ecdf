import { pino, type DestinationStream, type Logger } from 'pino';
import { maskedText } from '@/lib/domain/number';
import type { Config } from '@/server/config';

// A key of the carrier's, a bearer, and what stands before the @ of an address.
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\bKEY[0-9A-Za-z_-]{16,}/g, 'KEY•••'],
  [/\b(Bearer|Basic) [\w.~+/=-]{8,}/gi, '$1 •••'],
  [/(:\/\/)[^\s/@"]+@/g, '$1•••@'],
  [/((?:password|token|secret|cookie|authorization)\\?"\s*:\s*\\?")[^"\\]+/gi, '$1•••'],
];
const ownFields = /^\{"level":\d+,"time":\d+/;

/** The log of this process: without secrets, and without people's numbers unless LOG_NUMBERS asks for them. */
export function createLogger(
  { logLevel, logsNumbers }: Pick<Config, 'logLevel' | 'logsNumbers'>,
  destination?: DestinationStream,
): Logger {
  const streamWrite = (line: string) => {
    const head = ownFields.exec(line)?.[0] ?? '';
    const said = secrets.reduce((text, [found, shown]) => text.replace(found, shown), line);
    return logsNumbers ? said : head + maskedText(said.slice(head.length));
  };
  const options = { level: logLevel, base: null, hooks: { streamWrite } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
