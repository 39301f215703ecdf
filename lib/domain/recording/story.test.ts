import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ada, bob, cyd, Story } from '../testing/conference-story';
import { recordingStory, type RecordedSpan } from './story';

const second = 1_000_000;
// The carrier's clock is an hour ahead of ours, as a simulator's may be: ours counts the events.
const ahead = 3_600 * second;
const start = { format: 'mp3', channels: 'single', playBeep: false, trimSilence: false } as const;

/** Recorded from our fifth event on, which the carrier says was its tenth second. */
function recorded(): Story {
  return new Story()
    .joined(ada, 1)
    .joined(bob, 1)
    .sent('start', { type: 'recording.start', fields: start })
    .accepted('start');
}

const beganAt = ahead + 4 * second;
const span = (seconds: number, wallSeconds = seconds): RecordedSpan => ({
  startedAt: beganAt,
  endedAt: beganAt + wallSeconds * second,
  durationMs: seconds * 1000,
});
const speaks = (story: Story, leg: typeof ada, atSecond: number) =>
  story.told(beganAt + atSecond * second, {
    type: 'floor.changed',
    data: { callControlId: leg },
  });
const told = (story: Story, of: RecordedSpan) => recordingStory(of, story.conference, story.events);

describe('along a recording', () => {
  it('those who have the floor stand where they spoke, cut at its ends', () => {
    const story = recorded();
    speaks(story, ada, -5);
    speaks(story, bob, 10);
    speaks(story, ada, 50);
    expect(told(story, span(60)).segments).toEqual([
      { callControlId: ada, fromMs: 0, toMs: 10_000 },
      { callControlId: bob, fromMs: 10_000, toMs: 50_000 },
      { callControlId: ada, fromMs: 50_000, toMs: 60_000 },
    ]);
  });

  it('whoever spoke before or after it is not there', () => {
    const story = recorded();
    speaks(story, ada, -20);
    story.left(ada, beganAt - 10 * second);
    speaks(story, bob, 100);
    const { segments, participants } = told(story, span(60));
    expect(segments).toEqual([]);
    expect(participants).toEqual([]);
  });

  it('a pause is cut out, and marked where it was', () => {
    const story = recorded();
    speaks(story, ada, 0);
    // Accepted by our clock in its sixth and its eighth second: two and four after it began.
    story.sent('pause', { type: 'recording.pause', fields: {} }).accepted('pause');
    story.sent('resume', { type: 'recording.resume', fields: {} }).accepted('resume');
    const pausedAt = story.events.find(
      (each) => each.commandId === 'pause' && each.type === 'command.accepted',
    );
    const resumedAt = story.events.find(
      (each) => each.commandId === 'resume' && each.type === 'command.accepted',
    );
    const from = (pausedAt!.receivedAt - 4 * second) / second;
    const until = (resumedAt!.receivedAt - 4 * second) / second;
    speaks(story, bob, until + 6);
    const paused = until - from;
    const { segments, markers, uncertainMs } = told(story, span(60 - paused, 60));
    expect(markers).toMatchObject([
      { kind: 'paused', atMs: from * 1000, actor: { name: 'Grace' } },
    ]);
    expect(segments.map(({ fromMs }) => fromMs)).toEqual([0, (from + 6) * 1000]);
    expect(uncertainMs).toBe(0);
  });

  it('that somebody else paused, it says how much is not accounted for', () => {
    const story = recorded();
    speaks(story, ada, 0);
    expect(told(story, span(45, 60)).uncertainMs).toBe(15_000);
    expect(told(story, span(59, 60)).uncertainMs).toBe(0);
  });

  it('comings at once are one mark, and tell how many they were', () => {
    const story = recorded();
    story.joined(cyd, beganAt + 10 * second).joined(ada, beganAt + 11 * second);
    story.left(bob, beganAt + 30 * second);
    expect(told(story, span(60)).markers).toEqual([
      { kind: 'joined', atMs: 10_000, callControlId: null, legs: 2, actor: null },
      { kind: 'left', atMs: 30_000, callControlId: bob, legs: 1, actor: null },
    ]);
  });

  it('what a moderator did is marked with the name, and what was refused is not', () => {
    const story = recorded();
    story.sent('mute', { type: 'participants.mute', fields: { legs: [bob] } }).accepted('mute');
    story.sent('no', { type: 'participants.mute', fields: { legs: [ada] } }).refused('no');
    const { markers, participants } = told(story, span(60));
    expect(markers).toMatchObject([
      { kind: 'muted', callControlId: bob, legs: 1, actor: { name: 'Grace' } },
    ]);
    expect(participants.map(({ callControlId }) => callControlId)).toEqual([bob]);
  });

  it('what was said to the room is marked, by whom where we know', () => {
    const story = recorded();
    story.sent('say', {
      type: 'audio.speak',
      fields: { legs: 'everyone', payload: 'Welcome', payloadType: 'text', voice: 'female' },
    });
    story.accepted('say');
    const accepted = story.events.at(-1)!.receivedAt;
    story.told(ahead + accepted + second / 2, { type: 'speak.started', data: {} });
    story.told(ahead + accepted + 40 * second, {
      type: 'playback.started',
      data: { mediaUrl: null, mediaName: 'music' },
    });
    expect(told(story, span(60)).markers).toMatchObject([
      { kind: 'spoke', actor: { name: 'Grace' } },
      { kind: 'played', actor: null },
    ]);
  });

  it('everything lies within it, in its order, whoever spoke and paused when', () => {
    const moment = fc.integer({ min: -30, max: 90 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(moment, fc.constantFrom(ada, bob, cyd))),
        fc.integer({ min: 1, max: 60 }),
        (turns, seconds) => {
          const story = recorded();
          for (const [at, leg] of turns) speaks(story, leg, at);
          const { segments } = told(story, span(seconds, 60));
          let before = 0;
          for (const { fromMs, toMs } of segments) {
            expect(fromMs).toBeGreaterThanOrEqual(before);
            expect(toMs).toBeGreaterThan(fromMs);
            before = toMs;
          }
          expect(before).toBeLessThanOrEqual(seconds * 1000);
        },
      ),
    );
  });
});
