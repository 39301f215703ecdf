import { describe, expect, it } from 'vitest';
import type { NewRecording, Store } from '@/server/log/ports';
import type { LinkRecord, RecordingTables } from '@/server/recording/ports';

const noon = 1_700_000_000_000_000;
const grace = { userId: 'grace', name: 'Grace' };

function heard(id: string, change: Partial<NewRecording> = {}): NewRecording {
  return {
    id,
    source: 'conference',
    conferenceId: 'room',
    conferenceName: 'Ärztetag',
    callControlId: 'v3:creator',
    callLegId: null,
    callSessionId: null,
    connectionId: '12',
    from: '+13125550100',
    to: '+13125550199',
    queue: null,
    format: 'wav',
    channels: 'dual',
    startedAt: noon,
    endedAt: noon + 60_000_000,
    durationMs: 60_000,
    heardAt: noon + 70_000_000,
    isFound: false,
    ...change,
  };
}

/** Recordings: listed, searched, changed by one at a time; links to them and rules about them. */
export function registerRecordingContract(
  store: () => Store,
  tables: () => RecordingTables,
  clock: { now: number },
): void {
  const table = () => tables().recordings;
  const add = (...recordings: NewRecording[]) =>
    store().transact((tx) => tx.insertRecordings(recordings));
  const idsOf = async (query: Partial<Parameters<RecordingTables['recordings']['page']>[0]>) =>
    (await table().page({ limit: 50, ...query })).items.map(({ id }) => id);

  describe('recordings', () => {
    it('are known as they were first heard of, however often they are heard of', async () => {
      await add(heard('a', { from: 'nul\0' }));
      await add(heard('a', { conferenceName: 'Another' }));
      expect(await table().read('a')).toMatchObject({
        id: 'a',
        conference: { id: 'room', name: 'Ärztetag' },
        from: 'nul\ufffd',
        state: 'waiting',
        tries: 0,
        doneBytes: 0,
        bytes: null,
        hold: null,
        isFound: false,
        heardAt: noon + 70_000_000,
      });
      expect(await table().read('nobody')).toBeNull();
    });

    it('are listed by when they began, the newest first, in pages that miss and repeat none', async () => {
      const ids = Array.from({ length: 7 }, (_, i) => `r${i}`);
      // Two of one moment, and one of which nobody knows when it began.
      await add(
        ...ids.map((id, i) => heard(id, { startedAt: i === 6 ? null : noon + Math.min(i, 4) })),
      );
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await table().page({ limit: 3, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(['r6', 'r5', 'r4', 'r3', 'r2', 'r1', 'r0']);
      await expect(table().page({ limit: 3, cursor: 'what' })).rejects.toMatchObject({
        name: 'BadCursorError',
      });
    });

    it('are found by every filter, and by what people remember of them', async () => {
      await add(
        heard('a', { durationMs: 5_000 }),
        heard('b', { conferenceId: 'other', conferenceName: '100 % Café', format: 'mp3' }),
        heard('c', { source: 'call', conferenceId: null, conferenceName: null, queue: 'Sales' }),
        heard('d', { startedAt: noon + 1_000_000, channels: 'single' }),
      );
      await table().change('a', { state: 'archived' }, { states: ['waiting'] });
      await table().change(
        'b',
        { hold: { by: grace, reason: 'Law', at: noon } },
        { states: ['waiting'] },
      );
      await table().change('d', { state: 'deleted' }, { states: ['waiting'] });
      expect(await idsOf({})).toEqual(['c', 'b', 'a']);
      expect(await idsOf({ state: 'deleted' })).toEqual(['d']);
      expect(await idsOf({ state: 'archived' })).toEqual(['a']);
      expect(await idsOf({ state: 'underway' })).toEqual(['c', 'b']);
      expect(await idsOf({ conference: 'other' })).toEqual(['b']);
      expect(await idsOf({ queue: 'Sales' })).toEqual(['c']);
      expect(await idsOf({ format: 'mp3' })).toEqual(['b']);
      expect(await idsOf({ channels: 'single', state: 'deleted' })).toEqual(['d']);
      expect(await idsOf({ hold: true })).toEqual(['b']);
      expect(await idsOf({ hold: false })).toEqual(['c', 'a']);
      expect(await idsOf({ minSeconds: 60 })).toEqual(['c', 'b']);
      expect(await idsOf({ maxSeconds: 5 })).toEqual(['a']);
      expect(await idsOf({ from: noon + 1 })).toEqual([]);
      expect(await idsOf({ to: noon + 1 })).toEqual(['c', 'b', 'a']);
      expect(await idsOf({ q: 'CAFÉ' })).toEqual(['b']);
      expect(await idsOf({ q: '0 %' })).toEqual(['b']);
      expect(await idsOf({ q: 'äRZTE' })).toEqual(['a']);
      expect(await idsOf({ q: 'sales' })).toEqual(['c']);
      expect(await idsOf({ q: '_' })).toEqual([]);
      expect(await idsOf({ q: 'other' })).toEqual(['b']);
      expect(await idsOf({ q: 'othe' })).toEqual([]);
    });

    it('are found by a name that was learnt later', async () => {
      await add(heard('a', { conferenceName: null }));
      const conference = { id: 'room', name: 'Board pre-read' };
      await table().change('a', { conference }, { states: ['waiting'] });
      expect(await idsOf({ q: 'pre-read' })).toEqual(['a']);
    });

    it('change in the states that are asked for and in no other', async () => {
      await add(heard('a'));
      const change = { state: 'archiving', bytes: 10, linkEtag: '"x"' } as const;
      expect(await table().change('a', change, { states: ['archived'] })).toBeNull();
      expect(await table().change('nobody', change, { states: ['waiting'] })).toBeNull();
      const changed = await table().change('a', change, { states: ['waiting'] });
      expect(changed).toMatchObject(change);
      expect(await table().read('a')).toEqual(changed);
    });

    it('under hold refuse what is for free ones only', async () => {
      await add(heard('a'));
      const hold = { by: grace, reason: 'Law', at: noon };
      await table().change('a', { hold }, { states: ['waiting'] });
      const deleting = { state: 'deleting' } as const;
      const free = { states: ['waiting'], isFree: true } as const;
      expect(await table().change('a', deleting, free)).toBeNull();
      await table().change('a', { hold: null }, { states: ['waiting'] });
      expect(await table().change('a', deleting, free)).toMatchObject({ state: 'deleting' });
    });

    it('changed by several at once keep what each changed', async () => {
      await add(heard('a'));
      await Promise.all([
        table().change('a', { bytes: 10 }, { states: ['waiting'] }),
        table().change('a', { tries: 3 }, { states: ['waiting'] }),
        table().change('a', { problem: 'disk-full' }, { states: ['waiting'] }),
      ]);
      expect(await table().read('a')).toMatchObject({ bytes: 10, tries: 3, problem: 'disk-full' });
    });

    it('are counted by how far they are', async () => {
      await add(heard('a'), heard('b'), heard('c'), heard('d'));
      const from = { states: ['waiting'] } as const;
      await table().change('a', { state: 'archived', bytes: 5_000_000_000 }, from);
      await table().change('b', { state: 'archived', bytes: 1 }, from);
      await table().change('c', { state: 'deleted', bytes: 7 }, from);
      expect(await table().totals()).toEqual({
        ...{ count: 3, archived: 2, archivedBytes: 5_000_000_001, failed: 0, underWay: 1 },
      });
    });

    it('that changed since are told in the order of their changes', async () => {
      await add(heard('a'), heard('b'));
      clock.now = noon + 80_000_000;
      await table().change('b', { tries: 1 }, { states: ['waiting'] });
      clock.now += 1;
      await table().change('a', { tries: 1 }, { states: ['waiting'] });
      const changed = await table().changedAfter(noon + 70_000_000, 10);
      expect(changed.map(({ id }) => id)).toEqual(['b', 'a']);
      expect(await table().changedAfter(clock.now, 10)).toEqual([]);
    });

    it('keep their waveform and notes until they are forgotten', async () => {
      await add(heard('a'));
      const peaks = {
        durationMs: 100,
        channels: [
          [0, 0.5],
          [1, 0.25],
        ],
      };
      expect(await table().peaks('a')).toBeNull();
      await table().savePeaks('a', { durationMs: 1, channels: [[0]] });
      await table().savePeaks('a', peaks);
      expect(await table().peaks('a')).toEqual(peaks);
      const note = { id: 'n', atMs: 500, text: 'The offer', by: grace, at: noon };
      await table().addNote('a', note);
      await table().addNote('a', { ...note, id: 'm', atMs: 100 });
      expect((await table().notes('a')).map(({ id }) => id)).toEqual(['m', 'n']);
      expect(await table().removeNote('a', 'n', 'somebody else')).toBe(false);
      expect(await table().removeNote('a', 'n', 'grace')).toBe(true);
      await table().forget('a');
      expect(await table().notes('a')).toEqual([]);
      expect(await table().peaks('a')).toBeNull();
    });

    it('remember up to when the carrier’s list was read', async () => {
      expect(await table().readUpTo()).toBeNull();
      await table().saveReadUpTo(noon);
      await table().saveReadUpTo(noon + 1);
      expect(await table().readUpTo()).toBe(noon + 1);
    });
  });

  describe('links to recordings', () => {
    const link = (id: string, change: Partial<LinkRecord> = {}): LinkRecord => ({
      id,
      kind: 'share',
      tokenHash: `hash of ${id}`,
      recordingIds: ['a'],
      by: grace,
      at: noon,
      expiresAt: noon + 10,
      mayDownload: true,
      revoked: null,
      opened: 0,
      lastOpenedAt: null,
      ...change,
    });

    it('are told by their hash, counted and revoked once', async () => {
      const { links } = tables();
      await links.add(link('one'));
      await links.add(link('two', { at: noon + 1, mayDownload: false }));
      await links.add(link('many', { kind: 'zip', recordingIds: ['a', 'b'] }));
      expect(await links.byToken('hash of one')).toEqual(link('one'));
      expect(await links.byToken('hash of many')).toMatchObject({ recordingIds: ['a', 'b'] });
      expect((await links.ofRecording('a')).map(({ id }) => id)).toEqual(['two', 'one']);
      await links.opened('one', noon + 5);
      const revoked = { by: grace, at: noon + 6 };
      expect(await links.revoke('one', 'other', grace, noon + 6)).toBeNull();
      expect(await links.revoke('one', 'a', grace, noon + 6)).toEqual(
        link('one', { revoked, opened: 1, lastOpenedAt: noon + 5 }),
      );
      expect(await links.revoke('one', 'a', grace, noon + 7)).toBeNull();
      await links.deleteExpired(noon + 11);
      expect(await links.byToken('hash of one')).toBeNull();
    });
  });

  describe('rules of keeping', () => {
    it('are one for each conference, queue and all others, in whatever letters', async () => {
      const { retention } = tables();
      const rule = {
        id: '1',
        of: 'conference',
        name: 'Town hall',
        days: 90,
        updatedAt: noon,
        updatedBy: grace,
      } as const;
      expect(await retention.add(rule)).toBe(true);
      expect(await retention.add({ ...rule, id: '2', name: 'TOWN HALL' })).toBe(false);
      expect(await retention.add({ ...rule, id: '3', of: 'queue' })).toBe(true);
      expect(await retention.add({ ...rule, id: '4', of: 'all', name: null, days: null })).toBe(
        true,
      );
      expect((await retention.list()).map(({ id }) => id)).toEqual(['4', '1', '3']);
      expect(await retention.change({ ...rule, days: 1 })).toBe('changed');
      expect(await retention.change({ ...rule, of: 'queue' })).toBe('taken');
      expect(await retention.change({ ...rule, id: 'nobody', name: 'x' })).toBe('gone');
      expect(await retention.remove('1')).toBe(true);
      expect(await retention.remove('1')).toBe(false);
    });
  });
}
