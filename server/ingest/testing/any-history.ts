import fc from 'fast-check';
import type { StreamName } from '@/lib/domain/ids';
import {
  carrierEvent,
  type CarrierEventType,
  documentedPayloads,
  testConnectionId,
} from '@/server/testing/carrier-events';

const legs = ['v3:ada', 'v3:bob', 'v3:cyd'];
const rooms = ['board', 'staff'];
const queues = ['support', 'sales'];
const startedAt = 1_789_000_000_000_000;

/** Every stream that the histories can move. */
export const allStreams: readonly StreamName[] = [
  ...legs.map((leg): StreamName => `call:${leg}`),
  ...rooms.map((room): StreamName => `conference:${room}`),
  ...queues.map((queue): StreamName => `queue:${queue}`),
];

/** A delivery's body, and the same event again has the same body. */
export type Told = ReturnType<typeof carrierEvent>;

/** What happened, and the same told otherwise: permuted, repeated, in commits of other sizes. */
export interface Retelling {
  readonly history: readonly Told[];
  readonly retold: readonly (readonly Told[])[];
}

const orUnsaid = <T>(value: T) => fc.constantFrom(value, value, null);

// What an event says of its leg is always the same, or nothing.
const anyLeg = fc.constantFrom(...legs).chain((leg) =>
  fc.record({
    call_control_id: fc.constant(leg),
    call_leg_id: orUnsaid(`leg-of-${leg}`),
    call_session_id: orUnsaid(`session-of-${leg}`),
    connection_id: orUnsaid(testConnectionId),
    client_state: fc.constant(null),
  }),
);
const anyNumbers = fc.record(
  {
    from: orUnsaid('+13125550142'),
    to: orUnsaid('+13125550100'),
    direction: fc.constantFrom('incoming', null),
    caller_id_name: fc.constantFrom('Ada', 'ADA WHITFIELD', null),
  },
  { requiredKeys: [] },
);
const anyRoom = fc.record({ conference_id: fc.constantFrom(...rooms) });
const anyQueue = fc.record({ queue: fc.constantFrom(...queues) });
const anyRecording = fc.constantFrom('r1', 'r2', 'r3').map((id) => ({
  recording_id: id,
  format: id === 'r1' ? 'mp3' : 'wav',
  recording_ended_at: `2026-09-01T10:00:0${id.slice(1)}Z`,
}));

/** What differs between two events of a type; the type's other fields are as documented. */
function anyPayloadOf(type: CarrierEventType): fc.Arbitrary<object> {
  const parts: fc.Arbitrary<object>[] = [];
  if (type.startsWith('conference.')) parts.push(anyRoom);
  if ('call_control_id' in documentedPayloads[type]) parts.push(anyLeg);
  if ('from' in documentedPayloads[type]) parts.push(anyNumbers);
  if ('queue' in documentedPayloads[type]) parts.push(anyQueue);
  if (type === 'conference.recording.saved') parts.push(anyRecording);
  if (type === 'conference.ended') parts.push(fc.record({ reason: fc.constantFrom('a', 'b') }));
  if (type === 'call.hangup') {
    parts.push(fc.record({ hangup_cause: fc.constantFrom('normal_clearing', 'timeout', null) }));
  }
  return fc.tuple(...parts).map((given) => Object.assign({}, ...given) as object);
}

// Presence and hang-ups are what routes are made of: they come more often than once in 22.
const types = Object.keys(documentedPayloads) as CarrierEventType[];
const leading: CarrierEventType[] = [
  'conference.participant.joined',
  'conference.participant.left',
  'call.initiated',
  'call.hangup',
  'call.enqueued',
  'call.dequeued',
];
const anyType = fc.oneof(fc.constantFrom(...types), fc.constantFrom(...leading));

const anyEvent = anyType.chain((type) =>
  fc.record({
    type: fc.constant(type),
    payload: anyPayloadOf(type),
    // Few points in time, so that some events share theirs.
    at: fc.nat({ max: 30 }),
  }),
);

/** Histories of every event type, with distinct ids and a carrier's clock that may tie. */
const anyHistory: fc.Arbitrary<readonly Told[]> = fc
  .array(anyEvent, { minLength: 1, maxLength: 40, size: 'max' })
  .map((events) =>
    events.map(({ type, payload, at }, i) =>
      carrierEvent(type, { id: `e${String(i).padStart(3, '0')}`, at: startedAt + at, payload }),
    ),
  );

/** A history and another telling of it. */
export const anyRetelling: fc.Arbitrary<Retelling> = anyHistory.chain((history) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...history), { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 20 }),
    )
    .chain(([repeats, sizes]) => {
      const all = [...history, ...repeats];
      return fc
        .shuffledSubarray(all, { minLength: all.length })
        .map((permuted) => ({ history, retold: chunked(permuted, sizes) }));
    }),
);

function chunked(events: readonly Told[], sizes: readonly number[]): Told[][] {
  const chunks: Told[][] = [];
  for (let from = 0; from < events.length;) {
    const size = sizes[chunks.length % sizes.length] ?? 1;
    chunks.push(events.slice(from, from + size));
    from += size;
  }
  return chunks;
}
