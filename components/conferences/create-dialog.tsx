import { PhoneOutgoing, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormFields } from '@/components/forms/form-fields';
import {
  type FormTroubles,
  type FormValues,
  sentFields,
  startingValues,
  textIn,
  troublesIn,
} from '@/components/forms/form-values';
import { Button } from '@/components/ui/button';
import { ChoiceField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import { createConference } from '@/lib/browser/create-conference';
import { ProblemError, UnreachableError } from '@/lib/browser/request';
import { useMay } from '@/lib/browser/use-may';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';
import type { Problem } from '@/lib/contract/problem';
import { creationNeeds } from '@/lib/domain/creation/command';
import type { CommandId } from '@/lib/domain/ids';
import { creationFields, type CreationSource } from './creation-fields';
import { CreationProgress } from './creation-progress';
import { useOpenDesk } from './use-open-desk';

/** Makes a conference around a live call or by dialling somebody, and opens its desk. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('creation');
  const formId = useId();
  const form = useCreation();
  const { source, values, isBusy, commandId, refusal } = form;
  const mayDial = useMay(creationNeeds.dial);
  const isDialling = commandId !== null;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t(isDialling ? 'close' : 'cancel')}</Button>
          {!isDialling && (
            <Button
              type="submit"
              form={formId}
              look="primary"
              disabled={isBusy}
              icon={source === 'dial' ? <PhoneOutgoing size={15} /> : <Plus size={15} />}
            >
              {t(source === 'dial' ? 'dial' : 'create')}
            </Button>
          )}
        </>
      }
    >
      {isDialling ? (
        <CreationProgress
          commandId={commandId}
          number={textIn(values, 'to')}
          onAgain={form.again}
        />
      ) : (
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            form.send();
          }}
        >
          {mayDial && (
            <ChoiceField
              label={t('source')}
              value={source}
              choices={(['dial', 'call'] as const).map((value) => ({
                value,
                label: t(`sources.${value}`),
              }))}
              onChange={form.choose}
            />
          )}
          <div role="alert">{refusal !== null && <p className="text-bad">{refusal}</p>}</div>
          <FormFields
            fields={creationFields(source)}
            values={values}
            troubles={form.troubles}
            told={form.told}
            onChange={form.change}
          />
        </form>
      )}
    </Dialog>
  );
}

function useCreation() {
  const mayDial = useMay(creationNeeds.dial);
  const callerId = usePreferences((preferences) => preferences.callerId);
  const prefer = useSetPreferences();
  const sentenceOf = useSentence();
  const openDesk = useOpenDesk();
  const [source, setSource] = useState<CreationSource>(mayDial ? 'dial' : 'call');
  const [values, setValues] = useState<FormValues>(() => ({
    ...startingValues(creationFields('call')),
    ...startingValues(creationFields('dial'), { from: callerId }),
  }));
  const [troubles, setTroubles] = useState<FormTroubles>({});
  const [told, setTold] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [commandId, setCommandId] = useState<CommandId | null>(null);
  const fields = creationFields(source);
  const post = async () => {
    setIsBusy(true);
    setRefusal(null);
    setTold({});
    try {
      const made = await createConference(sentFields(fields, values));
      if (source === 'dial') prefer({ callerId: textIn(values, 'from') });
      if (made.conferenceId === null) setCommandId(made.commandId);
      else openDesk(made.conferenceId);
    } catch (error) {
      if (error instanceof ProblemError) setTold(toldBy(error.problem));
      setRefusal(sentenceOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  return {
    ...{ source, values, troubles, told, refusal, isBusy, commandId },
    choose: (next: CreationSource) => {
      setSource(next);
      setTroubles({});
    },
    change: (next: FormValues) => {
      setValues(next);
      if (Object.keys(troubles).length > 0) setTroubles(troublesIn(fields, next));
    },
    send: () => {
      const found = troublesIn(fields, values);
      setTroubles(found);
      if (Object.keys(found).length === 0) void post();
    },
    again: () => {
      setCommandId(null);
    },
  };
}

/** What the server found wrong with fields, by their names. */
function toldBy({ errors = [] }: Problem): Readonly<Record<string, string>> {
  return Object.fromEntries(
    errors.map(({ path, message }) => [path.split('.').at(-1) ?? path, message]),
  );
}

function useSentence(): (error: unknown) => string {
  const t = useTranslations('problems');
  const refusals = useTranslations('refusals');
  return (error) => {
    if (error instanceof UnreachableError) return t('unreachableTitle');
    if (!(error instanceof ProblemError)) throw error;
    const { code, detail } = error.problem;
    return `${refusals(code)} ${detail}`;
  };
}
