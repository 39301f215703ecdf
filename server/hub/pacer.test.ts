import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LoggedEvent } from '@/server/log/ports';
import { createPacer } from './pacer';

const topic = 'conference:board';
const event = (seq: number) => ({ seq }) as unknown as LoggedEvent;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

/** A pacer over a room of so many, and what it has sent: the numbers in each message. */
function pacerOver(size: number) {
  const sent: number[][] = [];
  const room = { size };
  const pacer = createPacer(
    () => room.size,
    (_, events) => {
      sent.push(events.map(({ seq }) => seq));
    },
  );
  return { pacer, sent, room };
}

describe('the pacer', () => {
  it('sends at once while it is quiet', () => {
    const { pacer, sent } = pacerOver(1000);
    pacer.add(topic, [event(1)]);
    expect(sent).toEqual([[1]]);
    vi.advanceTimersByTime(1000);
    pacer.add(topic, [event(2)]);
    expect(sent).toEqual([[1], [2]]);
  });

  it('sends what comes close together in one message, soon, and in order', () => {
    const { pacer, sent } = pacerOver(1000);
    for (const seq of [1, 2, 3, 4]) pacer.add(topic, [event(seq)]);
    expect(sent).toEqual([[1]]);
    vi.advanceTimersByTime(29);
    expect(sent).toEqual([[1]]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual([[1], [2, 3, 4]]);
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(2);
  });

  it('waits longer the larger the room, and never over 60 ms', () => {
    const small = pacerOver(50);
    small.pacer.add(topic, [event(1)]);
    small.pacer.add(topic, [event(2)]);
    vi.advanceTimersByTime(2);
    expect(small.sent).toEqual([[1], [2]]);
    const huge = pacerOver(100_000);
    huge.pacer.add(topic, [event(1)]);
    huge.pacer.add(topic, [event(2)]);
    vi.advanceTimersByTime(59);
    expect(huge.sent).toEqual([[1]]);
    vi.advanceTimersByTime(1);
    expect(huge.sent).toEqual([[1], [2]]);
  });

  it('paces each topic by itself', () => {
    const { pacer, sent } = pacerOver(1000);
    pacer.add(topic, [event(1)]);
    pacer.add('conference:other', [event(7)]);
    expect(sent).toEqual([[1], [7]]);
  });

  it('sends nothing where nobody watches, and keeps nothing for later', () => {
    const { pacer, sent, room } = pacerOver(0);
    pacer.add(topic, [event(1)]);
    room.size = 1;
    pacer.add(topic, [event(2)]);
    pacer.add(topic, []);
    expect(sent).toEqual([[2]]);
  });

  it('sends nothing more once it is stopped', () => {
    const { pacer, sent } = pacerOver(1000);
    pacer.add(topic, [event(1)]);
    pacer.add(topic, [event(2)]);
    pacer.stop();
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([[1]]);
  });
});
