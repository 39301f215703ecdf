import { describe, expect, it } from 'vitest';
import { actionsFor } from './call-actions';
import { callRow } from './testing/call-row';

const up = callRow('v3:a', {});

describe('what can be done with a call', () => {
  it('is to answer or reject it while it rings', () => {
    const ringing = callRow('v3:a', { phase: 'ringing' });
    const offered = actionsFor(ringing, 'moderator');
    expect(offered).toEqual(expect.arrayContaining(['answer', 'reject', 'hangUp']));
    expect(offered).not.toContain('transfer');
    const ours = callRow('v3:a', { phase: 'ringing', direction: 'outgoing' });
    expect(actionsFor(ours, 'moderator')).not.toContain('answer');
  });

  it('follows where it is', () => {
    expect(actionsFor(up, 'moderator')).toEqual(expect.arrayContaining(['join', 'enqueue']));
    const waiting = callRow('v3:a', { place: { kind: 'queue', name: 'support', since: 1 } });
    expect(actionsFor(waiting, 'supervisor')).toContain('leaveQueue');
    // As on the page of queues: whoever only lets callers in takes nobody's place away.
    expect(actionsFor(waiting, 'moderator')).not.toContain('leaveQueue');
    const seated = callRow('v3:a', {
      place: { kind: 'conference', id: 'x', name: null, since: 1 },
    });
    expect(actionsFor(seated, 'moderator')).not.toContain('join');
  });

  it('is to supervise it where it is with others, unless it supervises itself', () => {
    const seated = { kind: 'conference', id: 'x', name: null, since: 1 } as const;
    const bridged = { kind: 'bridged', other: null, since: 1 } as const;
    for (const place of [seated, bridged]) {
      expect(actionsFor(callRow('v3:a', { place }), 'supervisor')).toContain('supervise');
      expect(actionsFor(callRow('v3:a', { place }), 'moderator')).not.toContain('supervise');
      const own = callRow('v3:a', { place, isSupervisors: true });
      expect(actionsFor(own, 'supervisor')).not.toContain('supervise');
    }
    expect(actionsFor(up, 'supervisor')).not.toContain('supervise');
  });

  it('leaves a viewer to look', () => {
    expect(actionsFor(up, 'viewer')).toEqual(['open', 'copyId']);
  });

  it('lets only those who supervise change a role, of a call that supervises', () => {
    const listens = callRow('v3:a', { supervises: { id: 'v3:b', name: null, number: null } });
    expect(actionsFor(listens, 'supervisor')).toContain('switchRole');
    expect(actionsFor(listens, 'moderator')).not.toContain('switchRole');
    expect(actionsFor(up, 'supervisor')).not.toContain('switchRole');
  });
});
