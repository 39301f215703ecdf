import { describe, expect, it } from 'vitest';
import { fitsChoice, type RecordingChoice, recordingQueryOf } from './recording-query';
import { aRecording } from './testing/a-recording';

const any: RecordingChoice = {
  ...{ q: '', within: '', from: '', to: '', format: '', channels: '', state: '', min: '' },
  ...{ max: '', queue: '', hold: '', conference: '' },
};
const now = new Date('2026-11-21T15:00').getTime();
const micros = (time: string) => new Date(time).getTime() * 1000;

describe('what a choice asks the server for', () => {
  it('counts the days of a span back from today, which is one of them', () => {
    const from = (within: RecordingChoice['within']) =>
      recordingQueryOf({ ...any, within }, now).from;
    expect(from('')).toBeUndefined();
    expect(from('today')).toBe(micros('2026-11-21T00:00'));
    expect(from('week')).toBe(micros('2026-11-15T00:00'));
    expect(from('month')).toBe(micros('2026-10-23T00:00'));
  });

  it('takes days only with a span of one’s own, the last one whole', () => {
    const days = { ...any, from: '2026-11-01', to: '2026-11-02' };
    expect(recordingQueryOf(days, now).from).toBeUndefined();
    expect(recordingQueryOf({ ...days, within: 'custom' }, now)).toMatchObject({
      from: micros('2026-11-01T00:00'),
      to: micros('2026-11-03T00:00'),
    });
  });

  it('takes lengths in minutes, and leaves out what is none', () => {
    const query = recordingQueryOf({ ...any, min: '1.5', max: 'long' }, now);
    expect(query.minSeconds).toBe(90);
    expect(query.maxSeconds).toBeUndefined();
  });
});

describe('a new recording', () => {
  const row = aRecording('r-1', { startedAt: micros('2026-11-21T14:00'), queue: 'support' });

  it('fits when nothing is chosen, and a search for what it is called', () => {
    expect(fitsChoice(row, any, now)).toBe(true);
    expect(fitsChoice(row, { ...any, q: row.id }, now)).toBe(true);
    expect(fitsChoice(row, { ...any, q: 'nothing of the kind' }, now)).toBe(false);
  });

  it.each<[Partial<RecordingChoice>, boolean]>([
    [{ within: 'today' }, true],
    [{ within: 'custom', to: '2026-11-20' }, false],
    [{ format: 'wav' }, false],
    [{ channels: 'single' }, true],
    [{ state: 'archived' }, true],
    [{ state: 'underway' }, false],
    [{ queue: 'sales' }, false],
    [{ hold: 'true' }, false],
    [{ conference: 'c-1' }, true],
    [{ min: '2' }, false],
    [{ max: '2' }, true],
  ])('with %o chosen: %s', (choice, fits) => {
    expect(fitsChoice(row, { ...any, ...choice }, now)).toBe(fits);
  });

  it('shows while it is under way, and not once it is deleted', () => {
    const underway = { ...any, state: 'underway' as const };
    expect(fitsChoice({ ...row, state: 'retrying' }, underway, now)).toBe(true);
    expect(fitsChoice({ ...row, state: 'deleted' }, any, now)).toBe(false);
  });
});
