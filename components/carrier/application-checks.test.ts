import { describe, expect, it } from 'vitest';
import { type ApplicationRow, usualApplication } from '@/lib/contract/application';
import { checksOf } from './application-checks';

const address = 'https://rostrum.example/api/webhooks/telnyx';
const row: ApplicationRow = {
  ...usualApplication,
  ...{ id: '1', name: 'Rostrum', webhookUrl: address, createdAt: null, updatedAt: null },
};

const found = (change: Partial<ApplicationRow>, expected: string | null = address) =>
  checksOf({ ...row, ...change }, expected)
    .filter(({ tone }) => tone === 'bad' || tone === 'warn')
    .map(({ name, tone, fix }) => [name, tone, fix]);

describe('the application that Rostrum works with', () => {
  it('is right when its webhooks of version 2 come here and it is switched on', () => {
    expect(found({})).toEqual([]);
    expect(found({ webhookUrl: 'https://ROSTRUM.example:443/api/webhooks/telnyx' })).toEqual([]);
  });

  it('is put right by the change that a check names', () => {
    const elsewhere = 'https://rostrum.example/api/webhooks';
    expect(found({ webhookUrl: elsewhere, apiVersion: '1', isActive: false })).toEqual([
      ['webhookUrl', 'bad', { webhookUrl: address }],
      ['apiVersion', 'bad', { apiVersion: '2' }],
      ['isActive', 'bad', { isActive: true }],
    ]);
    const scheme = address.replace('https', 'http');
    expect(found({ webhookUrl: scheme })).toEqual([['webhookUrl', 'bad', { webhookUrl: address }]]);
  });

  it('is not judged by an address that nobody knows, nor by one that is none', () => {
    expect(found({}, null)).toEqual([['webhookUrl', 'warn', null]]);
    expect(found({ webhookUrl: 'nowhere' })).toHaveLength(1);
  });
});
