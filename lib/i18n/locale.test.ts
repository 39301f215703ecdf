import { expect, it } from 'vitest';
import { languageOf, localeOf } from './locale';

const asking = (cookie: string, acceptLanguage = '') =>
  new Headers({ cookie, 'accept-language': acceptLanguage });

it('speaks the chosen language, whatever the browser likes', () => {
  expect(localeOf(asking('a=b; rostrum-language=zh-CN', 'en-GB'))).toBe('zh-CN');
  expect(localeOf(asking('rostrum-language=en; a=b', 'zh-CN'))).toBe('en');
});

it('goes by the browser where nothing is chosen, or something unknown', () => {
  expect(languageOf(asking(''))).toBe('browser');
  expect(languageOf(asking('rostrum-language=tlh'))).toBe('browser');
  expect(localeOf(asking('rostrum-language=tlh', 'zh'))).toBe('zh-CN');
  expect(localeOf(asking('not-rostrum-language=en', 'zh'))).toBe('zh-CN');
});

it.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en-US,en;q=0.9,zh;q=0.8', 'en'],
  ['en;q=0.3, zh-TW;q=0.7', 'zh-CN'],
  ['fr-FR, fr;q=0.9, zh-Hans;q=0.5', 'zh-CN'],
  ['zh;q=0, en;q=0.1', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [';;q=x,,', 'en'],
])('takes “%s” to be best served by %s', (acceptLanguage, locale) => {
  expect(localeOf(asking('', acceptLanguage))).toBe(locale);
});

it('speaks English to who says nothing at all', () => {
  expect(localeOf(new Headers())).toBe('en');
});
