import { refusal } from '../refusal';
import { type Medium, type World } from './world';

const DEFAULT_TTL_SECS = 2 * 86_400;

/** What an upload brings. */
export interface Upload {
  readonly name?: string | undefined;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly ttlSecs?: number | undefined;
}

/** The files that are stored now; those whose time is over are gone (DOMAIN §1.8). */
export function storedMedia(world: World): Medium[] {
  const now = world.clock.now();
  for (const { name, expiresAt } of world.media.values()) {
    if (expiresAt <= now) world.media.delete(name);
  }
  return [...world.media.values()];
}

/** One stored file; throws 404/10005 where there is none of this name. */
export function mediumOf(world: World, name: string): Medium {
  const medium = storedMedia(world).find((stored) => stored.name === name);
  if (medium !== undefined) return medium;
  throw refusal('10005', 'The media could not be found.');
}

/** Stores a file. A name is given once: what it names is replaced by an update only. */
export function storeMedium(world: World, upload: Upload): Medium {
  const name = upload.name ?? world.ids.uuid();
  if (storedMedia(world).some((stored) => stored.name === name)) {
    throw refusal('10012', 'Media of this name is stored already.', { pointer: '/media_name' });
  }
  const now = world.clock.now();
  const medium: Medium = {
    name,
    createdAt: now,
    updatedAt: now,
    expiresAt: now + (upload.ttlSecs ?? DEFAULT_TTL_SECS) * 1000,
    bytes: upload.bytes,
    contentType: upload.contentType,
  };
  world.media.set(name, medium);
  return medium;
}

/** Gives a stored file another content, another time to live, or both. */
export function updateMedium(world: World, medium: Medium, change: Partial<Upload>): void {
  medium.updatedAt = world.clock.now();
  if (change.ttlSecs !== undefined) medium.expiresAt = medium.updatedAt + change.ttlSecs * 1000;
  medium.bytes = change.bytes ?? medium.bytes;
  medium.contentType = change.contentType ?? medium.contentType;
}
