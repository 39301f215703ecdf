import type { InvitedNumber } from './conference/command-fields';
import type { DomainEvent, Numbered } from './event';
import { maskedDigits, maskedNumber, maskedText } from './number';

/** The fields of commands that may hold a number, whichever command they stand in. */
const hiddenFields: Readonly<Record<string, (text: string) => string>> = {
  payload: maskedText,
  digits: maskedDigits,
  clientState: maskedText,
  label: maskedText,
  note: maskedText,
  from: maskedNumber,
  to: maskedNumber,
  name: maskedText,
  fromDisplayName: maskedText,
  queue: maskedText,
  fileName: maskedText,
  gatherId: maskedText,
  sipAddress: maskedNumber,
  body: maskedText,
  digitsOnAnswer: maskedDigits,
};

/** The fields of a command for those who do not see numbers. */
export function maskedFields<F extends object>(fields: F): F {
  const shown = { ...fields } as Record<string, unknown>;
  for (const [name, hide] of Object.entries(hiddenFields)) {
    const value = shown[name];
    if (typeof value === 'string') shown[name] = hide(value);
  }
  if ('numbers' in fields) {
    shown.numbers = (fields.numbers as readonly InvitedNumber[]).map(maskedInvited);
  }
  // Only texts became other texts.
  return shown as F;
}

/** A number that is called, and what it is called, for those who do not see numbers. */
export function maskedInvited({ to, label }: Pick<InvitedNumber, 'to' | 'label'>) {
  return { to: maskedNumber(to), label: label === null ? null : maskedText(label) };
}

const links = ['mediaUrl', 'audioUrl', 'invalidAudioUrl', 'holdAudioUrl'];

/** Of a link to what is played, the name of the file: the link itself may open more than that. */
export function withoutLinks(event: Numbered<DomainEvent>): Numbered<DomainEvent> {
  const data = withoutLinksIn(event.data);
  const { command } = event.data as { readonly command?: { readonly fields: object } };
  if (command === undefined) return data === event.data ? event : { ...event, data };
  const fields = withoutLinksIn(command.fields);
  if (fields === command.fields) return event;
  return { ...event, data: { ...event.data, command: { ...command, fields } } };
}

function withoutLinksIn(holder: object): object {
  const held = holder as Readonly<Record<string, unknown>>;
  const found = links.filter((name) => typeof held[name] === 'string');
  if (found.length === 0) return holder;
  const files = found.map((name) => [name, fileOf(String(held[name]))] as const);
  return { ...holder, ...Object.fromEntries(files) };
}

function fileOf(link: string): string | null {
  const file = link.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
  return file === '' ? null : file;
}
