import { describe, expect, it } from 'vitest';
import {
  callStream,
  conferenceStream,
  type CallControlId,
  type ConferenceId,
} from '@/lib/domain/ids';
import { participantOf } from '@/lib/domain/conference/conference';
import { carrierEvent, legFields } from '@/server/testing/carrier-events';
import { openTestDoor } from '@/server/testing/open-test-door';
import { endLostCalls } from './end-lost-calls';

const hour = 3_600_000_000;
const leg = 'v3:lost' as CallControlId;
const room = 'room-of-the-lost' as ConferenceId;

describe('a call whose hang-up was never heard', () => {
  it('ends when the carrier’s own limit is long past, at the newest time known of it', async () => {
    const door = await openTestDoor();
    const payload = legFields(leg);
    await door.receive(door.post(carrierEvent('call.answered', { payload })));
    await door.receive(
      door.post(
        carrierEvent('conference.participant.joined', {
          payload: { ...payload, conference_id: room },
        }),
      ),
    );
    const known = door.log.peek(callStream(leg))?.state.joined?.at ?? 0;
    expect(await endLostCalls(door.log, known + 4 * hour)).toBe(0);
    expect(await endLostCalls(door.log, known + 6 * hour)).toBe(1);
    expect(door.log.peek(callStream(leg))?.state.hungUp?.at).toBe(known + 1);
    const conference = door.log.peek(conferenceStream(room))?.state;
    expect(conference && participantOf(conference, leg)?.hungUp?.at).toBe(known + 1);
    expect(await endLostCalls(door.log, known + 6 * hour)).toBe(0);
    await door.close();
  });
});
