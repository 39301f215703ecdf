import { describe, expect, it } from 'vitest';
import { rightsOf } from './use-desk-rights';

describe('the desk offers', () => {
  it.each(['viewer', 'manager'] as const)('a %s nothing to do', (role) => {
    expect(Object.values(rightsOf(role))).not.toContain(true);
  });
  it.each(['moderator', 'supervisor', 'administrator'] as const)('a %s everything', (role) => {
    expect(Object.values(rightsOf(role))).not.toContain(false);
  });
});
