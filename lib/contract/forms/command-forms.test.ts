import { describe, expect, it } from 'vitest';
import { english } from '@/lib/i18n/messages';
import { createConferenceSchema, postConferenceCommandSchema } from '../command';
import { createQueueSchema, postQueueCommandSchema } from '../queue-command';
import { commandForms, createConferenceForm } from './command-forms';
import type { FormField } from './field';
import { createQueueForm, queueForms } from './queue-forms';

const legs = ['v3:ada'];
const media = { mediaName: 'welcome' };

/** What each command cannot do without, beside nothing else. */
const least: Readonly<Record<string, Record<string, unknown>>> = {
  'participants.setRole': { legs, role: 'monitor' },
  'participants.update': { legs, beep: 'never' },
  'participants.invite': { numbers: [{ to: '+13125550142' }], from: '+13125550100' },
  'participants.label': { legs, label: null, note: null },
  'participants.markHost': { legs, isHost: null },
  'audio.play': { legs, ...media },
  'audio.speak': { legs, payload: 'Welcome', voice: 'AWS.Polly.Joanna' },
  'digits.send': { legs, digits: '1' },
  'recording.start': {},
  'recording.pause': {},
  'recording.resume': {},
  'recording.stop': {},
  'conference.muteOnEntry': { isOn: true },
  'conference.setLobby': { queue: null },
  'conference.setRegion': { region: null },
  'conference.end': {},
  'queue.create': {},
  'queue.update': { maxSize: 50 },
  'queue.delete': {},
  'queue.bridgeNext': { callControlId: 'v3:bob' },
  'queueCalls.admit': { legs, conferenceId: 'c1' },
  'queueCalls.transfer': { legs, to: '+13125550142' },
  'queueCalls.bridge': { legs, callControlId: 'v3:bob' },
  'queueCalls.move': { legs, queue: 'billing' },
  'queueCalls.setKeepAfterHangup': { legs, keepAfterHangup: true },
};

type Parse = (fields: Record<string, unknown>) => { success: boolean; fields: object };

const making = { 'conference.create': createConferenceSchema, 'a queue': createQueueSchema };
const schemaOf = (type: string) => {
  if (type in making) return making[type as keyof typeof making];
  return type.startsWith('queue') ? postQueueCommandSchema : postConferenceCommandSchema;
};

const parserOf =
  (type: string): Parse =>
  (fields) => {
    const asked = type === 'a queue' ? 'queue.create' : type;
    const body = { commandId: 'of-the-form', command: { type: asked, fields } };
    const read = schemaOf(type).safeParse(body);
    return { success: read.success, fields: read.success ? read.data.command.fields : {} };
  };

const forms: [string, readonly FormField[], Record<string, unknown>][] = [
  ...[...Object.entries(commandForms), ...Object.entries(queueForms)].map(
    ([type, form]): [string, readonly FormField[], Record<string, unknown>] => [
      ...([type, form] as const),
      least[type] ?? { legs },
    ],
  ),
  ['conference.create', createConferenceForm, { name: 'Board', callControlId: 'v3:ada' }],
  ['a queue', createQueueForm, { name: 'support' }],
];

const isText = ({ kind }: FormField) => kind === 'text' || kind === 'longText' || kind === 'voice';
const filled = ({ name, kind }: FormField, length: number) =>
  kind === 'voice'
    ? `a.${'a'.repeat(Math.max(0, length - 2))}`
    : (['digits', 'validDigits', 'terminatingDigit'].includes(name) ? '1' : 'a').repeat(length);

describe.each(forms)('the form of %s', (type, form, base) => {
  const parse = parserOf(type);
  const takes = (field: FormField, value: unknown) =>
    parse({ ...base, [field.name]: value }).success;
  // A state goes only with a call that is dialled.
  const isFree = ({ name }: FormField) => !(type === 'conference.create' && name === 'clientState');

  it('presets what the schema takes when it is left out', () => {
    const read = parse(base);
    expect(read.success).toBe(true);
    const presets = form.filter(({ preset, name }) => preset !== null && !(name in base));
    const expected = Object.fromEntries(presets.map(({ name, preset }) => [name, preset]));
    expect(read.fields).toMatchObject(expected);
  });

  it('says of each number and text exactly what the schema takes', () => {
    for (const each of form.filter(isFree)) {
      const { min, max, minLength, maxLength } = each;
      if (each.kind === 'number' && min !== undefined && max !== undefined) {
        const taken = [min - 1, min, max, max + 1].map((value) =>
          each.name === 'minimumDigits' || each.name === 'maximumDigits'
            ? parse({ ...base, minimumDigits: value, maximumDigits: value }).success
            : takes(each, value),
        );
        expect(taken, each.name).toEqual([false, true, true, false]);
      }
      if (isText(each) && minLength !== undefined && maxLength !== undefined) {
        const lengths = [minLength, maxLength, maxLength + 1];
        const taken = lengths.map((length) => takes(each, filled(each, length)));
        expect(taken, each.name).toEqual([true, true, false]);
      }
      for (const option of each.options ?? []) expect(takes(each, option), option).toBe(true);
      if (each.options !== undefined) expect(takes(each, 'no such thing')).toBe(false);
      if (each.orElse !== undefined) expect(takes(each, each.orElse)).toBe(true);
      if (each.kind === 'switch') expect(takes(each, 'yes')).toBe(false);
    }
  });

  it('asks for what cannot be left out', () => {
    for (const { name } of form.filter(({ isRequired }) => isRequired)) {
      const rest = Object.fromEntries(Object.entries(base).filter(([known]) => known !== name));
      expect(parse(rest).success, name).toBe(false);
    }
  });

  it('has a word and a help text for each field and each option', () => {
    const { fields, options } = english.commands;
    for (const { name: own, words, options: values = [] } of form) {
      const name = words ?? own;
      expect(fields, name).toHaveProperty([name, 'label'], expect.stringMatching(/\S/));
      expect(fields, name).toHaveProperty([name, 'help'], expect.stringMatching(/\S/));
      if (name === 'language') continue;
      for (const value of values) expect(options).toHaveProperty([name, value]);
    }
  });
});
