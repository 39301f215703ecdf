import { describe, expect, it } from 'vitest';
import {
  type ApplicationRow,
  newApplicationSchema,
  usualApplication,
} from '@/lib/contract/application';
import { changeIn, formOf, settingsIn } from './application-form';

const row: ApplicationRow = {
  ...usualApplication,
  ...{ id: '1', name: 'Hotline', webhookUrl: 'https://a.example', createdAt: 1, updatedAt: 2 },
  ...{ webhookTimeoutSecs: 5, anchorSite: 'Atlantis', sipSubdomain: 'hotline' },
};

describe('the form of an application', () => {
  it('asks for nothing where nothing was changed, also of what the server does not know', () => {
    expect(changeIn(row, formOf(row, {}))).toBeNull();
  });

  it('asks for what was proposed and what was typed, and for nothing else', () => {
    const form = { ...formOf(row, { apiVersion: '1' }), name: ' Desk ', webhookTimeoutSecs: '' };
    expect(changeIn(row, { ...form, sipSubdomain: '' })).toEqual({
      ...{ apiVersion: '1', name: 'Desk', webhookTimeoutSecs: null, sipSubdomain: null },
    });
  });

  it('of a new one is what the server makes one of', () => {
    const form = { ...formOf(null, {}), name: 'Hotline', webhookUrl: 'https://a.example' };
    expect(newApplicationSchema.parse(settingsIn(form))).toEqual({
      ...{ ...usualApplication, name: 'Hotline', webhookUrl: 'https://a.example' },
    });
  });
});
