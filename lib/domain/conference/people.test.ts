import { expect, it } from 'vitest';
import type { CallControlId } from '../ids';
import { ada, bob, Story } from '../testing/conference-story';
import type { SupervisorRole } from './command-fields';
import { participantOf } from './conference';
import { isByRole } from './people';

const explains = ({ conference }: Story, muted: boolean) => {
  const participant = participantOf(conference, ada);
  if (participant === undefined) throw new Error('Ada is not in');
  return isByRole(conference, participant, muted);
};

const giving = (role: SupervisorRole, whisperTo: readonly CallControlId[] = []) =>
  ({ type: 'participants.setRole', fields: { legs: [ada], role, whisperTo } }) as const;

it('being muted is by the role of who was made to monitor or whisper, from the sending on', () => {
  const story = new Story().joined(ada, 1);
  expect(explains(story, true)).toBe(false);
  expect(explains(story.sent('a', giving('whisper')), true)).toBe(true);
  expect(explains(story.accepted('a'), true)).toBe(true);
  expect(explains(story, false)).toBe(false);
});

it('being heard again is by the role only of who monitored or whispered before', () => {
  const story = new Story().joined(ada, 1).sent('a', giving('none')).accepted('a');
  expect(explains(story, false)).toBe(false);
  story
    .sent('b', giving('monitor'))
    .accepted('b')
    .sent('c', giving('whisper', [bob]));
  expect(explains(story.accepted('c'), false)).toBe(true);
});

it('a role that was refused explains nothing, nor does one older than a mute or an unmute', () => {
  const story = new Story().joined(ada, 1).sent('a', giving('monitor'));
  expect(explains(story.refused('a'), true)).toBe(false);
  story.sent('b', giving('monitor')).accepted('b');
  story.sent('c', { type: 'participants.unmute', fields: { legs: [ada] } }).accepted('c');
  expect(explains(story, true)).toBe(false);
});
