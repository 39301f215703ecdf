import { useMemo } from 'react';
import { usePreferences } from '@/lib/browser/use-preferences';
import { isOnApple, shownChord } from './chord';
import { type Chords, chordsFrom, type ShortcutId } from './shortcut-table';

/** Which keys each shortcut has in this browser. */
export function useChords(): Chords {
  const changed = usePreferences((preferences) => preferences.chords);
  return useMemo(() => chordsFrom(changed), [changed]);
}

/** The keys of a shortcut as printed on a button; null where it has none. */
export function useShownChord(id: ShortcutId | null): string | undefined {
  const chords = useChords();
  const chord = id === null ? null : chords[id];
  return chord === null ? undefined : shownChord(chord, isOnApple());
}
