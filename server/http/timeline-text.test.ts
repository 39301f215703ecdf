import { describe, expect, it } from 'vitest';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { SupervisorRole } from '@/lib/domain/conference/command-fields';
import type { Conference } from '@/lib/domain/conference/conference';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { Numbered } from '@/lib/domain/event';
import type { CallControlId } from '@/lib/domain/ids';
import { conferenceAggregate } from '@/lib/domain/conference/aggregate';
import { shownConference } from '@/lib/domain/shown';
import { chinese } from '@/lib/i18n/chinese';
import { english } from '@/lib/i18n/messages';
import { createTimelineText } from './timeline-text';

const ada = 'v3:the-leg-of-ada' as CallControlId;

/** Events as they stand in the log, one a second. */
function told(events: readonly ConferenceEvent[]): Numbered<ConferenceEvent>[] {
  return events.map((event, i) => {
    const isOurs = event.type.startsWith('command.');
    const envelope = { seq: i + 1, id: `e${i}`, version: 1, receivedAt: (i + 1) * 1_000_000 };
    const source = isOurs ? 'command' : 'carrier';
    const actor = isOurs ? { userId: 'grace', name: 'Grace' } : null;
    const commandId = isOurs ? 'the-command' : null;
    const occurredAt = isOurs ? null : envelope.receivedAt;
    return {
      ...envelope,
      source,
      actor,
      commandId,
      occurredAt,
      ...event,
    } as Numbered<ConferenceEvent>;
  });
}

/** What is written of events, in a language. */
function written(
  events: readonly ConferenceEvent[],
  locale: 'en' | 'zh-CN' = 'en',
  seesNumbers = true,
): string[] {
  const numbered = told(events);
  const conference = numbered.reduce<Conference>(
    (state, event) => conferenceAggregate.evolve(state, event),
    conferenceAggregate.initial('room'),
  );
  const words = locale === 'en' ? english : chinese;
  const shown = shownConference(conference, { numbers: seesNumbers, supervision: true });
  const text = createTimelineText(shown, numbered, { locale, words });
  return text.lines(numbered).map(text.sentence);
}

const sent: ConferenceEvent = {
  type: 'command.sent',
  data: {
    command: {
      type: 'digits.send',
      fields: { legs: 'everyone', digits: '1' },
    } as ConferenceCommand,
  },
};

describe('a command', () => {
  it('is said to have been done once the carrier took it', () => {
    const accepted: ConferenceEvent = { type: 'command.accepted', data: {} };
    expect(written([sent, accepted])).toEqual(['Grace sent digits to everybody']);
  });

  it('is only said to have been tried where it was refused, or nobody knows', () => {
    const data = { code: 'not-dialled-here', carrierCode: null, detail: '' };
    const refused: ConferenceEvent = { type: 'command.refused', data };
    const unknown: ConferenceEvent = { type: 'command.unknown', data: { detail: 'No answer' } };
    const tried = ['Tried: Grace sent digits to everybody'];
    expect(written([sent, refused])).toEqual(tried);
    expect(written([sent, unknown])).toEqual(tried);
    expect(written([sent, refused], 'zh-CN')).toEqual(['尝试：Grace 向所有人发送按键音']);
  });
});

describe('who was invited and never came in', () => {
  const number = '+13125550142';
  const invite = (label: string | null): ConferenceEvent => ({
    type: 'invitations.made',
    data: { from: '+13125550100', invitations: [{ id: 'i1', to: number, label }] },
  });
  const comes = (phase: 'busy' | 'failed', leg: CallControlId | null): ConferenceEvent => ({
    type: 'invitation.progressed',
    data: { invitationId: 'i1', phase, callControlId: leg, reason: 'no-answer' },
  });

  it('is named by the number or label of the invitation', () => {
    expect(written([invite(null), comes('busy', ada)])[1]).toBe('+1 312 555 0142 is busy');
    expect(written([invite('Wei Liu'), comes('busy', ada)])[1]).toBe('Wei Liu is busy');
  });

  it('is named even where no call came about', () => {
    const [, line] = written([invite(null), comes('failed', null)]);
    expect(line).toBe('+1 312 555 0142 could not be brought in: no-answer');
  });

  it('is masked for who may not see numbers', () => {
    const [, line] = written([invite(null), comes('busy', ada)], 'en', false);
    expect(line).toMatch(/•+.* is busy$/);
    expect(line).not.toContain('555');
  });
});

it('a change of role says which role', () => {
  const giving = (role: SupervisorRole, whisperTo: readonly CallControlId[] = []) => {
    const fields = { legs: [ada], role, whisperTo };
    const command: ConferenceCommand = { type: 'participants.setRole', fields };
    return written([{ type: 'command.sent', data: { command } }])[0];
  };
  expect(giving('monitor')).toMatch(/^Grace made .* a monitor$/);
  expect(giving('whisper', [ada])).toMatch(/ a whisperer$/);
  expect(giving('whisper')).toMatch(/ a whisperer whom nobody hears$/);
  expect(giving('barge')).toMatch(/ one who barges in$/);
  expect(giving('none')).toMatch(/ a participant like all$/);
});

it('who pressed nothing is not said to have entered it', () => {
  const data = { callControlId: ada, digits: '', status: 'timeout' };
  const [line] = written([{ type: 'participant.gathered', data }]);
  expect(line).toMatch(/pressed nothing \(time ran out\)$/);
});
