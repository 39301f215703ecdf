import type Telnyx from 'telnyx';
import type { ConferenceCommand, ConferenceCommandType } from '@/lib/domain/conference/command';
import type { CallControlId, CommandId, ConferenceId } from '@/lib/domain/ids';
import type { ConferenceCarrier, ConferenceReading } from '@/server/conference/ports';
import { type CarrierAnswer, CarrierReadError } from '@/server/log/carrier-answer';
import { askCarrier, type Pause, readCarrier } from './carrier-call';
import type { Throttle } from './throttle';
import { conferenceReading, participantReading } from './conference-wire';

const pageSize = 250;
const legsAtOnce = 8;

/** The regions the carrier's requests know (DOMAIN §4.8). */
export const carrierRegions = ['Australia', 'Europe', 'Middle East', 'US'] as const;
/** One of them. */
export type CarrierRegion = (typeof carrierRegions)[number];

/** What the conference half of the carrier's adapter is built of. */
export interface ConferenceCarrierParts {
  readonly client: Telnyx;
  /** Regions to look in beside the account's own. */
  readonly regions: readonly CarrierRegion[];
  readonly throttle: Throttle;
  readonly pause: Pause;
}

interface Target {
  readonly client: Telnyx;
  readonly id: ConferenceId;
  readonly commandId: CommandId;
  readonly region: { readonly region?: CarrierRegion };
  readonly ask: (call: () => Promise<unknown>) => Promise<CarrierAnswer>;
}

type Run<Type extends ConferenceCommandType> = (
  target: Target,
  fields: Extract<ConferenceCommand, { type: Type }>['fields'],
) => Promise<CarrierAnswer>;

/** The carrier's call for each command: a closed table, never a path handed through. */
const calls: { readonly [Type in ConferenceCommandType]: Run<Type> } = {
  'participants.mute': ({ client, id, region, ask }, { legs }) =>
    ask(() => client.conferences.actions.mute(id, { call_control_ids: [...legs], ...region })),
  'participants.unmute': ({ client, id, region, ask }, { legs }) =>
    ask(() => client.conferences.actions.unmute(id, { call_control_ids: [...legs], ...region })),
  'participants.hold': ({ client, id, region, ask }, { legs }) =>
    ask(() => client.conferences.actions.hold(id, { call_control_ids: [...legs], ...region })),
  'participants.unhold': ({ client, id, region, ask }, { legs }) =>
    ask(() => client.conferences.actions.unhold(id, { call_control_ids: [...legs], ...region })),
  'participants.remove': ({ client, id, commandId, region, ask }, { legs }) =>
    eachLeg(legs, (leg, i) =>
      ask(() =>
        client.conferences.actions.leave(id, {
          call_control_id: leg,
          command_id: `${commandId}-${i}`,
          ...region,
        }),
      ),
    ),
  'participants.hangUp': ({ client, commandId, ask }, { legs }) =>
    eachLeg(legs, (leg, i) =>
      ask(() => client.calls.actions.hangup(leg, { command_id: `${commandId}-${i}` })),
    ),
  'recording.start': ({ client, id, commandId, region, ask }, fields) =>
    ask(() =>
      client.conferences.actions.recordStart(id, {
        format: fields.format,
        channels: fields.channels,
        play_beep: fields.playBeep,
        command_id: commandId,
        ...(fields.trimSilence ? { trim: 'trim-silence' as const } : {}),
        ...region,
      }),
    ),
  'recording.pause': ({ client, id, commandId, region, ask }) =>
    ask(() => client.conferences.actions.recordPause(id, { command_id: commandId, ...region })),
  'recording.resume': ({ client, id, commandId, region, ask }) =>
    ask(() => client.conferences.actions.recordResume(id, { command_id: commandId, ...region })),
  'recording.stop': ({ client, id, commandId, region, ask }) =>
    ask(() => client.conferences.actions.recordStop(id, { command_id: commandId, ...region })),
  'conference.end': ({ client, id, commandId, ask }) =>
    ask(() => client.conferences.actions.endConference(id, { command_id: commandId })),
};

/** The carrier behind the port that conferences use. */
export function createConferenceCarrier(parts: ConferenceCarrierParts): ConferenceCarrier {
  const { client, throttle, pause } = parts;
  // A conference of another region is found only when the region is named (DOMAIN §4.8).
  const regionOf = new Map<ConferenceId, CarrierRegion>();
  const regionParam = (id: ConferenceId) => {
    const region = regionOf.get(id);
    return region === undefined ? {} : { region };
  };
  const read = async <T>(call: () => Promise<T>): Promise<T | null> => {
    await throttle.take();
    return readCarrier(call);
  };
  return {
    run: (id, command, commandId) => {
      const ask = (call: () => Promise<unknown>) => askCarrier(call, pause);
      const target = { client, id, commandId, region: regionParam(id), ask };
      return (calls[command.type] as Run<ConferenceCommandType>)(target, command.fields);
    },
    readConference: async (id) => {
      const known = regionOf.get(id);
      const tries = known === undefined ? [undefined, ...parts.regions] : [known];
      for (const region of tries) {
        const query = region === undefined ? {} : { region };
        const answer = await read(() => client.conferences.retrieve(id, query));
        if (answer === null) continue;
        if (region !== undefined) regionOf.set(id, region);
        return conferenceReading(answer.data);
      }
      return null;
    },
    readParticipants: async (id) => {
      const pages = await allPages((page) =>
        read(() =>
          client.conferences.listParticipants(id, {
            'page[number]': page,
            'page[size]': pageSize,
            ...regionParam(id),
          }),
        ),
      );
      return pages.map(participantReading);
    },
    listLive: async () => {
      const found = new Map<ConferenceId, ConferenceReading>();
      for (const region of [undefined, ...parts.regions]) {
        for (const status of ['init', 'in_progress'] as const) {
          const query = { 'filter[status]': status, ...(region === undefined ? {} : { region }) };
          const pages = await allPages((page) =>
            read(() =>
              client.conferences.list({
                ...query,
                'page[number]': page,
                'page[size]': pageSize,
              }),
            ),
          );
          for (const reading of pages.map(conferenceReading)) {
            if (found.has(reading.id)) continue;
            found.set(reading.id, reading);
            if (region !== undefined) regionOf.set(reading.id, region);
          }
        }
      }
      return [...found.values()];
    },
  };
}

interface CarrierPage {
  readonly data?: readonly unknown[];
  readonly meta?: { readonly page_number?: number; readonly total_pages?: number };
}

async function allPages(
  readPage: (page: number) => Promise<CarrierPage | null>,
): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await readPage(page);
    // A list that vanishes between its pages is not an empty list.
    if (answer === null) throw new CarrierReadError('failed', 'The list is no longer there');
    const data = answer.data ?? [];
    items.push(...data);
    if (data.length === 0 || page >= (answer.meta?.total_pages ?? Infinity)) return items;
  }
}

/** Runs a command leg by leg; what some legs refuse shows when the participants are read back. */
async function eachLeg(
  legs: readonly CallControlId[],
  run: (leg: CallControlId, index: number) => Promise<CarrierAnswer>,
): Promise<CarrierAnswer> {
  const answers: CarrierAnswer[] = [];
  const queue = legs.entries();
  const worker = async () => {
    for (const [index, leg] of queue) answers.push(await run(leg, index));
  };
  await Promise.all(Array.from({ length: Math.min(legsAtOnce, legs.length) }, worker));
  return (
    answers.find((answer) => answer.kind === 'unknown') ??
    answers.find((answer) => answer.kind === 'accepted') ??
    answers[0] ?? { kind: 'accepted' }
  );
}
