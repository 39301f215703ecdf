/** The address for commands to one call leg: an opaque token of the carrier (DOMAIN §1.0). */
export type CallControlId = string & { readonly __brand: 'CallControlId' };
/** The carrier's id of a conference. */
export type ConferenceId = string & { readonly __brand: 'ConferenceId' };
/** Made by whoever acts; the same id means the same command, however often it arrives. */
export type CommandId = string & { readonly __brand: 'CommandId' };

/** The aggregates that have a stream of events each. */
export type StreamKind = 'conference' | 'queue' | 'call' | 'creation' | 'dial' | 'supervision';
/**
 * One aggregate's events, numbered 1, 2, 3: `conference:{id}`, `queue:{name}`,
 * `call:{callControlId}`, `creation:{commandId}`, `dial:{commandId}`, `supervision:{commandId}`.
 */
export type StreamName = `${StreamKind}:${string}`;

/** The stream of one conference. */
export function conferenceStream(id: ConferenceId): `conference:${string}` {
  return `conference:${id}`;
}

/** The stream of one call leg. */
export function callStream(id: CallControlId): `call:${string}` {
  return `call:${id}`;
}

/** The stream of one queue; the carrier addresses queues by name (DOMAIN §6.8). */
export function queueStream(name: string): `queue:${string}` {
  return `queue:${name}`;
}

/** The stream of a conference that is being made. */
export function creationStream(id: CommandId): `creation:${string}` {
  return `creation:${id}`;
}

/** The stream of a call that is asked for and has no address yet. */
export function dialStream(id: CommandId): `dial:${string}` {
  return `dial:${id}`;
}

/** The stream of a session of supervision. */
export function supervisionStream(id: CommandId): `supervision:${string}` {
  return `supervision:${id}`;
}

const streamKinds: readonly string[] = [
  'conference',
  'queue',
  'call',
  'creation',
  'dial',
  'supervision',
] satisfies StreamKind[];

/** The two halves of a stream's name, or null when it is none. */
export function streamOf(name: string): { kind: StreamKind; key: string } | null {
  const colon = name.indexOf(':');
  const kind = name.slice(0, colon);
  const key = name.slice(colon + 1);
  if (key === '') return null;
  return streamKinds.includes(kind) ? { kind: kind as StreamKind, key } : null;
}

/** What kind of stream a name is of. */
export function kindOf(name: StreamName): StreamKind {
  return name.slice(0, name.indexOf(':')) as StreamKind;
}
