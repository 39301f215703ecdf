'use client';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { DialogLoading } from '@/components/shell/dialog-loading';
import { useWindowWords, WindowWords } from '@/components/shell/later-words';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import type { ActionSource } from './action';
import { chordOf } from './chord';
import { type ShortcutId, shortcutWith } from './shortcut-table';
import { typedAt } from './typed-at';
import { type ActionBoard, BoardContext, type BoardWindow } from './use-action-board';
import { useChords } from './use-chords';

const Palette = later(async () => (await import('./palette')).Palette, DialogLoading);
const ShortcutsDialog = later(
  async () => (await import('./shortcuts-dialog')).ShortcutsDialog,
  DialogLoading,
);

/**
 * Gathers what can be done on the page, and runs it: by shortcut, and from the palette. Both windows
 * are loaded when first opened.
 */
export function ActionBoardProvider({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<BoardWindow | null>(null);
  const [sources] = useState(() => new Set<ActionSource>());
  const board = useMemo<ActionBoard>(
    () => ({
      offer(source) {
        sources.add(source);
        return () => {
          sources.delete(source);
        };
      },
      actions: (purpose) => [...sources].flatMap((source) => source(purpose)),
      open: setOpened,
    }),
    [sources],
  );
  const close = useCallback(() => {
    setOpened(null);
  }, []);
  useShortcutKeys(board);
  useLoadedWhenIdle(Palette, ShortcutsDialog, useWindowWords());
  return (
    <BoardContext value={board}>
      {children}
      {opened !== null && (
        <WindowWords onClose={close}>
          {opened === 'palette' ? <Palette onClose={close} /> : <ShortcutsDialog onClose={close} />}
        </WindowWords>
      )}
    </BoardContext>
  );
}

function useShortcutKeys(board: ActionBoard): void {
  const chords = useChords();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const chord = chordOf(event);
      const place = typedAt(event.target);
      if (chord === null || place === 'window') return;
      // What is held together with Control types nothing.
      if (place === 'field' && !chord.startsWith('Mod+')) return;
      const id = shortcutWith(chords, chord);
      if (id !== null && ran(board, id)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [board, chords]);
}

function ran(board: ActionBoard, id: ShortcutId): boolean {
  if (id === 'palette' || id === 'help') {
    board.open(id === 'palette' ? 'palette' : 'shortcuts');
    return true;
  }
  const action = board.actions('keys').find(({ shortcut }) => shortcut === id);
  action?.run();
  return action !== undefined;
}
