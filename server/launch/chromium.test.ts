import { expect, it } from 'vitest';
import { findChromium } from './chromium.mjs';

const here = import.meta.filename;

it('prefers the browser it is told to use', () => {
  expect(findChromium({ CHROMIUM_PATH: here }, ['/usual/place'])).toBe(here);
});

it('does not fall back when the browser it is told to use is missing', () => {
  expect(findChromium({ CHROMIUM_PATH: '/no/such/browser' }, [here])).toBeUndefined();
});

it('looks in the usual places, in order', () => {
  expect(findChromium({}, ['/no/such/browser', here])).toBe(here);
});
