import compile from 'icu-minify/compile';
import format, { type FormatOptions } from 'icu-minify/format';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { chinese } from './chinese';
import { english } from './messages';
import { messageParts } from './testing/message-parts';

/** Names, and words that are written in Latin letters in Chinese too. */
const latin = new Set(
  (
    'Rostrum Telnyx Mission Control Portal Voice API URL webhook Webhook ID CSV JSON MP3 WAV SSML DTMF TeXML ' +
    'Priya https http Enter Escape Delete MB speak Provider Model Voice TELNYX_API_KEY TELNYX_PUBLIC_KEY TELNYX_CONNECTION_ID client_state api webhooks ' +
    'telnyx OUTBOUND_HOSTS AUTH_SECRET Standard Webhooks HMAC SHA2 Node xx name example com path IPv6 SIP sip INFO ZIP SHA RECORDING_HOSTS text plain ada PUBLIC_URL'
  ).split(' '),
);
/** Sentences that have no word of Chinese. */
const wordless = new Set([
  'actions.shortcuts.changed',
  'activity.changed',
  'activity.supervised',
  'alerts.percent',
  'alerts.service.level',
  'alerts.told',
  'commands.options.format.mp3',
  'commands.options.format.wav',
  'commands.options.payloadType.ssml',
  'common.product',
  'calls.actionOn',
  'calls.filterCount',
  'calls.timeline.says.asked',
  'calls.timeline.says.askedTo',
  'desk.pageTitle',
  'deskForms.person.shareValue',
  'desk.ribbon.partValue',
  'desk.ribbon.share',
  'desk.action.sendDigits',
  'desk.action.sendDigitsAll',
  'desk.onPerson',
  'desk.roster.filterCount',
  'rehearsal.faults.active',
  'rehearsal.state.sent',
  'settings.appearance.languages.en',
  'settings.deliveries.attempt',
  'settings.deliveries.noType',
  'settings.announcements.dialog.textTypes.ssml',
  'settings.announcements.saved',
  'settings.media.upload.about',
  'queues.chart.at',
  'queues.onCaller',
  'queues.onQueue',
  'queues.mark',
  'settings.targets.dialog.units.abandonment',
  'settings.targets.webhook.example',
  'recordings.callBetween',
  'recordings.formats.mp3',
  'recordings.formats.wav',
  'recordings.player.at',
  'recordings.player.marker',
  'recordings.player.more',
  'recordings.player.noteBy',
  'recordings.player.share',
  'recordings.player.speedValue',
  'recordings.share.by',
  'recordings.zipDialog.leftWhy',
  'settings.retention.saved',
  'shell.title',
]);

const formatters = {
  getNumberFormat: (locale, options) => new Intl.NumberFormat(locale, options),
  getDateTimeFormat: (locale, options) => new Intl.DateTimeFormat(locale, options),
  getPluralRules: (locale, options) => new Intl.PluralRules(locale, options),
} satisfies FormatOptions['formatters'];

const inEnglish = sentencesOf(english);
const inChinese = sentencesOf(chinese);

describe('the Chinese catalogue', () => {
  it('has the same sentences as the English one', () => {
    expect([...inChinese.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  });

  it.each([...inEnglish])('%s takes what the English one takes', (path, sentence) => {
    const { values, tags, numbers } = messageParts(sentence);
    expect(messageParts(inChinese.get(path) ?? '')).toMatchObject({ values, tags, numbers });
  });

  it('leaves no English standing', () => {
    const left = [...inChinese].filter(([path, sentence]) => {
      const { words } = messageParts(sentence);
      const isForeign = (words.match(/[A-Za-z_]{2,}\d?/g) ?? []).some((word) => !latin.has(word));
      const isWordless = !/\p{Script=Han}/u.test(words);
      return !wordless.has(path) && (isForeign || isWordless);
    });
    expect(left).toEqual([]);
  });

  it('excuses no sentence that needs no excuse', () => {
    const chineseAfterAll = [...wordless].filter((path) =>
      /\p{Script=Han}/u.test(messageParts(inChinese.get(path) ?? '会').words),
    );
    expect(chineseAfterAll).toEqual([]);
  });
});

describe.each([
  { locale: 'en', sentences: inEnglish },
  { locale: 'zh-CN', sentences: inChinese },
] as const)('every sentence in $locale', ({ locale, sentences }) => {
  it.each([0, 1, 2, 5])('can be said of %i', (count) => {
    const broken: string[] = [];
    for (const [path, sentence] of sentences) {
      const { values, tags } = messageParts(sentence);
      const translate = createTranslator({
        locale,
        messages: { sentence },
        timeZone: 'UTC',
        onError: (error) => broken.push(`${path}: ${error.message}`),
      }) as unknown as { rich: (path: string, values: object) => unknown };
      translate.rich('sentence', {
        ...Object.fromEntries(values.map((name) => [name, count])),
        ...Object.fromEntries(tags.map((name) => [name, () => name])),
      });
    }
    expect(broken).toEqual([]);
  });
});

describe.each([
  { locale: 'en', sentences: inEnglish },
  { locale: 'zh-CN', sentences: inChinese },
] as const)('every sentence in $locale, compiled as browsers get it,', ({ locale, sentences }) => {
  it.each([0, 0.5, 1, 1200])('says the same of %f', (count) => {
    for (const [path, sentence] of sentences) {
      const { values, tags } = messageParts(sentence);
      const given = {
        ...Object.fromEntries(values.map((name) => [name, count])),
        ...Object.fromEntries(tags.map((name) => [name, () => name])),
      };
      const parsed = createTranslator({
        locale,
        messages: { sentence },
        timeZone: 'UTC',
      }) as unknown as {
        rich: (path: string, values: object) => string | readonly string[];
      };
      const said = format(compile(sentence), locale, given, { formatters, timeZone: 'UTC' });
      expect([said].flat().join(''), path).toBe([parsed.rich('sentence', given)].flat().join(''));
    }
  });
});

it('tells numbers apart as each language does', () => {
  const count = (locale: 'en' | 'zh-CN', words: typeof english, people: number) =>
    createTranslator({ locale, messages: words, namespace: 'desk.header' })('people', {
      count: people,
    });
  expect(count('en', english, 1)).toBe('1 person');
  expect(count('en', english, 1200)).toBe('1,200 people');
  expect(count('zh-CN', chinese, 1)).toBe('1 人');
  expect(count('zh-CN', chinese, 1200)).toBe('1,200 人');
});

function sentencesOf(words: object, path: readonly string[] = []): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[[...path, key].join('.'), value] as const]
        : [...sentencesOf(value as object, [...path, key])],
    ),
  );
}
