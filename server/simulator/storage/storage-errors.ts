/** What the storage says instead of a file, in its own words. */
export type StorageErrorCode =
  'AccessDenied' | 'InternalError' | 'InvalidRange' | 'NoSuchKey' | 'SignatureDoesNotMatch';

/** An error as the storage writes it. */
export interface StorageError {
  readonly status: number;
  readonly xml: string;
}

const statuses: Record<StorageErrorCode, number> = {
  AccessDenied: 403,
  InternalError: 500,
  InvalidRange: 416,
  NoSuchKey: 404,
  SignatureDoesNotMatch: 403,
};

const escaped = (text: string) =>
  text.replace(/[<>&]/g, (sign) => `&#${String(sign.codePointAt(0))};`);

/** One error; `more` are further elements of its XML, in order. */
export function storageError(
  code: StorageErrorCode,
  message: string,
  more: Readonly<Record<string, string>> = {},
): StorageError {
  const elements = Object.entries({ Code: code, Message: message, ...more })
    .map(([name, text]) => `<${name}>${escaped(text)}</${name}>`)
    .join('');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${elements}</Error>`;
  return { status: statuses[code], xml };
}

/** The link was good once. */
export const expiredLink = (now: number): StorageError =>
  storageError('AccessDenied', 'Request has expired', {
    ServerTime: new Date(now).toISOString(),
  });
