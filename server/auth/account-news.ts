import type { AccountListener, AccountNews } from './ports';

/** How the news travel to other nodes. */
export interface AccountChannel {
  send(userId: string): Promise<void>;
  /** Hears what other nodes sent; null after a time of not hearing. Returns how to stop. */
  onHeard(listener: AccountListener): () => void;
  close(): Promise<void>;
}

/** The channel of a database that one process has to itself. */
export function createSilentAccountChannel(): AccountChannel {
  return {
    send: () => Promise.resolve(),
    onHeard: () => () => undefined,
    close: () => Promise.resolve(),
  };
}

/** Tells this process at once, and the others through the channel. */
export function createAccountNews(channel: AccountChannel): AccountNews {
  const listeners = new Set<AccountListener>();
  const tellHere: AccountListener = (userId) => {
    for (const listener of listeners) listener(userId);
  };
  const stopHearing = channel.onHeard(tellHere);
  return {
    tell: async (userId) => {
      tellHere(userId);
      await channel.send(userId);
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      stopHearing();
      listeners.clear();
      await channel.close();
    },
  };
}
