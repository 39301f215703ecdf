import { describe, expect, it } from 'vitest';
import { isBlinded } from './use-connection';

const second = 1_000_000;

describe('what is on screen', () => {
  it('can be trusted while nothing is wrong, however quiet it is', () => {
    expect(isBlinded([], 3600 * second)).toBe(false);
  });

  it('can be trusted while the carrier is still heard in spite of a trouble', () => {
    expect(isBlinded(['carrier-down'], 5 * second)).toBe(false);
  });

  it('is stale once a trouble lasts and nothing is heard', () => {
    expect(isBlinded(['webhooks-silent'], 31 * second)).toBe(true);
    expect(isBlinded(['carrier-key'], null)).toBe(true);
  });

  it('is stale at once while nothing can be kept', () => {
    expect(isBlinded(['store'], 0)).toBe(true);
  });
});
