import type { CarrierCommand } from '@/lib/domain/conference/command';
import type { ConferenceSettings } from '@/lib/domain/conference/command-fields';
import type { ConferenceDescription, ParticipantFacts } from '@/lib/domain/conference/event';
import type { CarrierRegion } from '@/lib/domain/conference/region';
import type { DialRequest } from '@/lib/domain/dial/command';
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

/** One participant as the carrier tells of them alone (DOMAIN §1.3, C5). */
export interface ParticipantWord extends ParticipantReading {
  /** What TeXML called them; nobody else can. */
  readonly label: string | null;
  readonly updatedAt: Micros | null;
}

/** A conference as a list of the carrier's shows it. */
export interface ConferenceReading {
  readonly id: ConferenceId;
  readonly description: ConferenceDescription;
}

/** The phone network, as far as conferences need it. Reads throw `CarrierReadError`. */
export interface ConferenceCarrier {
  /** `region` names where the conference is; null for the account's own. */
  run(
    id: ConferenceId,
    command: CarrierCommand,
    commandId: CommandId,
    region: CarrierRegion | null,
  ): Promise<CarrierAnswer>;
  /** Makes a conference around an answered leg; the same commandId again makes no second one. */
  create(
    leg: CallControlId,
    asked: { readonly settings: ConferenceSettings; readonly clientState?: string | undefined },
    commandId: CommandId,
  ): Promise<{ readonly answer: CarrierAnswer; readonly id: ConferenceId | null }>;
  /** Calls a number; the leg, once the carrier has taken it (DOMAIN §1.5, L1). */
  dial(
    asked: DialRequest,
    commandId: CommandId,
  ): Promise<{ readonly answer: CarrierAnswer; readonly leg: CallControlId | null }>;
  /** Hangs a leg up. */
  hangUp(leg: CallControlId, commandId: CommandId): Promise<CarrierAnswer>;
  /** Null where it is not in `region`, or, with none given, in no region at all. */
  readConference(id: ConferenceId, region: CarrierRegion | null): Promise<ConferenceReading | null>;
  /** All of them, to the last page. */
  readParticipants(
    id: ConferenceId,
    region: CarrierRegion | null,
  ): Promise<readonly ParticipantReading[]>;
  /** One of them, asked for alone; null where the carrier lists nobody of that leg. */
  readParticipant(
    id: ConferenceId,
    leg: CallControlId,
    region: CarrierRegion | null,
  ): Promise<ParticipantWord | null>;
  /** All conferences that are not completed, of every region, to the last page. */
  listLive(): Promise<readonly ConferenceReading[]>;
}
