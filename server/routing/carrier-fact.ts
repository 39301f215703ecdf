import type { CallEvent } from '@/lib/domain/call/event';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { CallControlId, ConferenceId } from '@/lib/domain/ids';
import type { RecordingHeard } from '@/server/log/ports';

/** What one webhook says, in our words: a fact about a conference, a call leg, or the recording of a call. */
export type CarrierFact =
  | {
      readonly kind: 'conference';
      readonly conferenceId: ConferenceId;
      readonly event: ConferenceEvent;
    }
  | { readonly kind: 'call'; readonly callControlId: CallControlId; readonly event: CallEvent }
  /** No stream hears of it: it may come long after its call has been forgotten. */
  | { readonly kind: 'recording'; readonly heard: RecordingHeard };
