import type { FormField } from '@/lib/contract/forms/field';
import { commandForms } from '@/lib/contract/forms/command-forms';
import type { ConferenceCommand, ConferenceCommandType } from '@/lib/domain/conference/command';
import {
  type FormTroubles,
  type FormValues,
  sentFields,
  textIn,
  trouble,
  troublesIn,
} from './form-values';

type Rule = (values: FormValues) => FormTroubles;

/** The commands for which leaving a field empty means taking away what it held. */
const takesAway: ReadonlySet<ConferenceCommandType> = new Set([
  'conference.setRegion',
  'conference.setLobby',
]);

/** What no field can tell by itself. */
const rules: Partial<Record<ConferenceCommandType, Rule>> = {
  'audio.play': (values) =>
    textIn(values, 'audioUrl') === '' && textIn(values, 'mediaName') === ''
      ? { audioUrl: trouble('sound'), mediaName: trouble('sound') }
      : {},
  'audio.speak': (values) =>
    textIn(values, 'payloadType') === 'ssml' &&
    !/^\s*<speak[\s>][^]*<\/speak>\s*$/.test(textIn(values, 'payload'))
      ? { payload: trouble('ssml') }
      : {},
  'digits.gather': (values) =>
    Number(textIn(values, 'minimumDigits')) > Number(textIn(values, 'maximumDigits'))
      ? { minimumDigits: trouble('fewest') }
      : {},
  'participants.update': (values) =>
    ['beep', 'endConferenceOnExit', 'softEndConferenceOnExit'].every(
      (name) => textIn(values, name) === '',
    )
      ? { endConferenceOnExit: trouble('nothing') }
      : {},
};

/** The fields of a command's form that a person fills in; the people are chosen before. */
export function shownFields(type: ConferenceCommandType): readonly FormField[] {
  return commandForms[type].filter((field) => !isChosenBefore(field));
}

/** Everything wrong with a command's form, by the names of its fields; empty where it can be sent. */
export function commandTroubles(type: ConferenceCommandType, values: FormValues): FormTroubles {
  return { ...rules[type]?.(values), ...troublesIn(shownFields(type), values) };
}

/** The command that a form without troubles asks for; `legs` where it is for people. */
export function commandFrom<Type extends ConferenceCommandType>(
  type: Type,
  values: FormValues,
  legs: 'everyone' | readonly string[],
): Extract<ConferenceCommand, { type: Type }> {
  const own = sentFields(shownFields(type), values, takesAway.has(type));
  const isForPeople = commandForms[type].some(isChosenBefore);
  const listed = type === 'participants.setRole' ? { whisperTo: [] } : {};
  // The form has the fields of its command, which the server checks again.
  return {
    type,
    fields: { ...listed, ...own, ...(isForPeople && { legs }) },
  } as unknown as Extract<ConferenceCommand, { type: Type }>;
}

/** People are chosen in the list before the form is opened; calls are chosen in it. */
function isChosenBefore({ name, kind }: FormField): boolean {
  return name === 'legs' && kind !== 'call';
}
