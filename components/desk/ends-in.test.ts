import { expect, it } from 'vitest';
import { endsInOf } from './ends-in';
import { noon, second } from './fixture';

const minute = 60 * second;

it.each([
  [31, 'neutral', null],
  [30, 'warn', '30'],
  [11, 'warn', '30'],
  [10, 'bad', '10'],
  [2, 'bad', '2'],
  [-1, 'bad', '2'],
] as const)('with %i minutes left it looks %s and the mark is %s', (minutes, tone, mark) => {
  expect(endsInOf(noon + minutes * minute, noon)).toMatchObject({ tone, mark });
});
