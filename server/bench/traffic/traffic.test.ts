import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCarrierReader } from '@/server/carrier/carrier-reader';
import { readPublicKey } from '@/server/carrier/verify-signature';
import { createRequestWriter, makeCarrierKey } from './carrier-key';
import { createTraffic, type TrafficKind } from './traffic';

const gatherings = [
  { index: 0, people: 3 },
  { index: 1, people: 3 },
];

function readingsOf(kind: TrafficKind, count: number) {
  const reader = createCarrierReader([]);
  const bodies = createTraffic(1).bodies(kind, gatherings, count);
  return bodies.map((body) => reader.read(JSON.parse(body), 0));
}

describe('the traffic', () => {
  it('is understood by the door, whatever its kind', () => {
    for (const kind of ['arrivals', 'life', 'talk'] as const) {
      const verdicts = readingsOf(kind, 72).map((reading) =>
        reading.kind === 'read' ? reading.verdict : reading.kind,
      );
      expect(new Set(verdicts)).toEqual(new Set(['stored']));
    }
  });

  it('never gives two events one id, over all its kinds', () => {
    const traffic = createTraffic(1);
    const bodies = (['arrivals', 'life', 'talk'] as const).flatMap((kind) =>
      traffic.bodies(kind, gatherings, 40),
    );
    const ids = bodies.map((body) => (JSON.parse(body) as { data: { id: string } }).data.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(traffic.next()).toBe(ids.length + 1);
  });

  it('lets a guest who comes be the one who goes', () => {
    const legs = readingsOf('life', 36).flatMap((reading) => {
      const fact = reading.kind === 'read' ? reading.fact : null;
      if (fact?.kind !== 'conference') return [];
      const { event } = fact;
      const isPresence = event.type === 'participant.joined' || event.type === 'participant.left';
      return isPresence ? [`${event.type} ${event.data.callControlId}`] : [];
    });
    const who = (type: string) =>
      legs.filter((leg) => leg.startsWith(type)).map((leg) => leg.slice(type.length));
    expect(who('participant.joined')).toHaveLength(2);
    expect(who('participant.left')).toEqual(who('participant.joined'));
  });

  it('is signed so that the door takes it', async () => {
    const key = makeCarrierKey();
    const request = createRequestWriter(key.privatePem)('{"data":{}}').toString();
    const [head = '', body = ''] = request.split('\r\n\r\n');
    const header = (name: string) => new RegExp(`${name}: (.*)`).exec(head)?.[1]?.trim() ?? null;
    const post = {
      body: Buffer.from(body),
      signature: header('telnyx-signature-ed25519'),
      timestamp: header('telnyx-timestamp'),
    };
    const reader = createCarrierReader([readPublicKey(key.publicKey)]);
    const stranger = createPublicKey(makeCarrierKey().privatePem);
    const seconds = Number(post.timestamp);
    expect(await reader.verify(post, seconds)).toBe('good');
    expect(await createCarrierReader([stranger]).verify(post, seconds)).toBe('bad-signature');
  });
});
