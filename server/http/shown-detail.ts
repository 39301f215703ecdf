import type { RecordingDetail } from '@/lib/contract/recording';
import { maskedRecordingRow } from '@/lib/contract/shown';
import { maskedNumber, maskedText } from '@/lib/domain/number';
import type { Sight } from '@/lib/domain/shown';

/** A recording with its story as somebody may see it: the events it is made of were masked before. */
export function shownDetail(detail: RecordingDetail, sight: Sight): RecordingDetail {
  if (sight.numbers) return detail;
  return {
    ...detail,
    recording: maskedRecordingRow(detail.recording),
    participants: detail.participants.map(({ callControlId, name, number }) => ({
      callControlId,
      name: name === null ? null : maskedText(name),
      number: number === null ? null : maskedNumber(number),
    })),
    notes: detail.notes.map((note) => ({ ...note, text: maskedText(note.text) })),
  };
}
