import { expect, vi } from 'vitest';
import type { ActivityRow } from '@/lib/contract/activity';
import type { RecordingRow } from '@/lib/contract/recording';
import type { TestCore } from '@/server/testing/open-test-core';
import type { TestCarrier } from '@/server/testing/test-carrier';

/** A recording that the carrier has just saved; its id. */
export async function savedAt(carrier: TestCarrier, asked: object = {}): Promise<string> {
  const made = await carrier.control('POST', '/recordings', { seconds: 5, ...asked });
  return String(made.id);
}

/** Waits until what is known of a recording satisfies the condition. */
export async function recordingUntil(
  rostrum: TestCore,
  id: string,
  condition: (row: RecordingRow) => boolean,
): Promise<RecordingRow> {
  return vi.waitFor(
    async () => {
      const row = await rostrum.core.services.recordings.read(id);
      expect(condition(row), JSON.stringify(row)).toBe(true);
      return row;
    },
    { timeout: 15_000, interval: 10 },
  );
}

/** Waits until a recording is archived. */
export function archivedAt(rostrum: TestCore, id: string): Promise<RecordingRow> {
  return recordingUntil(rostrum, id, ({ state }) => state === 'archived');
}

/** A recording that the carrier has saved and that is archived. */
export async function archivedRecording(
  rostrum: TestCore,
  asked: object = {},
): Promise<RecordingRow> {
  return archivedAt(rostrum, await savedAt(rostrum.carrier, asked));
}

/** The checksum of the file as the carrier has it. */
export async function carriersHash(carrier: TestCarrier, id: string): Promise<string> {
  return String((await carrier.control('GET', `/recordings/${id}/sha256`)).sha256);
}

/** What activity tells of this action, the first line first. */
export async function linesOf(rostrum: TestCore, action: string): Promise<ActivityRow[]> {
  const { body } = await rostrum.get(`/api/activity?action=${action}&limit=200`);
  return (body.items as ActivityRow[]).toReversed();
}
