import { z } from 'zod';
import type { AskCarrier } from './ask-carrier';

const placedSchema = z.object({ callControlId: z.string() });
const conferenceSchema = z.object({ data: z.object({ id: z.string() }) });
const callSchema = z.object({ data: z.object({ is_alive: z.boolean() }) });
const participantsSchema = z.object({
  data: z.array(
    z.object({ call_control_id: z.string(), muted: z.boolean(), on_hold: z.boolean() }),
  ),
});
const standingSchema = z.object({
  data: z.array(
    z.object({
      call_control_id: z.string(),
      end_conference_on_exit: z.boolean(),
      whisper_call_control_ids: z.array(z.string()),
    }),
  ),
});
const officeNumber = '+13125550100';
const atOnce = 16;

/** How somebody is in, as the carrier says. */
export interface Presence {
  readonly person: string;
  readonly isMuted: boolean;
  readonly isOnHold: boolean;
}

/** A conference at the carrier and the people in it, by name. */
export interface Meeting {
  readonly id: string;
  readonly name: string;
  /** People call in, are answered and join. */
  join(...people: readonly string[]): Promise<void>;
  /** The carrier's own list of who is in. */
  present(): Promise<readonly Presence[]>;
  /** Whether the conference ends with them, and whom they whisper to, as the carrier says. */
  standing(person: string): Promise<{ readonly ends: boolean; readonly heardBy: number }>;
  isOnTheLine(person: string): Promise<boolean>;
  presses(person: string, digits: string): Promise<void>;
  talks(person: string): Promise<void>;
  hangsUp(person: string): Promise<void>;
  /** From now on the carrier takes commands to them and does nothing, until it is well. */
  isDeafTo(...people: readonly string[]): Promise<void>;
  /** Another program of the same account mutes them; the carrier tells nobody. */
  isMutedElsewhere(person: string): Promise<void>;
  /** Another program of the same account ends it. */
  isEndedElsewhere(): Promise<void>;
}

interface Ways {
  readonly rest: AskCarrier;
  readonly control: AskCarrier;
}

/** Somebody calls the office and is answered; the call's address. */
export async function callIn(
  { rest, control }: Ways,
  person: string,
  from: string,
): Promise<string> {
  const call = { from, to: officeNumber, callerName: person };
  const { callControlId } = placedSchema.parse(await control('POST', '/calls', call));
  await rest('POST', `/calls/${callControlId}/actions/answer`, {});
  return callControlId;
}

/** The first person opens the conference, the others join it. */
export async function openMeeting(
  { rest, control }: Ways,
  name: string,
  [host = 'Ada', ...others]: readonly string[],
): Promise<Meeting> {
  const legs = new Map<string, string>();
  let calls = 0;
  const callsIn = async (person: string): Promise<string> => {
    calls += 1;
    const leg = await callIn({ rest, control }, person, `+1212555${String(1000 + calls)}`);
    legs.set(person, leg);
    return leg;
  };
  const legOf = (person: string): string => {
    const leg = legs.get(person);
    if (leg === undefined) throw new Error(`${person} has not called in`);
    return leg;
  };
  const asked = { call_control_id: await callsIn(host), name, max_participants: 800 };
  const { id } = conferenceSchema.parse(await rest('POST', '/conferences', asked)).data;
  const act = (action: string, body: unknown) =>
    rest('POST', `/conferences/${id}/actions/${action}`, body);
  const meeting: Meeting = {
    id,
    name,
    async join(...people) {
      const waiting = [...people];
      const line = async () => {
        for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
          await act('join', { call_control_id: await callsIn(person) });
        }
      };
      await Promise.all(Array.from({ length: atOnce }, line));
    },
    async present() {
      const list = await rest('GET', `/conferences/${id}/participants?page[size]=100`);
      return participantsSchema.parse(list).data.map(({ call_control_id, muted, on_hold }) => ({
        person: [...legs].find(([, leg]) => leg === call_control_id)?.[0] ?? call_control_id,
        isMuted: muted,
        isOnHold: on_hold,
      }));
    },
    isOnTheLine: async (person) =>
      callSchema.parse(await rest('GET', `/calls/${legOf(person)}`)).data.is_alive,
    standing: async (person) => {
      const list = await rest('GET', `/conferences/${id}/participants?page[size]=100`);
      const { data } = standingSchema.parse(list);
      const own = data.find(({ call_control_id }) => call_control_id === legOf(person));
      if (own === undefined) throw new Error(`${person} is not in`);
      return { ends: own.end_conference_on_exit, heardBy: own.whisper_call_control_ids.length };
    },
    presses: async (person, digits) => {
      await control('POST', `/calls/${legOf(person)}/digits`, { digits });
    },
    talks: async (person) => {
      await control('POST', `/calls/${legOf(person)}/talk`);
    },
    hangsUp: async (person) => {
      await control('POST', `/calls/${legOf(person)}/hangup`);
    },
    isDeafTo: async (...people) => {
      await control('POST', '/faults', { kind: 'ignore', rate: 1, legs: people.map(legOf) });
    },
    isMutedElsewhere: async (person) => {
      await act('mute', { call_control_ids: [legOf(person)] });
    },
    isEndedElsewhere: async () => {
      await act('end', {});
    },
  };
  await meeting.join(...others);
  return meeting;
}
