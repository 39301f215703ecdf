import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { ConferenceDescription, ParticipantFacts } from '@/lib/domain/conference/event';
import type { CallControlId, CommandId, ConferenceId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer } from '@/server/log/carrier-answer';

/** One participant as a read of the carrier lists it (DOMAIN §1.3). */
export interface ParticipantReading {
  readonly callControlId: CallControlId;
  readonly callLegId: string | null;
  readonly status: 'joining' | 'joined' | 'left';
  /** When this stay began, by the carrier's clock. */
  readonly createdAt: Micros;
  readonly facts: ParticipantFacts;
}

/** A conference as a list of the carrier's shows it. */
export interface ConferenceReading {
  readonly id: ConferenceId;
  readonly description: ConferenceDescription;
}

/** The phone network, as far as conferences need it. Reads throw `CarrierReadError`. */
export interface ConferenceCarrier {
  run(id: ConferenceId, command: ConferenceCommand, commandId: CommandId): Promise<CarrierAnswer>;
  /** Null where no region knows it. */
  readConference(id: ConferenceId): Promise<ConferenceReading | null>;
  /** All of them, to the last page. */
  readParticipants(id: ConferenceId): Promise<readonly ParticipantReading[]>;
  /** All conferences that are not completed, of every region, to the last page. */
  listLive(): Promise<readonly ConferenceReading[]>;
}
