import { describe, expect, it } from 'vitest';
import type { Store } from '@/server/log/ports';
import { commandOf } from './records';

/** Commands, written before the carrier is called. */
export function registerCommandContract(store: () => Store): void {
  const claim = (...given: Parameters<typeof commandOf>) =>
    store().transact((tx) => tx.claimCommand(commandOf(...given)));

  describe('commands', () => {
    it('are claimed once; whoever comes later gets the first', async () => {
      const first = commandOf('c1', { actor: { userId: 'grace', name: 'Grace “G” Ö' } });
      expect(await store().transact((tx) => tx.claimCommand(first))).toBeNull();
      expect(await claim('c1', { bodyHash: 'other', createdAt: 2000 })).toEqual(first);
      expect(await store().readCommand(first.commandId)).toEqual(first);
    });

    it('are claimed by one of many at once', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => claim('c1')));
      expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    });

    it('that nobody gave are not there', async () => {
      expect(await store().readCommand(commandOf('none').commandId)).toBeNull();
    });

    it('keep their answer', async () => {
      await claim('c1');
      const { commandId } = commandOf('c1');
      await store().transact((tx) => tx.saveCommand(commandId, 'accepted', [4, 5]));
      expect(await store().readCommand(commandId)).toEqual(
        commandOf('c1', { state: 'accepted', eventSeqs: [4, 5] }),
      );
    });

    it('left sent are listed, oldest first', async () => {
      await claim('late', { createdAt: 30 });
      await claim('early', { createdAt: 10 });
      await claim('done', { createdAt: 20 });
      await store().transact((tx) => tx.saveCommand(commandOf('done').commandId, 'refused', [1]));
      const sent = await store().sentCommands();
      expect(sent.map(({ commandId }) => commandId)).toEqual(['early', 'late']);
    });
  });
}
