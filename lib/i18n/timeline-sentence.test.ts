import { expect, it } from 'vitest';
import type { CallControlId } from '@/lib/domain/ids';
import type { TimelineLine } from '@/lib/format/timeline-line';
import { timelineSentence } from './timeline-sentence';

const legs = ['a', 'b', 'c'] as CallControlId[];
const lineWith = (words: TimelineLine['words']) => ({ words, legs }) as unknown as TimelineLine;

it('names the first where the sentence counts the others', () => {
  const { key, values, named } = timelineSentence(lineWith({ say: 'joinedMany', count: 2 }), null);
  expect({ key, count: values.count, named }).toEqual({
    key: 'joinedMany',
    count: 2,
    named: ['a'],
  });
  expect(timelineSentence(lineWith({ say: 'foreignMute', count: 2 }), null).named).toEqual(['a']);
});

it('says that nothing was pressed where no digits came, and why', () => {
  const asked = (digits: string, status: string | null) =>
    timelineSentence(lineWith({ say: 'gathered', digits, status }), null);
  expect(asked('12', 'valid')).toMatchObject({ key: 'gathered', values: { digits: '12' } });
  expect(asked('', 'timeout')).toMatchObject({
    key: 'gatheredNothing',
    values: { value: 'timeout' },
  });
  expect(asked('', null).key).toBe('gatheredNothing');
});

it('leaves all to be named where it counts nobody', () => {
  expect(timelineSentence(lineWith({ say: 'identified' }), null).named).toEqual(legs);
});
