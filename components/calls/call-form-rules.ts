import {
  type FormTroubles,
  type FormValues,
  sentFields,
  textIn,
  trouble,
  troublesIn,
} from '@/components/forms/form-values';
import { callForms } from '@/lib/contract/forms/call-forms';
import type { FormField } from '@/lib/contract/forms/field';
import type { CallCommand } from '@/lib/domain/call/command';
import type { AskedCallCommand } from './call-actions';

/** With what a call is connected: one that is named, or the next of a queue. */
export type BridgeTarget = 'call' | 'queue';

/** The fields of a command's form; of two ways to say with what, those of the one that was chosen. */
export function callFields(type: AskedCallCommand, target: BridgeTarget): readonly FormField[] {
  const left = type !== 'call.bridge' ? null : target === 'call' ? 'queue' : 'callControlId';
  return callForms[type]
    .filter(({ name }) => name !== left)
    .map((field) =>
      type === 'call.bridge' && (field.name === 'callControlId' || field.name === 'queue')
        ? { ...field, isRequired: true }
        : field,
    );
}

/** Everything wrong with a command's form, by the names of its fields; empty where it can be sent. */
export function callTroubles(
  type: AskedCallCommand,
  fields: readonly FormField[],
  values: FormValues,
): FormTroubles {
  const isSilent =
    type === 'call.playStart' &&
    textIn(values, 'audioUrl') === '' &&
    textIn(values, 'mediaName') === '';
  const silent = { audioUrl: trouble('sound'), mediaName: trouble('sound') };
  return { ...(isSilent ? silent : {}), ...troublesIn(fields, values) };
}

/** The command that a form without troubles asks for. */
export function callCommandFrom(
  type: AskedCallCommand,
  fields: readonly FormField[],
  values: FormValues,
): CallCommand {
  // The form has the fields of its command, which the server checks again.
  return { type, fields: sentFields(fields, values) } as unknown as CallCommand;
}
