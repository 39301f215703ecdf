import { describe, expect, it } from 'vitest';
import { createIsKnownHost, createIsSameOrigin } from './known-host';

const local = { host: '127.0.0.1', publicUrl: null };
const behindProxy = { host: '127.0.0.1', publicUrl: new URL('https://desk.example.com') };
const open = { host: '0.0.0.0', publicUrl: null };

describe('a host', () => {
  it.each([
    [local, 'localhost:3000', true],
    [local, '127.0.0.1:3000', true],
    [local, '[::1]:3000', true],
    [local, 'rebound.example.com:3000', false],
    [local, 'localhost.example.com', false],
    [local, 'not a host', false],
    [local, undefined, false],
    [behindProxy, 'desk.example.com', true],
    [behindProxy, 'other.example.com', false],
    [open, 'desk.lan:3000', true],
  ])('bound as %j is asked for as %s: %s', (config, given, isKnown) => {
    expect(createIsKnownHost(config)(given)).toBe(isKnown);
  });
});

describe('an origin', () => {
  it.each([
    [local, 'http://localhost:3000', 'localhost:3000', true],
    [local, undefined, 'localhost:3000', true],
    [local, 'http://evil.example.com', 'localhost:3000', false],
    [local, 'http://rebound.example.com:3000', 'rebound.example.com:3000', false],
    [local, 'null', 'localhost:3000', false],
    [behindProxy, 'https://desk.example.com', '127.0.0.1:3000', true],
  ])('of %j: %s at %s: %s', (config, origin, host, isSame) => {
    expect(createIsSameOrigin(config)(origin, host)).toBe(isSame);
  });
});
