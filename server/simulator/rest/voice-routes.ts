import { carrierErrorOf, Refusal } from '../refusal';
import { type Handler } from './carrier-request';
import { type Route } from './router';

const providers = ['aws', 'telnyx', 'azure', 'elevenlabs', 'minimax', 'rime', 'resemble', 'xai'];
/** Those that list nothing without a key of theirs (T1 of DOMAIN §1.1). */
const withOwnKey = ['elevenlabs', 'resemble'];

const voice = (provider: string, id: string, language: string, gender: string) => ({
  provider,
  voice_id: id,
  name: id.split(/[.-]/).at(-1) ?? id,
  language,
  gender,
});

const voices = [
  voice('aws', 'Polly.Joanna', 'en-US', 'female'),
  voice('aws', 'Polly.Matthew', 'en-US', 'male'),
  voice('aws', 'Polly.Amy', 'en-GB', 'female'),
  voice('aws', 'Polly.Vicki', 'de-DE', 'female'),
  voice('aws', 'Polly.Daniel', 'de-DE', 'male'),
  voice('aws', 'Polly.Lea', 'fr-FR', 'female'),
  voice('aws', 'Polly.Zhiyu', 'cmn-CN', 'female'),
  voice('telnyx', 'KokoroTTS.af', 'en-US', 'female'),
  voice('telnyx', 'KokoroTTS.am_adam', 'en-US', 'male'),
  voice('telnyx', 'KokoroTTS.bf_emma', 'en-GB', 'female'),
  voice('azure', 'en-US-AvaMultilingualNeural', 'en-US', 'female'),
  voice('azure', 'de-DE-KatjaNeural', 'de-DE', 'female'),
  voice('azure', 'zh-CN-XiaoxiaoNeural', 'zh-CN', 'female'),
  voice('elevenlabs', '21m00Tcm4TlvDq8ikWAM', 'en', 'female'),
];

// This family answers 400 where the others answer 422.
function badRequest(code: '10032' | '10004', detail: string, parameter: string): Refusal {
  return new Refusal(400, [carrierErrorOf(code, detail, { parameter }).error]);
}

const list: Handler = ({ query }) => {
  const provider = query.get('provider');
  const hasKey = query.get('api_key') !== null;
  if (provider !== null && !providers.includes(provider)) {
    throw badRequest('10032', `The provider is one of ${providers.join(', ')}.`, 'provider');
  }
  if (provider !== null && withOwnKey.includes(provider) && !hasKey) {
    throw badRequest('10004', `Voices of ${provider} need its api_key.`, 'api_key');
  }
  const found = voices.filter(
    (known) =>
      (provider === null || known.provider === provider) &&
      (hasKey || !withOwnKey.includes(known.provider)),
  );
  return { status: 200, body: { voices: found } };
};

/** The voices that texts are spoken in (DOMAIN §1.9). */
export const voiceRoutes = (): Route[] => [['GET', '/text-to-speech/voices', list]];
