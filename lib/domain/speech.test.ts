import { expect, it } from 'vitest';
import { isOfLanguage } from './speech';

it.each([
  ['en-US', 'en-US', true],
  ['en-us', 'en-US', true],
  ['en', 'en-GB', true],
  ['en-GB', 'en', true],
  ['en-GB', 'en-US', false],
  ['zh-CN', 'cmn-CN', true],
  ['zh-TW', 'cmn-CN', false],
  ['de-DE', 'en-US', false],
  ['', 'en-US', false],
])('a voice of %s for somebody who wants %s: %s', (voice, wanted, expected) => {
  expect(isOfLanguage(voice, wanted)).toBe(expected);
});
