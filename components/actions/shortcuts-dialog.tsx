'use client';
import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Messages, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useSetPreferences } from '@/lib/browser/use-preferences';
import { useChords, useShownChord } from './use-chords';
import { chordOf, isOnApple, shownChord } from './chord';
import {
  type ChordTrouble,
  defaultChords,
  isChangeable,
  type ShortcutId,
  shortcutIds,
  troubleWith,
  withChord,
} from './shortcut-table';

const fixedKeys: readonly {
  readonly does: keyof Messages['actions']['shortcuts']['fixedKeys'];
  readonly keys: readonly string[];
}[] = [
  { does: 'move', keys: ['↑', '↓'] },
  { does: 'ends', keys: ['Home', 'End', 'PgUp', 'PgDn'] },
  { does: 'extend', keys: ['⇧', '↑↓'] },
  { does: 'select', keys: ['␣'] },
  { does: 'selectAll', keys: ['Ctrl/⌘', 'A'] },
  { does: 'letters', keys: ['A–Z', '0–9'] },
  { does: 'details', keys: ['⏎'] },
  { does: 'menu', keys: ['⇧', 'F10'] },
];

/** What each key does, and how to give it other keys. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('actions.shortcuts');
  const set = useSetPreferences();
  const chords = useChords();
  const [listening, setListening] = useState<ShortcutId | null>(null);
  const [told, setTold] = useState('');
  const isChanged = shortcutIds.some((id) => chords[id] !== defaultChords[id]);
  const give = (id: ShortcutId, chord: string | null) => {
    set({ chords: withChord(chords, id, chord) });
    setListening(null);
    const keys = chord === null ? t('none') : shownChord(chord, isOnApple());
    setTold(t('changed', { what: t(`does.${id}`), keys }));
  };
  return (
    <Dialog
      isOpen
      // While keys are listened for, Escape stops only that.
      onOpenChange={() => {
        if (listening === null) onClose();
        else setListening(null);
      }}
      title={t('title')}
      description={t('about')}
      closeLabel={t('close')}
      footer={
        isChanged && (
          <Button
            icon={<RotateCcw size={14} />}
            onClick={() => {
              set({ chords: {} });
            }}
          >
            {t('reset')}
          </Button>
        )
      }
    >
      <p role="status" className="sr-only">
        {told}
      </p>
      <ul aria-label={t('changeable')} className="mb-3">
        {shortcutIds.map((id) => (
          <ShortcutLine
            key={id}
            id={id}
            isListening={listening === id}
            onListen={setListening}
            onGive={give}
          />
        ))}
      </ul>
      <h3 className="mb-1 text-sm font-[560] text-ink-3">{t('fixed')}</h3>
      <dl className="mb-2 grid grid-cols-[1fr_auto] gap-x-3 gap-y-1.5">
        {fixedKeys.map(({ does, keys }) => (
          <div key={does} className="contents">
            <dt className="text-ink-2">{t(`fixedKeys.${does}`)}</dt>
            <dd className="text-right whitespace-nowrap">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function ShortcutLine({
  id,
  isListening,
  onListen,
  onGive,
}: {
  readonly id: ShortcutId;
  readonly isListening: boolean;
  readonly onListen: (id: ShortcutId | null) => void;
  readonly onGive: (id: ShortcutId, chord: string | null) => void;
}) {
  const t = useTranslations('actions.shortcuts');
  const what = t(`does.${id}`);
  const keys = useShownChord(id);
  const chords = useChords();
  const isOwn = chords[id] !== defaultChords[id];
  const button = useRef<HTMLButtonElement>(null);
  const wasListening = useRef(false);
  useEffect(() => {
    if (wasListening.current && !isListening) button.current?.focus();
    wasListening.current = isListening;
  }, [isListening]);
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-1.5 border-b border-line-soft py-0.5">
      <span className="min-w-0 flex-1 text-ink-2">{what}</span>
      {isOwn && !isListening && (
        <IconButton
          look="ghost"
          className="size-7!"
          label={t('resetOne', { what })}
          icon={<RotateCcw size={13} />}
          onClick={() => {
            onGive(id, defaultChords[id]);
          }}
        />
      )}
      {!isChangeable(id) && <Kbd>{keys}</Kbd>}
      {isChangeable(id) && !isListening && (
        <Button
          ref={button}
          size="sm"
          aria-label={
            keys === undefined ? t('changeFromNone', { what }) : t('change', { what, keys })
          }
          className="min-w-12 font-mono"
          onClick={() => {
            onListen(id);
          }}
        >
          {keys ?? t('none')}
        </Button>
      )}
      {isListening && <KeysListener id={id} onListen={onListen} onGive={onGive} />}
    </li>
  );
}

function KeysListener({
  id,
  onListen,
  onGive,
}: {
  readonly id: ShortcutId;
  readonly onListen: (id: ShortcutId | null) => void;
  readonly onGive: (id: ShortcutId, chord: string | null) => void;
}) {
  const t = useTranslations('actions.shortcuts');
  const chords = useChords();
  const [refused, setRefused] = useState<{ chord: string; trouble: ChordTrouble } | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const chord = chordOf(event.nativeEvent);
    if (chord === null || event.key === 'Tab' || event.key === 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (chord === 'Delete' || chord === 'Backspace') {
      onGive(id, null);
      return;
    }
    const trouble = troubleWith(chords, id, chord);
    if (trouble === null) onGive(id, chord);
    else setRefused({ chord, trouble });
  };
  const shown = refused === null ? '' : shownChord(refused.chord, isOnApple());
  return (
    <>
      <button
        type="button"
        ref={focused}
        onKeyDown={onKeyDown}
        className="h-[26px] rounded-lg border border-brand bg-brand-soft px-2 text-sm text-brand"
      >
        {t('press')}
      </button>
      <div role="alert" className="w-full text-sm text-ink-2">
        {refused === null && t('pressAbout')}
        {refused?.trouble.kind === 'taken' && t('taken', { keys: shown })}
        {refused?.trouble.kind === 'used' &&
          t('used', { keys: shown, what: t(`does.${refused.trouble.by}`) })}
      </div>
      {refused?.trouble.kind === 'used' && isChangeable(refused.trouble.by) && (
        <div className="flex w-full gap-1.5 pb-1">
          <Button
            size="sm"
            onClick={() => {
              onGive(id, refused.chord);
            }}
          >
            {t('takeOver')}
          </Button>
          <Button
            size="sm"
            look="ghost"
            onClick={() => {
              onListen(null);
            }}
          >
            {t('cancel')}
          </Button>
        </div>
      )}
    </>
  );
}

function focused(button: HTMLButtonElement | null) {
  button?.focus();
}
