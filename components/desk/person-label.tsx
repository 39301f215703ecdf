import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { limits } from '@/lib/contract/forms/limits';
import { useDesk, useDeskStore } from './desk-store';
import { useHands } from './hands';
import type { RosterRow } from './roster-row';

/** What moderators call the person and noted of them, written on the spot. */
export function PersonLabel({ row }: { readonly row: RosterRow }) {
  const t = useTranslations('deskForms.person');
  const isWriting = useDesk((desk) => desk.labellingId === row.id);
  const { note } = row.participant;
  if (isWriting) return <LabelForm row={row} />;
  if (note === null) return null;
  return (
    <div className="border-t border-line-soft px-4 py-3">
      <h3 className="text-sm text-ink-3">{t('note')}</h3>
      <p className="wrap-anywhere whitespace-pre-wrap">{note}</p>
    </div>
  );
}

function LabelForm({ row }: { readonly row: RosterRow }) {
  const t = useTranslations('deskForms.person');
  const { run } = useHands();
  const desk = useDeskStore();
  const [label, setLabel] = useState(row.participant.label ?? '');
  const [note, setNote] = useState(row.participant.note ?? '');
  const troubleOf = (text: string, most: number) =>
    text.trim().length > most ? t('tooLong', { most, count: text.trim().length }) : undefined;
  const labelTrouble = troubleOf(label, limits.label.maxLength);
  const noteTrouble = troubleOf(note, limits.note.maxLength);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const close = () => {
    desk.setState({ labellingId: null });
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (labelTrouble !== undefined || noteTrouble !== undefined) return;
    const fields = { legs: [row.id], label: label.trim() || null, note: note.trim() || null };
    void run({ type: 'participants.label', fields });
    close();
  };
  return (
    <form
      className="flex flex-col gap-3 border-t border-line-soft px-4 py-3"
      ref={form}
      onSubmit={save}
    >
      <TextField
        label={t('label')}
        hint={t('labelHint')}
        error={labelTrouble}
        value={label}
        onChange={(event) => {
          setLabel(event.target.value);
        }}
      />
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        error={noteTrouble}
        rows={3}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button type="submit" look="primary">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
