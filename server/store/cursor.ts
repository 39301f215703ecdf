import { z } from 'zod';

/** Somebody sent a cursor that this list never gave out. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError';

  constructor() {
    super('This cursor is none that the list gave out');
  }
}

const place = z.tuple([z.int(), z.union([z.string(), z.int()])]);

/** The place of a list's last row: its time, and what tells rows of one time apart. */
export type Place = z.infer<typeof place>;

/** A place as the opaque text that goes to whoever asks for the next page. */
export function cursorOf(at: Place): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** The place a cursor names; throws `BadCursorError` for anything else. */
export function placeOf(cursor: string): Place {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new BadCursorError();
  }
}
