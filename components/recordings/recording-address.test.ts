import { describe, expect, it } from 'vitest';
import {
  addressFrom,
  anyRecording,
  contradictionIn,
  countMore,
  playPath,
  queryOf,
  type RecordingAddress,
} from './recording-address';

describe('the address of the recordings', () => {
  it('is found again as it was left', () => {
    const address: RecordingAddress = {
      choice: {
        ...{ q: 'Ö & =', within: 'custom', from: '2026-11-01', to: '2026-11-21', format: 'wav' },
        ...{ channels: 'dual', state: 'underway', min: '1.5', max: '90', queue: 'support' },
        ...{ hold: 'true', conference: 'c-1' },
      },
      play: 'r-1',
      at: 754,
    };
    expect(addressFrom(queryOf(address))).toEqual(address);
  });

  it('is empty where nothing is chosen', () => {
    expect(queryOf({ choice: anyRecording, play: null, at: null }).size).toBe(0);
    expect(queryOf({ choice: anyRecording, play: null, at: 3 }).size).toBe(0);
  });

  it('leaves out what it does not know', () => {
    const query = new URLSearchParams(
      'within=ever&from=yesterday&format=ogg&channels=5.1&state=lost&min=-1&max=long&hold=no&t=soon',
    );
    expect(addressFrom(query)).toEqual({ choice: anyRecording, play: null, at: null });
  });

  it('takes days for chosen, and leaves out those that there are not', () => {
    const choiceOf = (query: string) => addressFrom(new URLSearchParams(query)).choice;
    expect(choiceOf('from=2026-11-01')).toEqual({
      ...{ ...anyRecording, within: 'custom', from: '2026-11-01' },
    });
    expect(choiceOf('from=2026-13-45&to=2026-02-30')).toEqual(anyRecording);
    expect(choiceOf('within=week&from=2026-02-30')).toEqual({ ...anyRecording, within: 'week' });
  });

  it('tells what contradicts itself', () => {
    const of = (change: object) => contradictionIn({ ...anyRecording, ...change });
    expect(of({ within: 'custom', from: '2026-11-02', to: '2026-11-01' })).toBe('days');
    expect(of({ within: 'custom', from: '2026-11-01', to: '2026-11-01' })).toBeNull();
    expect(of({ from: '2026-11-02', to: '2026-11-01' })).toBeNull();
    expect(of({ min: '10', max: '9.5' })).toBe('length');
    expect(of({ min: '9', max: '10' })).toBeNull();
  });

  it('opens a recording at a moment, in whole seconds', () => {
    expect(playPath('r/1', 754_900)).toBe('/recordings?play=r%2F1&t=754');
    const query = new URLSearchParams(playPath('r/1').split('?')[1]);
    expect(addressFrom(query)).toMatchObject({ play: 'r/1', at: null });
  });

  it('tells how many filters are out of sight', () => {
    expect(countMore(anyRecording)).toBe(0);
    expect(countMore({ ...anyRecording, q: 'x', state: 'failed', min: '2', hold: 'true' })).toBe(2);
  });
});
