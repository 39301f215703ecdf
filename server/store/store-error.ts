/** Why the store could not do what it was asked. */
export type StoreErrorCode = 'unavailable' | 'busy' | 'full' | 'corrupt';

/** The store broke its promise: what is wrong, and whether asking again soon may succeed. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** True for a lock or a lost connection; a full disk or a damaged file needs a person first. */
  readonly retryable: boolean;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.retryable = code === 'busy' || code === 'unavailable';
  }
}

const sentences: Readonly<Record<StoreErrorCode, string>> = {
  unavailable: 'The database cannot be reached',
  busy: 'The database is locked by somebody else',
  full: 'There is no room left for the database',
  corrupt: 'The database is damaged',
};

// SQLite by result code, PostgreSQL by SQLSTATE, the network by errno.
const codePatterns: readonly (readonly [StoreErrorCode, RegExp])[] = [
  ['busy', /^(SQLITE_(BUSY|LOCKED).*|40001|40P01|55P03|57014)$/],
  ['full', /^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/],
  ['corrupt', /^(SQLITE_(CORRUPT.*|NOTADB)|XX00[12])$/],
  [
    'unavailable',
    /^(SQLITE_(IOERR.*|CANTOPEN.*|READONLY.*|PROTOCOL)|08...|25P03|53300|57P0.|E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND)|EIO|EROFS)$/,
  ],
];

// The PostgreSQL client gives these no code.
const lostConnection =
  /^(connection terminated|client (has encountered|was closed)|timeout exceeded)/i;

/** What a database error means to us; an error that is none of the database's comes back as it is. */
export function storeErrorOf(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = codePatterns.find(([, pattern]) => pattern.test(code))?.[0];
  const kind = known ?? (lostConnection.test(error.message) ? 'unavailable' : undefined);
  if (kind === undefined) return error;
  return new StoreError(kind, `${sentences[kind]}: ${error.message}`, { cause: error });
}

/** Does the work, and throws what a database error means to us. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeErrorOf(error);
  }
}
