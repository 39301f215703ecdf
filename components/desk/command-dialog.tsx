import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { commandFrom, commandTroubles, shownFields } from '@/components/forms/command-rules';
import { FormFields } from '@/components/forms/form-fields';
import { type FormTroubles, type FormValues, startingValues } from '@/components/forms/form-values';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import { useRunCommand } from '@/lib/browser/use-run-command';
import type { Problem } from '@/lib/contract/problem';
import { evidenceOf } from '@/lib/domain/conference/command';
import { AnnouncementChoice } from './announcement-choice';
import type { DeskQuestion } from './desk-state';
import { useConferenceId, useDesk } from './desk-store';
import { DigitsControl } from './digits-control';
import { useGivenValues } from './use-given-values';

const formId = 'command';
const controls = { digits: DigitsControl };
const noTroubles: FormTroubles = {};

type CommandQuestion = Extract<DeskQuestion, { ask: 'command' }>;

/** Asks what a command needs, sends it, and stays with what the server finds wrong. */
export function CommandDialog({
  question,
  onClose,
}: {
  readonly question: CommandQuestion;
  readonly onClose: () => void;
}) {
  const t = useTranslations('desk.ask');
  const common = useTranslations('common');
  const type = question.command;
  const fields = shownFields(type);
  const given = useGivenValues(question);
  const [values, setValues] = useState(() => startingValues(fields, given));
  const [isChecked, setChecked] = useState(false);
  const { isBusy, problem, told, send } = useSending(question, onClose);
  const change = (changed: FormValues) => {
    setValues(changed);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(`${type}.title`)}
      {...useWhom(question)}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : t(`${type}.send`)}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (Object.keys(commandTroubles(type, values)).length === 0) send(values);
        }}
      >
        {type === 'audio.speak' && (
          <AnnouncementChoice
            wanted={question.announcement ?? null}
            onChoose={(chosen) => {
              setValues((now) => ({ ...now, ...chosen }));
            }}
          />
        )}
        <FormFields
          {...{ fields, values, told, controls }}
          troubles={isChecked ? commandTroubles(type, values) : noTroubles}
          people={useOthers(question.legs)}
          isSoundRequired={type === 'audio.play'}
          onChange={change}
        />
        <TroubleLine trouble={problem} />
      </form>
    </Dialog>
  );
}

/** Sends the command; closes when it was taken. A dialog that is gone leaves telling to the toasts. */
function useSending({ command: type, legs }: CommandQuestion, onClose: () => void) {
  const t = useTranslations('desk.ask');
  const run = useRunCommand(useConferenceId());
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const send = (values: FormValues) => {
    const command = commandFrom(type, values, legs);
    setBusy(true);
    setProblem(null);
    const tell = (told: Problem) => {
      setProblem(told);
      return isThere.current;
    };
    void run(command, tell).then((answer) => {
      setBusy(false);
      if (answer === null) return;
      if (evidenceOf(command) === 'none') {
        showToast({ title: `${t(`${type}.title`)}: ${t('sent')}`, detail: t('unreported') });
      }
      if (isThere.current) onClose();
    });
  };
  const told = Object.fromEntries(
    (problem?.errors ?? []).map(({ path, message }) => [path.split('.').at(-1) ?? path, message]),
  );
  return { isBusy, problem, told, send };
}

/** Whom the command is for, in words; nothing where it is for no one's ears. */
function useWhom({ command, legs }: CommandQuestion): { description?: string } {
  const t = useTranslations('desk.ask');
  const names = useDesk((desk) => desk.roster.names);
  if (command.startsWith('conference.') || command.startsWith('recording.')) return {};
  if (legs === 'everyone') return { description: t('forEveryone') };
  const [first] = legs;
  const name = first === undefined ? '' : (names.get(first) ?? '');
  return { description: t('forPeople', { count: legs.length, name }) };
}

/** Everybody who is in, besides those the command is for. */
function useOthers(legs: CommandQuestion['legs']) {
  const rows = useDesk((desk) => desk.roster.rows);
  return [...rows.values()]
    .filter(({ id, state }) => state !== 'left' && !legs.includes(id))
    .map(({ id, name }) => ({ id, name }));
}
