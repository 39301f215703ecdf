import type {
  Beep,
  ConferenceSettings,
  Entrance,
  Media,
} from '@/lib/domain/conference/command-fields';
import type { CallControlId } from '@/lib/domain/ids';

const beeps = {
  always: 'always',
  never: 'never',
  onEnter: 'on_enter',
  onExit: 'on_exit',
} as const satisfies Record<Beep, string>;

/** The carrier's words for a beep. */
export function beepWords(beep: Beep | undefined) {
  return beep === undefined ? {} : { beep_enabled: beeps[beep] };
}

/** The carrier's words for what is played. */
export function mediaWords({ audioUrl, mediaName }: Media) {
  return given({ audio_url: audioUrl, media_name: mediaName });
}

/** The carrier's words for how somebody enters (DOMAIN §1.3, C7). */
export function entranceWords(entrance: Entrance) {
  const { audioUrl, mediaName } = entrance;
  return {
    mute: entrance.mute,
    hold: entrance.hold,
    end_conference_on_exit: entrance.endConferenceOnExit,
    soft_end_conference_on_exit: entrance.softEndConferenceOnExit,
    start_conference_on_enter: entrance.startConferenceOnEnter,
    supervisor_role: entrance.role,
    ...whisperWords(entrance.whisperTo),
    ...beepWords(entrance.beep),
    ...given({ hold_audio_url: audioUrl, hold_media_name: mediaName }),
  };
}

/** The carrier's words for whom one who whispers is heard by. */
export function whisperWords(whisperTo: readonly CallControlId[]) {
  return whisperTo.length === 0 ? {} : { whisper_call_control_ids: [...whisperTo] };
}

/** The carrier's words for what a conference is made with (DOMAIN §1.3, C2). */
export function settingsWords(settings: ConferenceSettings) {
  return {
    name: settings.name,
    comfort_noise: settings.comfortNoise,
    start_conference_on_create: settings.startConferenceOnCreate,
    max_participants: settings.maxParticipants,
    ...beepWords(settings.beep),
    ...given({
      hold_audio_url: settings.holdAudioUrl,
      hold_media_name: settings.holdMediaName,
      duration_minutes: settings.durationMinutes,
      region: settings.region,
    }),
  };
}

/** State that comes back in webhooks: to the carrier it is Base64 (DOMAIN §6.31). */
export function stateWords(clientState: string | undefined) {
  if (clientState === undefined) return {};
  return { client_state: Buffer.from(clientState, 'utf8').toString('base64') };
}

/** Only what was given: the carrier's own default stands for the rest. */
export function given<T extends object>(words: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(words).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
