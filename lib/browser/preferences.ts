import { createStore, type StoreApi } from 'zustand/vanilla';

/** How one person on one machine likes the page; kept in this browser only. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'dense';
  /** Whether a screen reader is told when the floor passes on. */
  readonly announcesFloor: boolean;
  /** Whether an alert is heard; off until it is turned on. */
  readonly soundsAlerts: boolean;
  /** Whether the system shows alerts while the page is not looked at; asked for on a click only. */
  readonly notifiesAlerts: boolean;
  /** Keys given to shortcuts in place of their own, by the shortcut's name; empty for none. */
  readonly chords: Readonly<Record<string, string>>;
  /** What was last run from the palette, newest first. */
  readonly recent: readonly string[];
  /** The number last called from; empty for none. */
  readonly callerId: string;
  /** How fast recordings are played; 1 is as they were spoken. */
  readonly playSpeed: number;
}

/** The preferences of this browser. */
export interface PreferencesLive {
  readonly store: StoreApi<Preferences>;
  set: (change: Partial<Preferences>) => void;
  /** Reads what was kept and applies it, and follows other tabs; answers how to stop. */
  load: () => () => void;
}

/** Under which name they are kept; the script that runs before the first paint reads it too. */
export const preferencesKey = 'rostrum.preferences';

const defaults: Preferences = {
  theme: 'system',
  density: 'comfortable',
  announcesFloor: true,
  soundsAlerts: false,
  notifiesAlerts: false,
  chords: {},
  recent: [],
  callerId: '',
  playSpeed: 1,
};

/** The defaults, until `load` reads what was kept. */
export function createPreferences(): PreferencesLive {
  const store = createStore<Preferences>(() => defaults);
  function read() {
    store.setState(preferencesFrom(kept()));
    apply(store.getState());
  }
  return {
    store,
    set(change) {
      store.setState(change);
      apply(store.getState());
      keep(JSON.stringify(store.getState()));
    },
    load() {
      read();
      const changedElsewhere = (event: StorageEvent) => {
        if (event.key === preferencesKey) read();
      };
      window.addEventListener('storage', changedElsewhere);
      return () => {
        window.removeEventListener('storage', changedElsewhere);
      };
    },
  };
}

/** Preferences from what was kept; whatever cannot be read stands at its default. */
export function preferencesFrom(text: string | null): Preferences {
  const read = objectFrom(text);
  return {
    theme: read.theme === 'light' || read.theme === 'dark' ? read.theme : defaults.theme,
    density: read.density === 'dense' ? 'dense' : defaults.density,
    announcesFloor: read.announcesFloor !== false,
    soundsAlerts: read.soundsAlerts === true,
    notifiesAlerts: read.notifiesAlerts === true,
    chords: textsIn(read.chords),
    recent: Array.isArray(read.recent) ? read.recent.filter(isText) : defaults.recent,
    callerId: isText(read.callerId) ? read.callerId : defaults.callerId,
    playSpeed: typeof read.playSpeed === 'number' ? read.playSpeed : defaults.playSpeed,
  };
}

function textsIn(value: unknown): Preferences['chords'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return defaults.chords;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => isText(entry[1])),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function objectFrom(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function apply({ theme, density }: Preferences) {
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.density = density;
}

// Storage can be forbidden altogether; then preferences last as long as the page.
function kept(): string | null {
  try {
    return localStorage.getItem(preferencesKey);
  } catch {
    return null;
  }
}

function keep(text: string) {
  try {
    localStorage.setItem(preferencesKey, text);
  } catch {
    return;
  }
}
