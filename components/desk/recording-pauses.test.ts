import { describe, expect, it } from 'vitest';
import type { RecordingStep } from '@/lib/domain/conference/conference';
import { pausesIn } from './recording-pauses';

const step = (to: RecordingStep['to'], at: number): RecordingStep => ({
  ...{ to, at, isStart: false, actor: null },
});
const span = { from: 100, until: 200 };

describe('the pauses of a recording on the ribbon', () => {
  it('reach from a pause to when it went on or was stopped', () => {
    const steps = [step('paused', 110), step('recording', 120), step('paused', 130)];
    expect(pausesIn([...steps, step('stopped', 140)], span)).toEqual([
      { from: 110, until: 120 },
      { from: 130, until: 140 },
    ]);
  });

  it('reach to the end while it is still paused, and begin with the first of two pauses', () => {
    const steps = [step('recording', 90), step('paused', 150), step('paused', 160)];
    expect(pausesIn(steps, span)).toEqual([{ from: 150, until: 200 }]);
  });

  it('are cut to what the ribbon shows', () => {
    const steps = [step('paused', 10), step('recording', 20), step('paused', 90)];
    expect(pausesIn([...steps, step('recording', 105)], span)).toEqual([{ from: 100, until: 105 }]);
    expect(pausesIn([step('paused', 300)], span)).toEqual([]);
  });
});
