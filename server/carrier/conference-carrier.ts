import type Telnyx from 'telnyx';
import type { CarrierRegion } from '@/lib/domain/conference/region';
import type { CallControlId, ConferenceId } from '@/lib/domain/ids';
import type { ConferenceCarrier, ConferenceReading } from '@/server/conference/ports';
import { type CarrierAnswer, CarrierReadError } from '@/server/log/carrier-answer';
import { allPages, pageSize } from './all-pages';
import { askCarrier, askCarrierFor, type Pause, readCarrier } from './carrier-call';
import { carryCommand } from './conference-calls';
import {
  conferenceReading,
  participantIdOf,
  participantReading,
  participantWord,
} from './conference-wire';
import { settingsWords, stateWords } from './conference-words';
import { dial } from './dial';
import type { Throttle } from './throttle';

/** What the conference half of the carrier's adapter is built of. */
export interface ConferenceCarrierParts {
  readonly client: Telnyx;
  /** Regions to look in beside the account's own. */
  readonly regions: readonly CarrierRegion[];
  readonly throttle: Throttle;
  readonly pause: Pause;
}

/** The carrier behind the port that conferences use. */
export function createConferenceCarrier(parts: ConferenceCarrierParts): ConferenceCarrier {
  const { client, pause } = parts;
  const reads = readsOf(parts);
  return {
    ...reads,
    run: async (id, command, commandId, region) => {
      const ask = (call: () => Promise<unknown>) => askCarrier(call, pause);
      const participantIds = async () => {
        const listed = await reads.listParticipants(id, region);
        return new Map(listed.map(participantIdOf));
      };
      const target = { client, id, commandId, region: regionWords(region), ask, participantIds };
      try {
        return await carryCommand(target, command);
      } catch (error) {
        if (error instanceof CarrierReadError) return notRead(error);
        throw error;
      }
    },
    create: async (leg, { settings, clientState }, commandId) => {
      const body = { call_control_id: leg, command_id: commandId, ...settingsWords(settings) };
      const call = () => client.conferences.create({ ...body, ...stateWords(clientState) });
      const { answer, result } = await askCarrierFor(call, pause);
      return { answer, id: (result?.data?.id ?? null) as ConferenceId | null };
    },
    dial: (asked, commandId) => dial(parts, asked, commandId),
    hangUp: (leg, commandId) =>
      askCarrier(() => client.calls.actions.hangup(leg, { command_id: commandId }), pause),
  };
}

/** A command that begins with a read which did not succeed: nothing was asked of the carrier. */
function notRead({ reason, message: detail }: CarrierReadError): CarrierAnswer {
  const code =
    reason === 'key' ? 'carrier-key' : reason === 'busy' ? 'carrier-busy' : 'carrier-down';
  return { kind: 'refused', code, carrierCode: null, detail };
}

function readsOf({ client, throttle, regions }: ConferenceCarrierParts) {
  const read = async <T>(call: () => Promise<T>): Promise<T | null> => {
    await throttle.take();
    return readCarrier(call);
  };
  const listParticipants = (id: ConferenceId, region: CarrierRegion | null) =>
    allPages((page) =>
      read(() =>
        client.conferences.listParticipants(id, {
          'page[number]': page,
          'page[size]': pageSize,
          ...regionWords(region),
        }),
      ),
    );
  const listLive = async () => {
    const found = new Map<ConferenceId, ConferenceReading>();
    for (const region of [null, ...regions]) {
      for (const status of ['init', 'in_progress'] as const) {
        const query = { 'filter[status]': status, ...regionWords(region) };
        const pages = await allPages((page) =>
          read(() =>
            client.conferences.list({ ...query, 'page[number]': page, 'page[size]': pageSize }),
          ),
        );
        for (const reading of pages.map((page) => conferenceReading(page, region))) {
          if (!found.has(reading.id)) found.set(reading.id, reading);
        }
      }
    }
    return [...found.values()];
  };
  return {
    listParticipants,
    listLive,
    readConference: async (id: ConferenceId, known: CarrierRegion | null) => {
      // A conference of another region is found only when the region is named (DOMAIN §4.8).
      for (const region of known === null ? [null, ...regions] : [known]) {
        const answer = await read(() => client.conferences.retrieve(id, regionWords(region)));
        if (answer !== null) return conferenceReading(answer.data, region);
      }
      return null;
    },
    readParticipants: async (id: ConferenceId, region: CarrierRegion | null) =>
      (await listParticipants(id, region)).map(participantReading),
    readParticipant: async (id: ConferenceId, leg: CallControlId, region: CarrierRegion | null) => {
      // The carrier asks for an id of its own, which only its list tells.
      const listed = new Map((await listParticipants(id, region)).map(participantIdOf));
      const own = listed.get(leg);
      if (own === undefined) return null;
      const answer = await read(() => client.conferences.retrieveParticipant(own, { id }));
      return answer === null ? null : participantWord(answer.data);
    },
  };
}

function regionWords(region: CarrierRegion | null): { region?: CarrierRegion } {
  return region === null ? {} : { region };
}
