import type { RowsMessage, WatchAnswer } from '@/lib/contract/hub';
import type { DomainEvent, Numbered } from '@/lib/domain/event';

/** What the hub's connection tells whoever listens to it. */
export interface HubListener {
  connected: () => void;
  disconnected: () => void;
  /** The session that the connection was made with has ended, or there was none. */
  signedOut: () => void;
  events: (topic: string, events: readonly Numbered<DomainEvent>[]) => void;
  rows: (topic: string, message: RowsMessage) => void;
}

/** A connection to the server's hub that comes back by itself; a socket, or a test's stand-in. */
export interface HubPort {
  /** Connects, and tells the listener everything until `close`. */
  open: (listener: HubListener) => void;
  isConnected: () => boolean;
  /** Rejects when the server does not answer in time. */
  watch: (topic: string, options: { after?: number }) => Promise<WatchAnswer>;
  unwatch: (topic: string) => void;
  /** Drops the connection, if there is one, and makes a new one at once. */
  reconnect: () => void;
  close: () => void;
}
