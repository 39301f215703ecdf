import { describe, expect, it } from 'vitest';
import { ada, Story } from '../testing/conference-story';
import { unsavedRecordings } from './unsaved';

const start = { format: 'mp3', channels: 'single', playBeep: false, trimSilence: false } as const;
const recorded = () =>
  new Story()
    .joined(ada, 1)
    .sent('start', { type: 'recording.start', fields: start })
    .accepted('start');
const stopped = (story: Story) =>
  story.sent('stop', { type: 'recording.stop', fields: {} }).accepted('stop');
const saved = (recordingId: string) => {
  const data = { recordingId, startedAt: 1, endedAt: 2, format: 'mp3', channels: 'single' };
  return { type: 'recording.saved', data } as const;
};
const ended = { type: 'conference.ended', data: { reason: null } } as const;

describe('recordings that are over and not saved', () => {
  it('are none where none was started, or one runs', () => {
    expect(unsavedRecordings(new Story().joined(ada, 1).conference)).toBeNull();
    expect(unsavedRecordings(recorded().conference)).toBeNull();
    const paused = recorded().sent('p', { type: 'recording.pause', fields: {} }).accepted('p');
    expect(unsavedRecordings(paused.conference)).toBeNull();
  });

  it('are there from the stop on, until they are saved', () => {
    const story = stopped(recorded());
    const stop = story.conference.recordingSteps.at(-1);
    const since = { count: 1, since: stop?.at, clock: 'ours' };
    expect(unsavedRecordings(story.conference)).toEqual(since);
    // The next one runs.
    story.sent('start2', { type: 'recording.start', fields: start }).accepted('start2');
    expect(unsavedRecordings(story.conference)).toEqual(since);
    expect(unsavedRecordings(story.told(50, saved('r1')).conference)).toBeNull();
  });

  it('are there from the end on, by the carrier’s clock', () => {
    const story = recorded().told(70, ended);
    expect(unsavedRecordings(story.conference)).toEqual({ count: 1, since: 70, clock: 'carrier' });
    expect(unsavedRecordings(story.told(80, saved('r1')).conference)).toBeNull();
  });
});
