/** The languages a text can be spoken in (DOMAIN §1.3, speak). */
export const speechLanguages = [
  'arb',
  'cmn-CN',
  'cy-GB',
  'da-DK',
  'de-DE',
  'en-AU',
  'en-GB',
  'en-GB-WLS',
  'en-IN',
  'en-US',
  'es-ES',
  'es-MX',
  'es-US',
  'fr-CA',
  'fr-FR',
  'hi-IN',
  'is-IS',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nb-NO',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'pt-PT',
  'ro-RO',
  'ru-RU',
  'sv-SE',
  'tr-TR',
] as const;
/** One of them. */
export type SpeechLanguage = (typeof speechLanguages)[number];

/** How a text to be spoken is written. */
export const speechTextTypes = ['text', 'ssml'] as const;
/** One way of writing it. */
export type SpeechTextType = (typeof speechTextTypes)[number];

/** The longest text the carrier speaks, in characters (DOMAIN §1.3, speak). */
export const longestSpeech = 3000;

/** Whether a voice's language is the one wanted; one that names no region has every region. */
export function isOfLanguage(voiceLanguage: string, wanted: string): boolean {
  const voice = tagOf(voiceLanguage);
  const asked = tagOf(wanted);
  if (voice.base !== asked.base) return false;
  return voice.region === '' || asked.region === '' || voice.region === asked.region;
}

// Providers write Mandarin and Arabic in two ways.
const otherNames: Readonly<Record<string, string>> = { cmn: 'zh', arb: 'ar', no: 'nb' };

function tagOf(language: string): { readonly base: string; readonly region: string } {
  const [base = '', ...region] = language.toLowerCase().split(/[-_]/);
  return { base: otherNames[base] ?? base, region: region.join('-') };
}
