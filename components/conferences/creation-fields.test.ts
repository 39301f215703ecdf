import { describe, expect, it } from 'vitest';
import { sentFields, troublesIn } from '@/components/forms/form-values';
import { createConferenceForm } from '@/lib/contract/forms/command-forms';
import { creationFields } from './creation-fields';

const names = (source: 'dial' | 'call') => creationFields(source).map(({ name }) => name);

describe('the form of a new conference', () => {
  it('asks for a number where somebody is dialled, and for a call where one is up', () => {
    expect(names('dial')).toEqual(expect.arrayContaining(['to', 'from']));
    expect(names('dial')).not.toContain('callControlId');
    expect(names('call')).toContain('callControlId');
    expect(names('call')).not.toContain('to');
  });

  it('leaves no field out of both ways', () => {
    const shown = new Set([...names('dial'), ...names('call')]);
    expect(createConferenceForm.filter(({ name }) => !shown.has(name))).toEqual([]);
  });

  it('takes numbers as people write them', () => {
    const values = { to: '+1 (312) 555-0142', from: '+44 20 7946 0100' };
    const asked = creationFields('dial').filter(({ name }) => name in values);
    expect(troublesIn(asked, values)).toEqual({});
    expect(sentFields(asked, values)).toEqual({ to: '+13125550142', from: '+442079460100' });
    expect(troublesIn(asked, { ...values, to: '312 555' })).toHaveProperty('to.key', 'phone');
  });

  it('cannot do without the one it is made around', () => {
    const required = creationFields('dial').filter(({ isRequired }) => isRequired);
    expect(required.map(({ name }) => name)).toEqual(['name', 'to', 'from']);
  });
});
