import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { commandFrom, commandTroubles, shownFields } from '@/components/forms/command-rules';
import { FormFields } from '@/components/forms/form-fields';
import { type FormTroubles, type FormValues, startingValues } from '@/components/forms/form-values';
import type { SoundNeed } from '@/components/forms/sound-control';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import { useConference } from '@/lib/browser/use-conference';
import { useRunCommand } from '@/lib/browser/use-run-command';
import { evidenceOf } from '@/lib/domain/conference/command';
import { mayKeepState } from '@/lib/domain/conference/decide';
import type { CallControlId } from '@/lib/domain/ids';
import { AnnouncementChoice } from './announcement-choice';
import type { AskedCommandType, DeskQuestion } from './desk-state';
import { useConferenceId, useDesk } from './desk-store';
import { DigitsControl } from './digits-control';
import { useGivenValues } from './use-given-values';
import { useOthers } from './use-others';
import { useSending } from './use-sending';
import { WayInChoice } from './way-in-choice';

const formId = 'command';
const controls = { digits: DigitsControl };
const noTroubles: FormTroubles = {};
const sounds: Partial<Record<AskedCommandType, SoundNeed>> = {
  'audio.play': 'required',
  'digits.gather': 'optional',
};

type CommandQuestion = Extract<DeskQuestion, { ask: 'command' }>;

/** Asks what a command needs, sends it, and stays with what the server finds wrong. */
export function CommandDialog({
  question,
  onClose,
}: {
  readonly question: CommandQuestion;
  readonly onClose: () => void;
}) {
  const t = useTranslations('deskForms.ask');
  const common = useTranslations('common');
  const type = question.command;
  const given = useGivenValues(question);
  const [typed, setValues] = useState(() => startingValues(shownFields(type), given));
  const mayKeep = useMayKeepState(question, typed);
  const fields = shownFields(type).filter(({ name }) => name !== 'clientState' || mayKeep);
  // Somebody else may have come in since it was typed, whose state is not ours to write.
  const values = mayKeep ? typed : { ...typed, clientState: '' };
  const [isChecked, setChecked] = useState(false);
  const { isBusy, problem, told, send } = useSending(useRunCommand(useConferenceId()));
  const sendTyped = async () => {
    const command = commandFrom(type, values, question.legs);
    const { isTaken, isThere } = await send(command);
    if (!isTaken) return;
    if (evidenceOf(command) === 'none') {
      showToast({ title: `${t(`${type}.title`)}: ${t('sent')}`, detail: t('unreported') });
    }
    if (isThere) onClose();
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
          if (Object.keys(commandTroubles(type, values)).length === 0) void sendTyped();
        }}
      >
        {type === 'participants.join' && <WayInChoice way="join" />}
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
          sound={sounds[type] ?? 'usual'}
          onChange={setValues}
        />
        <TroubleLine trouble={problem} />
      </form>
    </Dialog>
  );
}

/** Whether the client state can be given: only to calls that Rostrum dialled, or is to dial. */
function useMayKeepState({ command, legs }: CommandQuestion, values: FormValues): boolean {
  // The calls to be brought in are chosen in the form.
  const meant = command === 'participants.join' ? chosenCalls(values) : legs;
  return useConference(
    ({ foreseen }) => foreseen !== null && mayKeepState(foreseen, command, meant),
  );
}

function chosenCalls({ legs }: FormValues): readonly CallControlId[] {
  return Array.isArray(legs) ? (legs as readonly CallControlId[]) : [];
}

/** Whom the command is for, in words; nothing where it is for no one's ears. */
function useWhom({ command, legs }: CommandQuestion): { description?: string } {
  const t = useTranslations('deskForms.ask');
  const names = useDesk((desk) => desk.roster.names);
  if (command === 'participants.join') return { description: t('forCalls') };
  if (command.startsWith('conference.') || command.startsWith('recording.')) return {};
  if (legs === 'everyone') return { description: t('forEveryone') };
  const [first] = legs;
  const name = first === undefined ? '' : (names.get(first) ?? '');
  return { description: t('forPeople', { count: legs.length, name }) };
}
