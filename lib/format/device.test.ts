import { expect, it } from 'vitest';
import { deviceOf } from './device';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
it.each([
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome', 'Linux'],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/1 Safari/5 Edg/140.0`, 'Edge', 'Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14.1; rv:140.0) Firefox/140.0', 'Firefox', 'macOS'],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) ${webkit} Version/17 Safari/604.1`, 'Safari', 'iOS'],
  [`Mozilla/5.0 (Linux; Android 15) ${webkit} Chrome/140 Mobile Safari/5`, 'Chrome', 'Android'],
])('%s is %s on %s', (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});

it.each(['curl/8.5.0', '', null])('%j is no browser', (userAgent) => {
  expect(deviceOf(userAgent)).toBeNull();
});
