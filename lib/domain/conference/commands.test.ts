import { describe, expect, it } from 'vitest';
import type { CallControlId } from '../ids';
import { ada, bob, cyd, Story } from '../testing/conference-story';
import { conferenceAggregate } from './aggregate';
import type { ConferenceCommand } from './command';
import { participantOf } from './conference';
import { decide } from './decide';
import { factOf, leavingOf, presentIn, recordingOf, sentMarks } from './view';

const mute = (...legs: CallControlId[]): ConferenceCommand => ({
  type: 'participants.mute',
  fields: { legs },
});
const unmute = (...legs: CallControlId[]): ConferenceCommand => ({
  type: 'participants.unmute',
  fields: { legs },
});
const remove = (...legs: CallControlId[]): ConferenceCommand => ({
  type: 'participants.remove',
  fields: { legs },
});
const recording = {
  format: 'mp3',
  channels: 'single',
  playBeep: false,
  trimSilence: false,
} as const;
const startRecording: ConferenceCommand = { type: 'recording.start', fields: recording };

const room = () => new Story().joined(ada, 1).joined(bob, 2);
const mutedOf = (story: Story, leg: CallControlId) => {
  const participant = participantOf(story.conference, leg);
  if (participant === undefined) throw new Error('Nobody there');
  return factOf(participant, 'muted', sentMarks(story.conference));
};
const phaseOf = (story: Story, commandId: string) =>
  story.conference.commands.find((c) => c.commandId === commandId)?.phase;

describe('a command under way', () => {
  it('[CM1] is marked on its legs and changes no fact', () => {
    const story = room().sent('c1', mute(ada));
    expect(mutedOf(story, ada)).toMatchObject({
      value: false,
      mark: { phase: 'sent', value: true },
    });
    expect(mutedOf(story, bob).mark).toBeNull();
  });

  it('[CM2] is what is shown once the carrier accepted it', () => {
    const story = room().sent('c1', mute(ada)).accepted('c1');
    expect(mutedOf(story, ada)).toMatchObject({
      value: true,
      isSeen: false,
      mark: { phase: 'accepted', actor: { name: 'Grace' } },
    });
  });

  it('[CM3] is confirmed by a read that began after the acceptance and agrees', () => {
    const story = room().sent('c1', mute(ada)).accepted('c1').read(ada, { muted: true });
    expect(mutedOf(story, ada)).toMatchObject({ value: true, isSeen: true });
    expect(phaseOf(story, 'c1')).toBe('confirmed');
  });

  it('[CM3] is not judged by a read that began before it was accepted', () => {
    const story = room().sent('c1', mute(ada)).accepted('c1').read(ada, { muted: true }, 2);
    expect(phaseOf(story, 'c1')).toBe('accepted');
    story.read(ada, { muted: false }, 2).read(ada, { muted: false }, 2);
    expect(phaseOf(story, 'c1')).toBe('accepted');
    expect(mutedOf(story, ada).value).toBe(true);
  });

  it('[CM3] on many legs is open until every one is settled', () => {
    const story = room().sent('c1', mute(ada, bob)).accepted('c1').read(ada, { muted: true });
    expect(phaseOf(story, 'c1')).toBe('accepted');
    expect(phaseOf(story.read(bob, { muted: true }), 'c1')).toBe('confirmed');
  });

  it('[CM4] is contradicted by two reads that disagree, and the carrier’s word is shown', () => {
    const story = room().sent('c1', mute(ada)).accepted('c1').read(ada, { muted: false });
    expect(phaseOf(story, 'c1')).toBe('accepted');
    expect(mutedOf(story, ada).value).toBe(true);
    story.read(ada, { muted: false });
    expect(phaseOf(story, 'c1')).toBe('contradicted');
    expect(mutedOf(story, ada)).toMatchObject({ value: false, mark: { phase: 'contradicted' } });
  });

  it('[CM5] is superseded by a newer one on the same fact', () => {
    const story = room()
      .sent('c1', mute(ada))
      .accepted('c1')
      .sent('c2', unmute(ada))
      .accepted('c2');
    expect(phaseOf(story, 'c1')).toBe('superseded');
    expect(mutedOf(story, ada)).toMatchObject({ value: false, mark: { commandId: 'c2' } });
  });

  it('[CM6] asks nothing of anybody when it is refused', () => {
    const story = room().read(ada, { muted: true }).sent('c1', unmute(ada)).refused('c1');
    expect(mutedOf(story, ada)).toMatchObject({ value: true, mark: null });
    expect(story.conference.commands.at(-1)?.refusal?.detail).toBe('It has ended');
  });

  it('[CM7] of unknown outcome shows what was seen, until a read says that it was done', () => {
    const story = room().read(ada, { muted: false }).sent('c1', mute(ada)).unknown('c1');
    expect(mutedOf(story, ada)).toMatchObject({ value: false, mark: { phase: 'unknown' } });
    story.read(ada, { muted: true });
    expect(mutedOf(story, ada).value).toBe(true);
    expect(phaseOf(story, 'c1')).toBe('confirmed');
  });

  it('[CM7] of unknown outcome is refused when two reads say that it was not done', () => {
    const story = room().sent('c1', mute(ada)).unknown('c1');
    story.read(ada, { muted: false }).read(ada, { muted: false });
    expect(phaseOf(story, 'c1')).toBe('refused');
    expect(story.conference.commands.at(-1)?.refusal?.code).toBe('not-carried-out');
  });

  it('[CM13] of unknown outcome changes nothing for those who were so already, and marks none', () => {
    const story = room().sent('c0', mute(ada)).accepted('c0');
    story.sent('c1', mute(ada, bob)).unknown('c1');
    expect(mutedOf(story, ada)).toMatchObject({ value: true, mark: null });
    expect(mutedOf(story, bob)).toMatchObject({ value: false, mark: { phase: 'unknown' } });
  });

  it('[CM13] that failed is told no more once the fact is as it asked', () => {
    const story = room().sent('c1', mute(ada)).unknown('c1');
    story.read(ada, { muted: false }).read(ada, { muted: false });
    expect(mutedOf(story, ada)).toMatchObject({ value: false, mark: { phase: 'refused' } });
    story.read(ada, { muted: true });
    expect(mutedOf(story, ada)).toMatchObject({ value: true, mark: null });
  });

  it('[CM12] to end, of unknown outcome, is refused when two reads find the room going on', () => {
    const end: ConferenceCommand = { type: 'conference.end', fields: {} };
    const story = room().sent('c1', end).unknown('c1').read(ada, {}, 2).read(ada, {});
    expect(phaseOf(story, 'c1')).toBe('unknown');
    expect(phaseOf(story.read(ada, {}), 'c1')).toBe('refused');
    const done = room().sent('c1', end).unknown('c1').read(ada, {});
    done.told(9, { type: 'conference.ended', data: { reason: 'all_left' } });
    expect(phaseOf(done, 'c1')).toBe('confirmed');
  });

  it('[CM8] that takes a leg out is confirmed when the leg has left', () => {
    const story = room().sent('c1', remove(ada)).accepted('c1');
    const leaver = participantOf(story.conference, ada);
    expect(leaver && leavingOf(leaver, sentMarks(story.conference))?.phase).toBe('accepted');
    expect(phaseOf(story.left(ada, 9), 'c1')).toBe('confirmed');
  });

  it('[CM8] that takes a leg out is confirmed even if the leave was heard before the answer', () => {
    const story = room().sent('c1', remove(ada)).left(ada, 9).accepted('c1');
    expect(phaseOf(story, 'c1')).toBe('confirmed');
  });

  it('[CM9] is settled by its acceptance where the carrier reports nothing', () => {
    const story = room().sent('c1', startRecording).accepted('c1');
    expect(phaseOf(story, 'c1')).toBe('accepted');
    expect(recordingOf(story.conference).phase).toBe('recording');
  });

  it('[CM10] stays while it is open, though only fifty settled ones are kept', () => {
    const story = room().sent('open', mute(ada));
    for (let i = 0; i < 80; i += 1) story.sent(`c${i}`, startRecording).refused(`c${i}`);
    expect(story.conference.commands.length).toBeLessThanOrEqual(52);
    expect(phaseOf(story, 'open')).toBe('sent');
  });

  it('[CM11] to end is confirmed by the end, and to stop recording by the saved recording', () => {
    const story = room().sent('c1', startRecording).accepted('c1');
    story.sent('c2', { type: 'recording.stop', fields: {} }).accepted('c2');
    expect(phaseOf(story, 'c2')).toBe('accepted');
    story.told(50, saved('r1'));
    expect(phaseOf(story, 'c2')).toBe('confirmed');
    story.sent('c3', { type: 'conference.end', fields: {} }).accepted('c3');
    story.told(60, { type: 'conference.ended', data: { reason: 'all_left' } });
    expect(phaseOf(story, 'c3')).toBe('confirmed');
    expect(presentIn(story.conference)).toEqual([]);
  });

  it('[PR3] is void for a leg that has left and come back', () => {
    const story = room().sent('c1', mute(ada)).accepted('c1').read(ada, { muted: true });
    story.left(ada, 10).joined(ada, 20);
    expect(mutedOf(story, ada)).toMatchObject({ value: false, isSeen: false, mark: null });
  });
});

describe('a recording', () => {
  it('[RE1] runs by accepted commands, its pauses cut out', () => {
    const story = room().sent('c1', startRecording).accepted('c1');
    const startedAt = story.seq * 1_000_000;
    expect(recordingOf(story.conference)).toMatchObject({
      phase: 'recording',
      runningSince: startedAt,
    });
    story.sent('c2', { type: 'recording.pause', fields: {} }).accepted('c2');
    expect(recordingOf(story.conference)).toMatchObject({
      phase: 'paused',
      recordedMicros: 2_000_000,
      runningSince: null,
    });
    story.sent('c3', { type: 'recording.resume', fields: {} }).accepted('c3');
    story.sent('c4', { type: 'recording.stop', fields: {} }).accepted('c4');
    expect(recordingOf(story.conference)).toMatchObject({
      phase: 'stopping',
      recordedMicros: 4_000_000,
    });
  });

  it('[RE2] is off once as many are saved as were started', () => {
    const story = room().sent('c1', startRecording).accepted('c1').told(50, saved('r1'));
    expect(recordingOf(story.conference).phase).toBe('off');
    story.sent('c2', startRecording).accepted('c2');
    expect(recordingOf(story.conference).phase).toBe('recording');
  });
});

describe('deciding', () => {
  it('[DE1] sends nothing to a conference that has ended', () => {
    const story = room().told(9, { type: 'conference.ended', data: { reason: null } });
    expect(decide(story.conference, mute(ada))).toEqual({ ok: false, code: 'conference-ended' });
  });

  it('[DE2] refuses an empty selection', () => {
    expect(decide(room().conference, mute())).toEqual({ ok: false, code: 'nobody-selected' });
  });

  it('[DE3] names only those who are present, and refuses when nobody is', () => {
    const story = room().left(bob, 9);
    expect(decide(story.conference, mute(ada, bob, cyd))).toEqual({
      ok: true,
      command: mute(ada),
      absent: [bob, cyd],
    });
    expect(decide(story.conference, mute(bob))).toEqual({ ok: false, code: 'not-in-conference' });
  });

  it('[DE4] lets through what would change nothing', () => {
    const story = room().read(ada, { muted: true });
    expect(decide(story.conference, mute(ada)).ok).toBe(true);
  });

  it('[DE4] counts those who were so already, and names them all the same, last', () => {
    const story = room().read(ada, { muted: true });
    const everybody: ConferenceCommand = {
      type: 'participants.mute',
      fields: { legs: [bob, ada], already: 1, isAlreadyLast: true },
    };
    expect(decide(story.conference, mute(ada, bob))).toMatchObject({ command: everybody });
    expect(decide(story.conference, unmute(ada))).toMatchObject({ command: unmute(ada) });
    expect(decide(story.conference, remove(ada, bob))).toMatchObject({
      command: { fields: { legs: [ada, bob] } },
    });
  });

  it('[DE5] does not start a second recording beside one that runs or is paused', () => {
    const story = room().sent('c1', startRecording).accepted('c1');
    const refused = { ok: false, code: 'already-recording' };
    expect(decide(story.conference, startRecording)).toEqual(refused);
    story.sent('c2', { type: 'recording.pause', fields: {} }).accepted('c2');
    expect(decide(story.conference, startRecording)).toEqual(refused);
    story.sent('c3', { type: 'recording.stop', fields: {} }).accepted('c3');
    expect(decide(story.conference, startRecording).ok).toBe(true);
  });

  it('[FO5] foresees a command as sent, and not one that would be refused', () => {
    const story = room();
    const pending = { commandId: 'c1' as never, actor: null };
    const seen = conferenceAggregate.foresee(story.conference, { ...pending, command: mute(ada) });
    expect(seen.commands.at(-1)?.phase).toBe('sent');
    expect(conferenceAggregate.foresee(story.conference, { ...pending, command: mute(cyd) })).toBe(
      story.conference,
    );
  });
});

function saved(recordingId: string) {
  const data = { recordingId, startedAt: 1, endedAt: 2, format: 'mp3', channels: 'single' };
  return { type: 'recording.saved', data } as const;
}
