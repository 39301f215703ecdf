import { describe, expect, it } from 'vitest';
import type { CallControlId, CommandId } from '../ids';
import { ada, bob, cyd, Story } from '../testing/conference-story';
import { conferenceAggregate } from './aggregate';
import type { OwnCommand } from './command';
import { participantOf } from './conference';
import { ownFactsOf } from './own-facts';
import { undoOf } from './undo';
import { isHost, toMuteOnEntry } from './people';

const hosts = ({ conference }: Story) =>
  [ada, bob, cyd].filter((leg) => {
    const participant = participantOf(conference, leg);
    return participant !== undefined && isHost(conference, participant);
  });

/** Ada made the conference; Bob is in too. */
const room = () =>
  new Story()
    .told(1, { type: 'conference.created', data: { connectionId: 'app', callControlId: ada } })
    .joined(ada, 1)
    .joined(bob, 1);

const said = (story: Story, command: OwnCommand) =>
  ownFactsOf(story.conference, command, 'the-command' as CommandId).reduce(
    (after, fact) => after.said(fact),
    story,
  );

describe('what moderators say among themselves', () => {
  it('[OW1] shows at once, before the server has answered', () => {
    const { conference } = room();
    const label = { label: 'Ada L.', note: null };
    const foreseen = conferenceAggregate.foresee(conference, {
      commandId: 'the-command' as CommandId,
      command: { type: 'participants.label', fields: { legs: [ada], ...label } },
      actor: null,
    });
    expect(participantOf(foreseen, ada)).toMatchObject(label);
    expect(foreseen.commands).toEqual([]);
  });

  it('[OW2] a host is the maker, whoever ends it by leaving, and who is marked so', () => {
    const story = room().joined(cyd, 1).read(cyd, { endConferenceOnExit: true });
    expect(hosts(story)).toEqual([ada, cyd]);
    said(story, { type: 'participants.markHost', fields: { legs: [bob], isHost: true } });
    said(story, { type: 'participants.markHost', fields: { legs: [ada, cyd], isHost: false } });
    expect(hosts(story)).toEqual([bob]);
    said(story, { type: 'participants.markHost', fields: { legs: [ada], isHost: null } });
    expect(hosts(story)).toEqual([ada, bob]);
  });

  it('[OW3] muting on entry means who comes in later, comes back, and nobody it has asked', () => {
    const story = room();
    said(story, { type: 'conference.muteOnEntry', fields: { isOn: true } });
    expect(toMuteOnEntry(story.conference)).toEqual([]);
    story.joined(cyd, 5).left(bob, 6).joined(bob, 7);
    expect(toMuteOnEntry(story.conference)).toEqual([cyd, bob]);
    story.sent('m', { type: 'participants.mute', fields: { legs: [cyd, bob] } }).accepted('m');
    story.sent('u', { type: 'participants.unmute', fields: { legs: [cyd] } }).accepted('u');
    expect(toMuteOnEntry(story.conference)).toEqual([]);
    said(story, { type: 'conference.muteOnEntry', fields: { isOn: false } });
    expect(toMuteOnEntry(story.joined('v3:dan' as CallControlId, 9).conference)).toEqual([]);
  });

  it('[OW4] who comes in by an invitation bears its label, unless they have one', () => {
    const story = room();
    story.said({
      type: 'invitations.made',
      data: { from: '+1', invitations: [{ id: 'i', to: '+2', label: 'Cyd' }] },
    });
    const progress = { invitationId: 'i', callControlId: cyd, reason: null } as const;
    story.said({ type: 'invitation.progressed', data: { ...progress, phase: 'dialling' } });
    expect(participantOf(story.conference, cyd)).toBeUndefined();
    story.joined(cyd, 5);
    story.said({ type: 'invitation.progressed', data: { ...progress, phase: 'joined' } });
    expect(participantOf(story.conference, cyd)?.label).toBe('Cyd');
  });
});

describe('undoing', () => {
  const muteAll = () =>
    room()
      .joined(cyd, 1)
      .read(bob, { muted: true })
      .sent('all', { type: 'participants.mute', fields: { legs: [ada, bob, cyd] } })
      .accepted('all');
  const undo = ({ conference }: Story) => undoOf(conference, 'all' as CommandId);

  it('[UN1] a mute of all unmutes those it muted, while open and once confirmed', () => {
    const expected = { type: 'participants.unmute', fields: { legs: [ada, cyd] } };
    const story = muteAll();
    expect(undo(story)).toEqual(expected);
    for (const leg of [ada, bob, cyd]) story.read(leg, { muted: true });
    expect(undo(story)).toEqual(expected);
  });

  it('[UN2] leaves alone who has left and whom somebody has touched since', () => {
    const left = muteAll().left(ada, 9);
    expect(undo(left)).toMatchObject({ fields: { legs: [cyd] } });
    const touched = muteAll().sent('u', {
      type: 'participants.mute',
      fields: { legs: [cyd] },
    });
    expect(undo(touched.accepted('u'))).toMatchObject({ fields: { legs: [ada] } });
    const elsewhere = muteAll();
    for (const leg of [ada, bob, cyd]) elsewhere.read(leg, { muted: true });
    elsewhere.read(ada, { muted: false });
    expect(undo(elsewhere)).toMatchObject({ fields: { legs: [cyd] } });
  });

  it('[UN1] there is nothing to undo of a command that was refused or changed nobody', () => {
    const refused = room()
      .sent('all', { type: 'participants.mute', fields: { legs: [ada] } })
      .refused('all');
    expect(undo(refused)).toBeNull();
  });
});
