import { describe, expect, it } from 'vitest';
import { commandForms } from '@/lib/contract/forms/command-forms';
import { postConferenceCommandSchema } from '@/lib/contract/command';
import type { ConferenceCommandType } from '@/lib/domain/conference/command';
import { commandFrom, commandTroubles, shownFields } from './command-rules';
import { type FormValues, startingValues } from './form-values';

const form = (type: ConferenceCommandType, typed: FormValues = {}) => ({
  ...startingValues(shownFields(type)),
  ...typed,
});
const said = (type: ConferenceCommandType, typed: FormValues = {}) => {
  const troubles = commandTroubles(type, form(type, typed));
  return Object.fromEntries(Object.entries(troubles).map(([name, { key }]) => [name, key]));
};
const fieldsOf = (type: ConferenceCommandType, typed: FormValues, legs: 'everyone' | string[]) =>
  commandFrom(type, form(type, typed), legs).fields;

/** What somebody would type so that each form can be sent. */
const typed: Partial<Record<ConferenceCommandType, FormValues>> = {
  'participants.update': { beep: 'never' },
  'participants.join': { legs: ['leg'] },
  'participants.setRole': { role: 'monitor' },
  'participants.invite': { numbers: '+13125550100', from: '+13125550199' },
  'audio.play': { mediaName: 'welcome' },
  'audio.speak': { payload: 'Hello', voice: 'AWS.Polly.Joanna' },
  'digits.send': { digits: '12w#' },
  'conference.muteOnEntry': { isOn: 'true' },
};

describe('the form of a command', () => {
  const types = Object.keys(commandForms) as ConferenceCommandType[];
  const own = new Set(['participants.label', 'participants.markHost']);
  for (const type of types.filter((each) => !own.has(each))) {
    it(`makes what the server takes: ${type}`, () => {
      expect(said(type, typed[type])).toEqual({});
      const command = commandFrom(type, form(type, typed[type]), ['leg']);
      const body = { commandId: 'command-1', command };
      expect(postConferenceCommandSchema.safeParse(body).error?.issues ?? []).toEqual([]);
    });
  }

  it('wants a file or a link to play', () => {
    expect(said('audio.play')).toEqual({ audioUrl: 'sound', mediaName: 'sound' });
    expect(said('audio.play', { audioUrl: 'ftp://there/a.mp3' })).toEqual({ audioUrl: 'link' });
    expect(said('audio.play', { audioUrl: 'https://there/a.mp3' })).toEqual({});
  });

  it('plays without end where that is chosen', () => {
    const fields = fieldsOf('audio.play', { mediaName: 'a', loop: 'infinity' }, 'everyone');
    expect(fields).toEqual({ legs: 'everyone', mediaName: 'a', loop: 'infinity' });
  });

  it('says what is right of a number that is none, or out of bounds', () => {
    const loop = (value: string) =>
      commandTroubles(
        'audio.play',
        form('audio.play', {
          mediaName: 'a',
          loop: value,
        }),
      );
    expect(loop('often')).toEqual({ loop: { key: 'number', min: 1, max: 100 } });
    expect(loop('101')).toEqual({ loop: { key: 'range', min: 1, max: 100 } });
  });

  it('wants SSML to be SSML, and a voice', () => {
    const ssml = { payloadType: 'ssml', payload: 'Hello' };
    expect(said('audio.speak', ssml)).toEqual({ payload: 'ssml', voice: 'required' });
    const good = { ...ssml, payload: '<speak>Hello</speak>', voice: 'AWS.Polly.Joanna' };
    expect(said('audio.speak', good)).toEqual({});
  });

  it('tells the settings of a voice to its provider', () => {
    const fields = fieldsOf(
      'audio.speak',
      { payload: 'Hi', voice: 'ElevenLabs.v2.Bea', voiceSettings: 'speed = 1.2\nstyle = calm' },
      'everyone',
    );
    expect(fields).toMatchObject({
      voiceSettings: { type: 'elevenlabs', speed: 1.2, style: 'calm' },
    });
    expect(said('audio.speak', { voiceSettings: 'fast' })).toMatchObject({
      voiceSettings: 'settings',
    });
  });

  it('asks for the name of another queue, and takes the lobby away where none is chosen', () => {
    expect(commandTroubles('conference.setLobby', { queue: ' ' })).toHaveProperty(
      'queue.key',
      'required',
    );
    expect(commandFrom('conference.setLobby', { queue: '' }, 'everyone').fields).toEqual({
      queue: null,
    });
  });

  it('takes digits, star and hash where keys are asked for', () => {
    const values = startingValues(shownFields('digits.gather'));
    expect(commandTroubles('digits.gather', values)).toEqual({});
    expect(commandTroubles('digits.gather', { ...values, validDigits: 'abc' })).toHaveProperty(
      'validDigits.key',
      'keys',
    );
  });

  it('wants a call chosen before it brings one in', () => {
    const values = startingValues(shownFields('participants.join'));
    expect(commandTroubles('participants.join', values)).toHaveProperty('legs');
  });

  it('refuses keys that no telephone has', () => {
    expect(said('digits.send', { digits: '12x' })).toEqual({ digits: 'digits' });
  });

  it('wants no more digits at least than at most', () => {
    expect(said('digits.gather', { minimumDigits: '5', maximumDigits: '4' })).toEqual({
      minimumDigits: 'fewest',
    });
  });

  it('lets an answer end with no key at all', () => {
    expect(fieldsOf('digits.gather', { terminatingDigit: '' }, ['leg'])).toMatchObject({
      terminatingDigit: '',
    });
  });

  it('wants something to change, and sends only that', () => {
    expect(said('participants.update')).toEqual({ endConferenceOnExit: 'nothing' });
    expect(fieldsOf('participants.update', { endConferenceOnExit: 'false' }, ['leg'])).toEqual({
      legs: ['leg'],
      endConferenceOnExit: false,
    });
  });

  it('takes the region away where it is left empty', () => {
    expect(fieldsOf('conference.setRegion', { region: '' }, 'everyone')).toEqual({ region: null });
  });

  it('wants a call to bring in, and brings in those chosen', () => {
    expect(said('participants.join')).toEqual({ legs: 'people' });
    expect(fieldsOf('participants.join', { legs: ['a', 'b'], mute: 'true' }, [])).toMatchObject({
      legs: ['a', 'b'],
      mute: true,
    });
  });

  it('takes hold audio only for those who come in on hold', () => {
    const chosen = { legs: ['a'], audioUrl: 'not a link' };
    expect(said('participants.join', chosen)).toEqual({});
    expect(fieldsOf('participants.join', chosen, [])).not.toHaveProperty('audioUrl');
    expect(said('participants.join', { ...chosen, hold: 'true' })).toEqual({ audioUrl: 'link' });
  });

  it('forgets who was to hear somebody that no longer whispers', () => {
    expect(fieldsOf('participants.setRole', { role: 'barge', whisperTo: ['b'] }, ['a'])).toEqual({
      legs: ['a'],
      role: 'barge',
      whisperTo: [],
    });
  });

  it('lets somebody in a role be heard by those chosen', () => {
    expect(fieldsOf('participants.setRole', { role: 'whisper', whisperTo: ['b'] }, ['a'])).toEqual({
      legs: ['a'],
      role: 'whisper',
      whisperTo: ['b'],
    });
  });
});
