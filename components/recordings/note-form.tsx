import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { useAttempt } from '@/lib/browser/use-attempt';
import { useNotes } from '@/lib/browser/use-recording';
import { clockOf } from '@/lib/format/duration';

/** Takes down a note at one place of a recording, while it may go on. */
export function NoteForm({
  recordingId,
  atMs,
  onClose,
}: {
  readonly recordingId: string;
  readonly atMs: number;
  readonly onClose: () => void;
}) {
  const t = useTranslations('recordings.player');
  const common = useTranslations('common');
  const field = useRef<HTMLInputElement>(null);
  const [before] = useState(() => document.activeElement);
  const [text, setText] = useState('');
  const notes = useNotes(recordingId);
  const { isBusy, trouble, run } = useAttempt();
  const at = clockOf(atMs * 1000);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const close = () => {
    onClose();
    if (before instanceof HTMLElement) before.focus();
  };
  return (
    <form
      className="mt-2 flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        run(async () => {
          await notes.add(Math.round(atMs), text);
          close();
        });
      }}
    >
      <input
        ref={field}
        aria-label={t('noteTitle', { at })}
        placeholder={t('noteTitle', { at })}
        value={text}
        maxLength={500}
        required
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
        onChange={(event) => {
          setText(event.target.value);
        }}
        className="h-[30px] min-w-0 flex-1 basis-60 rounded-lg border border-line bg-bg px-2.5 text-ink placeholder:text-ink-3"
      />
      <Button type="submit" look="primary" disabled={isBusy || text.trim() === ''}>
        {isBusy ? common('busy') : t('noteAdd', { at })}
      </Button>
      <Button onClick={close}>{common('cancel')}</Button>
      <div className="basis-full empty:hidden">
        <TroubleLine trouble={trouble} />
      </div>
    </form>
  );
}
