import { describe, expect, it } from 'vitest';
import { ada, bob, cyd, Story } from '../testing/conference-story';
import { decide, mayKeepState } from './decide';
import type { ConferenceCommand } from './command';
import type { Entrance, JoinFields } from './command-fields';
import { participantOf } from './conference';
import { factOf } from './view';
import { roleOf } from './people';

const media = { mediaUrl: null, mediaName: 'welcome' };
const phase = ({ conference }: Story, id = 'c') =>
  conference.commands.find(({ commandId }) => commandId === id)?.phase;
const room = () => new Story().joined(ada, 1).joined(bob, 1);

const play = (legs: 'everyone' | (typeof ada)[]): ConferenceCommand => ({
  type: 'audio.play',
  fields: { legs, mediaName: 'welcome', loop: 1 },
});
const entrance: Entrance = {
  ...{ mute: false, hold: false, role: 'none', whisperTo: [] },
  ...{ endConferenceOnExit: false, softEndConferenceOnExit: false, startConferenceOnEnter: false },
};
const join = (change: Partial<JoinFields> = {}): ConferenceCommand => ({
  type: 'participants.join',
  fields: { legs: [cyd], ...entrance, ...change },
});
const question: ConferenceCommand = {
  type: 'digits.gather',
  fields: {
    ...{ legs: [bob], minimumDigits: 1, maximumDigits: 4, maximumTries: 3, timeoutMillis: 60_000 },
    ...{ interDigitTimeoutMillis: 5_000, terminatingDigit: '#', validDigits: '0123456789' },
    stopPlaybackOnDtmf: true,
  },
};
const gathered = (story: Story, at: number, status: string) =>
  story.told(at, {
    type: 'participant.gathered',
    data: { callControlId: bob, digits: '42', status },
  });

describe('what a webhook bears out', () => {
  it('[CM13] a play is confirmed by a beginning that is newer than what was known', () => {
    const old = room().told(5, { type: 'playback.started', data: media });
    old.sent('c', play('everyone')).accepted('c');
    old.told(6, { type: 'playback.ended', data: media });
    expect(phase(old)).toBe('accepted');
    old.told(7, { type: 'playback.started', data: media });
    expect(phase(old)).toBe('confirmed');
  });

  it('[CM13] it may begin before the carrier has answered, and has to begin for each leg', () => {
    const began = { ...media, callControlId: ada };
    const story = room().sent('c', play([ada, bob]));
    story.told(5, { type: 'participant.playback.started', data: began }).accepted('c');
    expect(phase(story)).toBe('accepted');
    const data = { ...media, callControlId: bob };
    expect(phase(story.told(5, { type: 'participant.playback.started', data }))).toBe('confirmed');
  });

  it('[CM13] a stop is confirmed by silence', () => {
    const stop: ConferenceCommand = { type: 'audio.stop', fields: { legs: 'everyone' } };
    const story = room().told(5, { type: 'playback.started', data: media });
    expect(phase(story.sent('c', stop).accepted('c'))).toBe('accepted');
    expect(phase(story.told(6, { type: 'playback.ended', data: media }))).toBe('confirmed');
    expect(phase(story.sent('d', stop).accepted('d'), 'd')).toBe('confirmed');
  });

  it('[CM13] bringing somebody in is confirmed when they come in after it', () => {
    const back = room().joined(cyd, 2).left(cyd, 3);
    back.sent('c', join()).accepted('c');
    expect(phase(back)).toBe('accepted');
    expect(phase(back.joined(cyd, 4))).toBe('confirmed');
  });

  it('[CM14] keys answer the oldest question, and another program’s end answers none', () => {
    const story = room().sent('c', question).accepted('c');
    expect(phase(gathered(story, 4, 'cancelled'))).toBe('accepted');
    story.sent('d', question).accepted('d');
    gathered(story, 5, 'cancelled');
    expect([phase(story), phase(story, 'd')]).toEqual(['confirmed', 'accepted']);
    expect(phase(gathered(story, 6, 'valid'), 'd')).toBe('confirmed');
  });
});

describe('what a read bears out', () => {
  it('[CM15] a whisper, by whom it names; other roles are final when they are accepted', () => {
    const story = room().sent('c', {
      type: 'participants.setRole',
      fields: { legs: [ada], role: 'whisper', whisperTo: [bob] },
    });
    story.accepted('c').read(ada, { whisperTo: [bob] });
    expect(phase(story)).toBe('confirmed');
    const fields = { legs: [ada], role: 'monitor', whisperTo: [] } as const;
    story.sent('d', { type: 'participants.setRole', fields }).accepted('d');
    const participant = participantOf(story.conference, ada);
    expect(participant && roleOf(participant).value.role).toBe('monitor');
    expect(phase(story, 'd')).toBe('accepted');
  });

  it('[CM4] a flag that two reads contradict is as the carrier says', () => {
    const story = room().sent('c', {
      type: 'participants.update',
      fields: { legs: [ada], endConferenceOnExit: true },
    });
    story.accepted('c').read(ada, {}).read(ada, {});
    expect(phase(story)).toBe('contradicted');
  });

  it('[CM16] what is asked of somebody who comes in holds for the stay that begins', () => {
    const story = room()
      .sent('c', join({ mute: true }))
      .accepted('c')
      .joined(cyd, 4);
    const isMuted = () => {
      const participant = participantOf(story.conference, cyd);
      return participant && factOf(participant, 'muted', new Map()).value;
    };
    expect(isMuted()).toBe(true);
    story.read(cyd, { muted: false }, story.seq, 4).read(cyd, { muted: false }, story.seq, 4);
    expect(isMuted()).toBe(false);
  });
});

describe('deciding', () => {
  it('[DE6] only those who are not in can be brought in', () => {
    const { conference } = room();
    const both = decide(conference, join({ legs: [ada, cyd] }));
    expect(both).toMatchObject({ ok: true, command: { fields: { legs: [cyd] } } });
    const none = decide(conference, join({ legs: [ada] }));
    expect(none).toEqual({ ok: false, code: 'already-in-conference' });
  });

  it('[DE7] a client state goes only to legs that Rostrum dialled', () => {
    const story = room();
    const send: ConferenceCommand = {
      type: 'digits.send',
      fields: { legs: [bob], digits: '1', durationMillis: 250, clientState: 'ours' },
    };
    expect(decide(story.conference, send)).toEqual({ ok: false, code: 'not-dialled-here' });
    expect(mayKeepState(story.conference, 'digits.send', [bob])).toBe(false);
    const invitations = [{ id: 'i', to: '+2', label: null }];
    story.said({ type: 'invitations.made', data: { from: '+1', invitations } });
    const data = { invitationId: 'i', phase: 'joined', callControlId: bob, reason: null } as const;
    story.said({ type: 'invitation.progressed', data });
    expect(decide(story.conference, send).ok).toBe(true);
    expect(mayKeepState(story.conference, 'digits.send', [bob])).toBe(true);
    expect(mayKeepState(story.conference, 'digits.send', 'everyone')).toBe(false);
    expect(mayKeepState(story.conference, 'participants.join', [])).toBe(false);
    expect(mayKeepState(story.conference, 'recording.stop', [bob])).toBe(false);
  });
});
