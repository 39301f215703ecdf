import type Telnyx from 'telnyx';
import type { CarrierCommand } from '@/lib/domain/conference/command';
import type { CarrierRegion } from '@/lib/domain/conference/region';
import type { CallControlId, CommandId, ConferenceId } from '@/lib/domain/ids';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import {
  beepWords,
  entranceWords,
  given,
  mediaWords,
  stateWords,
  whisperWords,
} from './conference-words';

const legsAtOnce = 8;

/** What a command is carried to the carrier with. */
export interface Target {
  readonly client: Telnyx;
  readonly id: ConferenceId;
  readonly commandId: CommandId;
  /** Goes wherever the carrier takes it; end, digits, gather and PATCH do not (DOMAIN §4.8). */
  readonly region: { readonly region?: CarrierRegion };
  readonly ask: (call: () => Promise<unknown>) => Promise<CarrierAnswer>;
  /** The carrier's own ids of those who are in, which only a change of a participant asks for. */
  readonly participantIds: () => Promise<ReadonlyMap<CallControlId, string>>;
}

type Type = CarrierCommand['type'];
type Fields<T extends Type> = Extract<CarrierCommand, { type: T }>['fields'];
type Run<T extends Type> = (target: Target, fields: Fields<T>) => Promise<CarrierAnswer>;

/** The carrier's call for each command: a closed table, never a path handed through. */
const calls: { readonly [T in Type]: Run<T> } = {
  'participants.mute': ({ client, id, region, ask }, { legs }) =>
    ask(() => client.conferences.actions.mute(id, { call_control_ids: [...legs], ...region })),
  'participants.unmute': ({ client, id, region, ask }, { legs }) =>
    ask(() => client.conferences.actions.unmute(id, { call_control_ids: [...legs], ...region })),
  'participants.hold': ({ client, id, region, ask }, { legs, ...media }) =>
    ask(() =>
      client.conferences.actions.hold(id, {
        call_control_ids: [...legs],
        ...mediaWords(media),
        ...region,
      }),
    ),
  'participants.unhold': ({ client, id, region, ask }, { legs }) =>
    ask(() => client.conferences.actions.unhold(id, { call_control_ids: [...legs], ...region })),
  'participants.remove': (target, { legs, beep }) =>
    eachLeg(target, legs, ({ client, id, region }, named) =>
      client.conferences.actions.leave(id, { ...named, ...beepWords(beep), ...region }),
    ),
  'participants.hangUp': (target, { legs }) =>
    eachLeg(target, legs, ({ client }, { call_control_id: leg, command_id }) =>
      client.calls.actions.hangup(leg, { command_id }),
    ),
  'participants.join': (target, { legs, clientState, ...entrance }) =>
    eachLeg(target, legs, ({ client, id, region }, named) =>
      client.conferences.actions.join(id, {
        ...named,
        ...entranceWords(entrance),
        ...stateWords(clientState),
        ...region,
      }),
    ),
  'participants.setRole': (target, { legs, role, whisperTo }) =>
    eachLeg(target, legs, ({ client, id, region }, named) =>
      client.conferences.actions.update(id, {
        ...named,
        supervisor_role: role,
        ...whisperWords(whisperTo),
        ...region,
      }),
    ),
  'participants.update': updateParticipants,
  'audio.play': ({ client, id, region, ask }, { legs, loop, ...media }) =>
    ask(() =>
      client.conferences.actions.play(id, {
        ...audienceWords(legs),
        ...mediaWords(media),
        loop,
        ...region,
      }),
    ),
  'audio.speak': ({ client, id, commandId, region, ask }, fields) =>
    ask(() =>
      client.conferences.actions.speak(id, {
        ...audienceWords(fields.legs),
        payload: fields.payload,
        payload_type: fields.payloadType,
        voice: fields.voice,
        command_id: commandId,
        ...voiceWords(fields),
        ...region,
      }),
    ),
  'audio.stop': ({ client, id, region, ask }, { legs }) =>
    ask(() => client.conferences.actions.stop(id, { ...audienceWords(legs), ...region })),
  'digits.send': ({ client, id, ask }, { legs, digits, durationMillis, clientState }) =>
    ask(() =>
      client.conferences.actions.sendDtmf(id, {
        ...audienceWords(legs),
        digits,
        duration_millis: durationMillis,
        ...stateWords(clientState),
      }),
    ),
  'digits.gather': gather,
  'recording.start': ({ client, id, commandId, region, ask }, fields) =>
    ask(() =>
      client.conferences.actions.recordStart(id, {
        format: fields.format,
        channels: fields.channels,
        play_beep: fields.playBeep,
        command_id: commandId,
        ...(fields.trimSilence ? { trim: 'trim-silence' as const } : {}),
        ...given({ custom_file_name: fields.fileName }),
        ...region,
      }),
    ),
  'recording.pause': ({ client, id, commandId, region, ask }, { recordingId }) =>
    ask(() =>
      client.conferences.actions.recordPause(id, {
        command_id: commandId,
        ...given({ recording_id: recordingId }),
        ...region,
      }),
    ),
  'recording.resume': ({ client, id, commandId, region, ask }, { recordingId }) =>
    ask(() =>
      client.conferences.actions.recordResume(id, {
        command_id: commandId,
        ...given({ recording_id: recordingId }),
        ...region,
      }),
    ),
  'recording.stop': ({ client, id, commandId, region, ask }, { recordingId, clientState }) =>
    ask(() =>
      client.conferences.actions.recordStop(id, {
        command_id: commandId,
        ...given({ recording_id: recordingId }),
        ...stateWords(clientState),
        ...region,
      }),
    ),
  'conference.end': ({ client, id, commandId, ask }) =>
    ask(() => client.conferences.actions.endConference(id, { command_id: commandId })),
};

/** Carries one command to the carrier. */
export function carryCommand(target: Target, command: CarrierCommand): Promise<CarrierAnswer> {
  return (calls[command.type] as Run<Type>)(target, command.fields);
}

function gather(
  { client, id, ask }: Target,
  fields: Fields<'digits.gather'>,
): Promise<CarrierAnswer> {
  const [leg] = fields.legs;
  if (leg === undefined) throw new Error('A gather names one leg');
  return ask(() =>
    client.conferences.actions.gatherDtmfAudio(id, {
      call_control_id: leg,
      ...mediaWords(fields),
      minimum_digits: fields.minimumDigits,
      maximum_digits: fields.maximumDigits,
      maximum_tries: fields.maximumTries,
      timeout_millis: fields.timeoutMillis,
      inter_digit_timeout_millis: fields.interDigitTimeoutMillis,
      terminating_digit: fields.terminatingDigit,
      valid_digits: fields.validDigits,
      stop_playback_on_dtmf: fields.stopPlaybackOnDtmf,
      ...stateWords(fields.clientState),
      ...given({
        invalid_audio_url: fields.invalidAudioUrl,
        invalid_media_name: fields.invalidMediaName,
        initial_timeout_millis: fields.initialTimeoutMillis,
        gather_id: fields.gatherId,
      }),
    }),
  );
}

async function updateParticipants(
  target: Target,
  { legs, beep, ...flags }: Fields<'participants.update'>,
): Promise<CarrierAnswer> {
  const { client, id } = target;
  const ids = await target.participantIds();
  const known = legs.filter((leg) => ids.has(leg));
  if (known.length === 0) {
    const detail = 'None of those you chose is in the conference any more';
    return { kind: 'refused', code: 'carrier-refused', carrierCode: null, detail };
  }
  const changes = {
    ...beepWords(beep),
    ...given({
      end_conference_on_exit: flags.endConferenceOnExit,
      soft_end_conference_on_exit: flags.softEndConferenceOnExit,
    }),
  };
  return eachLeg(target, known, (_target, { call_control_id: leg }) =>
    client.conferences.updateParticipant(ids.get(leg) ?? '', { id, ...changes }),
  );
}

// To the carrier a list that is left out means everyone (DOMAIN §4.5).
function audienceWords(legs: 'everyone' | readonly CallControlId[]) {
  return legs === 'everyone' ? {} : { call_control_ids: [...legs] };
}

type SpeakParams = Parameters<Telnyx['conferences']['actions']['speak']>[1];

function voiceWords({ language, voiceSettings }: Fields<'audio.speak'>) {
  // The schemas of the door hold them to the carrier's lists, which the client's types spell out.
  return given({
    language: language as SpeakParams['language'],
    voice_settings: voiceSettings as unknown as SpeakParams['voice_settings'],
  });
}

interface NamedLeg {
  readonly call_control_id: CallControlId;
  readonly command_id: string;
}

/** Runs a command leg by leg; what some legs refuse shows when the participants are read back. */
async function eachLeg(
  target: Target,
  legs: readonly CallControlId[],
  run: (target: Target, leg: NamedLeg) => Promise<unknown>,
): Promise<CarrierAnswer> {
  const answers: CarrierAnswer[] = [];
  const queue = legs.entries();
  const worker = async () => {
    for (const [index, leg] of queue) {
      const named = { call_control_id: leg, command_id: `${target.commandId}-${index}` };
      answers.push(await target.ask(() => run(target, named)));
    }
  };
  await Promise.all(Array.from({ length: Math.min(legsAtOnce, legs.length) }, worker));
  return (
    answers.find((answer) => answer.kind === 'unknown') ??
    answers.find((answer) => answer.kind === 'accepted') ??
    answers[0] ?? { kind: 'accepted' }
  );
}
