import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EnvelopeReading, microsOf, readEnvelope } from './read-envelope';

const deliveredAt = 1_789_000_000_000_000;
const early = '2026-09-01T10:00:00.000001Z';
const late = '2026-09-01T10:00:09.000009Z';
const micros = (text: string) =>
  Date.parse(`${text.slice(0, 19)}Z`) * 1000 + Number(text.slice(20, 26));
const payload = { conference_id: 'c1', connection_id: 'ours' };
const bare = {
  record_type: 'event',
  event_type: 'conference.floor.changed',
  id: 'e1',
  occurred_at: early,
  payload,
};
const meta = { attempt: 2, delivered_to: 'https://rostrum.test' };
const read = (json: unknown) => readEnvelope(json, deliveredAt);
const envelope = (json: unknown) => {
  const reading = read(json);
  if (reading.kind !== 'event') throw new Error(`It was read as ${JSON.stringify(reading)}`);
  return reading.envelope;
};

describe('an envelope', () => {
  it('is read wrapped in data', () => {
    expect(envelope({ data: bare, meta })).toEqual({
      id: 'e1',
      eventType: 'conference.floor.changed',
      occurredAt: micros(early),
      attempt: 2,
      connectionId: 'ours',
      payload,
    });
  });

  it('is read bare, with its meta beside it', () => {
    expect(envelope({ ...bare, meta })).toEqual(envelope({ data: bare, meta }));
  });

  it('is read with fields nobody has listed', () => {
    const odd = { ...bare, webhook_id: 7, payload: { ...payload, telnyx_error: null } };
    expect(envelope({ data: odd, meta: { ...meta, version: '2' }, extra: [] }).id).toBe('e1');
  });

  it.each([
    ['in data', early, undefined, micros(early)],
    ['in payload', undefined, late, micros(late)],
    ['in both: data counts', early, late, micros(early)],
    ['null in data and told in payload', null, late, micros(late)],
    ['in neither: the time that the carrier signed', undefined, undefined, deliveredAt],
    ['unreadable in data and told in payload', 'yesterday', late, micros(late)],
  ])('has its time %s', (_where, inData, inPayload, expected) => {
    const data = { ...bare, occurred_at: inData, payload: { ...payload, occurred_at: inPayload } };
    expect(envelope({ data, meta }).occurredAt).toBe(expected);
  });

  it('of a saved recording has the time of the recording’s end', () => {
    const data = { ...bare, occurred_at: undefined, payload: { recording_ended_at: late } };
    expect(envelope({ data }).occurredAt).toBe(micros(late));
  });

  it.each([
    ['missing', undefined, null],
    ['null', null, null],
    ['text', 'first', null],
    ['a list', [1], null],
    ['empty', {}, null],
    ['a number of attempts', { attempt: 3 }, 3],
    ['a number of attempts in a string', { attempt: '4' }, 4],
    ['no number of attempts', { attempt: 'many' }, null],
    ['an impossible number of attempts', { attempt: 0 }, null],
  ])('is read where meta is %s', (_what, given, attempt) => {
    expect(envelope({ data: bare, meta: given }).attempt).toBe(attempt);
    expect(envelope({ ...bare, meta: given }).attempt).toBe(attempt);
  });

  it('names no connection where the payload names none', () => {
    expect(envelope({ data: { ...bare, payload: {} } }).connectionId).toBeNull();
    expect(envelope({ data: { ...bare, payload: { connection_id: 12 } } }).connectionId).toBeNull();
  });

  it('of webhook API version 1 says what to do', () => {
    const first = {
      record_type: 'event',
      id: 'e1',
      event_type: 'call_initiated',
      created_at: '2026-09-01T10:00:00Z',
      payload: { call_control_id: 'v3:ada' },
    };
    expect(read(first)).toMatchObject({
      kind: 'version-1',
      id: 'e1',
      eventType: 'call_initiated',
      detail: expect.stringContaining('version 2') as string,
    });
    expect(read({ data: first })).toMatchObject({ kind: 'version-1' });
  });

  it('without an event id is none', () => {
    const nameless: unknown[] = [
      {},
      [],
      null,
      'text',
      7,
      true,
      { data: {} },
      { data: null },
      { data: [bare] },
      [bare],
      { data: { ...bare, id: undefined } },
      { data: { ...bare, id: '' } },
      { data: { ...bare, id: 7 } },
      { data: { ...bare, id: null } },
    ];
    for (const json of nameless) expect(read(json)).toEqual({ kind: 'no-id' });
  });

  it.each<[string, object]>([
    ['has no type', { event_type: undefined }],
    ['has an empty type', { event_type: '' }],
    ['has a type that is a number', { event_type: 7 }],
    ['has no payload', { payload: undefined }],
    ['has a list for a payload', { payload: [1] }],
    ['has text for a payload', { payload: 'none' }],
    ['has null for a payload', { payload: null }],
    ['has a time that is an object', { occurred_at: {} }],
  ])('that has an id and %s is unreadable', (_what, change) => {
    const reading = read({ data: { ...bare, ...change }, meta });
    expect(reading).toMatchObject({ kind: 'unreadable', id: 'e1' });
    expect((reading as Extract<EnvelopeReading, { detail: string }>).detail).not.toBe('');
  });

  it('is never thrown at, whatever is in it', () => {
    const part = fc.jsonValue({ maxDepth: 3 });
    const nonsense = fc.oneof(
      part,
      fc.record(
        {
          data: fc.oneof(
            part,
            fc.record(
              {
                id: fc.oneof(part, fc.string()),
                event_type: fc.oneof(part, fc.string()),
                occurred_at: part,
                created_at: part,
                payload: fc.oneof(part, fc.dictionary(fc.string(), part)),
              },
              { requiredKeys: [] },
            ),
          ),
          meta: part,
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(nonsense, (json) => {
        expect(['event', 'unreadable', 'version-1', 'no-id']).toContain(read(json).kind);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a time', () => {
  const second = Date.UTC(2026, 8, 1, 10) * 1000;

  it.each([
    ['2026-09-01T10:00:00Z', second],
    ['2026-09-01T10:00:00.5Z', second + 500_000],
    ['2026-09-01T10:00:00.123Z', second + 123_000],
    ['2026-09-01T10:00:00.123456Z', second + 123_456],
    ['2026-09-01T10:00:00.123456789Z', second + 123_456],
    ['2026-09-01T10:00:00.000001Z', second + 1],
    ['2026-09-01T12:00:00.000001+02:00', second + 1],
    ['2026-09-01T05:30:00-0430', second],
    ['2026-09-01 10:00:00.25', second + 250_000],
  ])('%s is read to the microsecond', (text, expected) => {
    expect(microsOf(text)).toBe(expected);
  });

  it.each([
    '',
    'now',
    '2026-09-01',
    '2026-13-01T10:00:00Z',
    '2026-09-01T10:00:00.Z',
    '2026-09-01T10:00:00ZZ',
    1_789_000_000,
    null,
    undefined,
    {},
  ])('%j is none', (value) => {
    expect(microsOf(value)).toBeNull();
  });
});

it.each(['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '1999-12-31T23:59:59.999Z'])(
  'the time %s is none of a call’s, and counts as not told',
  (time) => {
    expect(microsOf(time)).toBeNull();
  },
);
