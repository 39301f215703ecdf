import type { RecordingRow, RetentionRule } from '@/lib/contract/recording';
import type { RecordingRecord } from './ports';
import { expiryOf } from './retention';

/** A recording as lists show it. */
export function recordingRow(
  record: RecordingRecord,
  rules: readonly RetentionRule[],
): RecordingRow {
  return {
    kind: 'recording',
    id: record.id,
    source: record.source,
    conference: record.conference,
    callControlId: record.callControlId,
    from: record.from,
    to: record.to,
    queue: record.queue,
    format: record.format,
    channels: record.channels,
    startedAt: record.startedAt,
    endedAt: record.endedAt,
    durationMs: record.durationMs,
    heardAt: record.heardAt,
    isFound: record.isFound,
    state: record.state,
    bytes: record.bytes,
    doneBytes: record.doneBytes,
    tries: record.tries,
    nextTryAt: record.nextTryAt,
    problem: record.problem,
    sha256: record.sha256,
    archivedAt: record.archivedAt,
    hold: record.hold,
    expiresAt: expiryOf(rules, record),
    deletion: record.deletion,
  };
}
