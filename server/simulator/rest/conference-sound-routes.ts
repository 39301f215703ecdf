import { requireParticipant } from '../network/conferences';
import { startGather } from '../network/gathering';
import { requireAlive, setClientState } from '../network/legs';
import {
  pauseRecording,
  recordingsMeant,
  resumeRecording,
  startRecording,
  stopRecording,
} from '../network/recordings';
import {
  type Output,
  participantOutput,
  play,
  playback,
  roomOutput,
  speech,
  stopByCommand,
} from '../network/sounds';
import { type Conference, type Recording, type Sound, type World } from '../network/world';
import { refusal } from '../refusal';
import { accepted, type Answer, type CarrierRequest, parseBody } from './carrier-request';
import { type CommandMemory } from './command-memory';
import { conferenceForCommand, participantsMeant } from './find-conference';
import { type Route } from './router';
import { conferenceBodies } from './schemas';

interface Media {
  readonly audio_url?: string | undefined;
  readonly media_name?: string | undefined;
}

/** 10015 for both, 10004 for neither: one of the two says what is played (DOMAIN §4.5). */
export function requireOneMedia({ audio_url: url, media_name: name }: Media): void {
  if (url !== undefined && name !== undefined) {
    const detail = "'audio_url' and 'media_name' can't be used together.";
    throw refusal('10015', detail, { pointer: '/media_name' });
  }
  if (url !== undefined || name !== undefined) return;
  throw refusal('10004', "One of 'audio_url' and 'media_name' is required.", {
    pointer: '/audio_url',
  });
}

/** The words of the simulator for what a body calls its media. */
export const mediaOf = ({ audio_url: url, media_name: name }: Media) => ({
  audioUrl: url ?? null,
  mediaName: name ?? null,
});

function outputs(world: World, conference: Conference, ids: string[]): Output[] {
  if (ids.length === 0) return [roomOutput(world, conference)];
  return participantsMeant(world, conference, ids).map((each) => participantOutput(world, each));
}

function playTo(world: World, conference: Conference, ids: string[], sound: Sound): Answer {
  for (const output of outputs(world, conference, ids)) play(world, output, sound);
  return accepted();
}

function stop(world: World, request: CarrierRequest): Answer {
  const asked = parseBody(conferenceBodies.stop, request.body);
  const conference = conferenceForCommand(world, request.params.id ?? '', asked);
  const meant = outputs(world, conference, asked.call_control_ids);
  if (asked.call_control_ids.length === 0) {
    for (const each of conference.present.values()) meant.push(participantOutput(world, each));
  }
  for (const output of meant) stopByCommand(world, output);
  return accepted();
}

function gather(world: World, request: CarrierRequest): Answer {
  const asked = parseBody(conferenceBodies.gather, request.body);
  const conference = conferenceForCommand(world, request.params.id ?? '', 'anywhere');
  const leg = requireAlive(world, asked.call_control_id, '/call_control_id');
  requireParticipant(conference, leg);
  setClientState(leg, asked.client_state);
  const silent = asked.audio_url === undefined && asked.media_name === undefined;
  startGather(world, leg, {
    gatherId: asked.gather_id ?? null,
    minimumDigits: asked.minimum_digits,
    maximumDigits: asked.maximum_digits,
    terminatingDigit: asked.terminating_digit,
    validDigits: asked.valid_digits,
    timeoutMs: asked.timeout_millis,
    firstDigitTimeoutMs: asked.initial_timeout_millis ?? null,
    betweenDigitsMs: asked.inter_digit_timeout_millis,
    stopPlaybackOnDtmf: asked.stop_playback_on_dtmf,
    prompt: silent ? null : playback(mediaOf(asked), 1),
    triesLeft: asked.maximum_tries,
    digits: '',
    timer: null,
  });
  return accepted();
}

function changeRecordings(
  world: World,
  memory: CommandMemory,
  request: CarrierRequest,
  change: (recording: Recording) => void,
): Answer {
  const asked = parseBody(conferenceBodies.recordStop, request.body);
  const id = request.params.id ?? '';
  return memory.once(`conference ${id}`, asked.command_id, () => {
    const conference = conferenceForCommand(world, id, asked);
    const meant = recordingsMeant(conference, asked.recording_id ?? null);
    setClientState(conference.owner, asked.client_state);
    for (const recording of meant) change(recording);
    return accepted();
  });
}

function recordStart(world: World, memory: CommandMemory, request: CarrierRequest): Answer {
  const asked = parseBody(conferenceBodies.recordStart, request.body);
  const id = request.params.id ?? '';
  return memory.once(`conference ${id}`, asked.command_id, () => {
    const { format, channels, trim } = asked;
    const conference = conferenceForCommand(world, id, asked);
    startRecording(world, conference, { format, channels, trimmed: trim !== undefined });
    return accepted();
  });
}

/** What is heard and kept: play, speak, stop, digits, gather, recording (C14 to C20, C22, C23). */
export function conferenceSoundRoutes(world: World, memory: CommandMemory): Route[] {
  const at = (action: string) => `/conferences/:id/actions/${action}`;
  const idOf = ({ params }: CarrierRequest) => params.id ?? '';
  const onRecordings = (change: (recording: Recording) => void) => (request: CarrierRequest) =>
    changeRecordings(world, memory, request, change);
  const playAction = (request: CarrierRequest): Answer => {
    const asked = parseBody(conferenceBodies.play, request.body);
    requireOneMedia(asked);
    const conference = conferenceForCommand(world, idOf(request), asked);
    return playTo(world, conference, asked.call_control_ids, playback(mediaOf(asked), asked.loop));
  };
  const speakAction = (request: CarrierRequest): Answer => {
    const asked = parseBody(conferenceBodies.speak, request.body);
    return memory.once('account', asked.command_id, () => {
      const conference = conferenceForCommand(world, idOf(request), asked);
      return playTo(world, conference, asked.call_control_ids, speech(asked.payload));
    });
  };
  const sendDtmf = (request: CarrierRequest): Answer => {
    const asked = parseBody(conferenceBodies.sendDtmf, request.body);
    const conference = conferenceForCommand(world, idOf(request), 'anywhere');
    for (const { leg } of participantsMeant(world, conference, asked.call_control_ids)) {
      setClientState(leg, asked.client_state);
    }
    return accepted();
  };
  return [
    ['POST', at('play'), playAction],
    ['POST', at('speak'), speakAction],
    ['POST', at('stop'), (request) => stop(world, request)],
    ['POST', at('send_dtmf'), sendDtmf],
    ['POST', at('gather_using_audio'), (request) => gather(world, request)],
    ['POST', at('record_start'), (request) => recordStart(world, memory, request)],
    [
      'POST',
      at('record_stop'),
      onRecordings((recording) => {
        stopRecording(world, recording);
      }),
    ],
    [
      'POST',
      at('record_pause'),
      onRecordings((recording) => {
        pauseRecording(world, recording);
      }),
    ],
    [
      'POST',
      at('record_resume'),
      onRecordings((recording) => {
        resumeRecording(world, recording);
      }),
    ],
  ];
}
