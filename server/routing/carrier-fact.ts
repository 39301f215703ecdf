import type { CallEvent } from '@/lib/domain/call/event';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { CallControlId, ConferenceId } from '@/lib/domain/ids';

/** What one webhook says, in our words: a fact about a conference, or about a call leg. */
export type CarrierFact =
  | {
      readonly kind: 'conference';
      readonly conferenceId: ConferenceId;
      readonly event: ConferenceEvent;
    }
  | { readonly kind: 'call'; readonly callControlId: CallControlId; readonly event: CallEvent };
