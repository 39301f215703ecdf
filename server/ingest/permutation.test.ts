import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTestDoor, type TestDoor } from '@/server/testing/open-test-door';
import { allStreams, anyRetelling, type Retelling, type Told } from './testing/any-history';

const longerThanCooling = 61_000_000;

async function tell(door: TestDoor, chunks: readonly (readonly Told[])[]): Promise<void> {
  for (const chunk of chunks) {
    // What comes together shares a commit.
    const answers = await Promise.all(chunk.map((event) => door.receive(door.post(event))));
    expect(answers.map(({ status }) => status)).toEqual(chunk.map(() => 200));
    door.clock.advance(longerThanCooling / 4);
  }
}

async function statesOf({ log }: TestDoor): Promise<Record<string, unknown>> {
  const states: Record<string, unknown> = {};
  for (const name of allStreams) states[name] = (await log.read(name))?.state ?? null;
  return states;
}

async function expectTheSame({ history, retold }: Retelling): Promise<void> {
  const first = await openTestDoor({ trustsAll: true });
  let second = await openTestDoor({ trustsAll: true });
  try {
    await tell(
      first,
      history.map((event) => [event]),
    );
    await tell(second, retold);
    const expected = await statesOf(first);
    expect(await statesOf(second)).toEqual(expected);
    second = await second.reopen();
    expect(await statesOf(second)).toEqual(expected);
  } finally {
    await first.close();
    await second.close();
  }
}

describe('facts of the carrier', () => {
  it('permuted, repeated and committed in any company fold to the same states everywhere', async () => {
    await fc.assert(fc.asyncProperty(anyRetelling, expectTheSame), { numRuns: 40 });
  }, 120_000);
});
