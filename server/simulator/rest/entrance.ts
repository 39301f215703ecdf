import { type Entrance } from '../network/conferences';
import { type SupervisorRole } from '../network/world';

/** How a join or a dial says that somebody enters, in the carrier's words. */
export interface EntranceBody {
  readonly mute?: boolean | undefined;
  readonly hold?: boolean | undefined;
  readonly start_conference_on_enter?: boolean | undefined;
  readonly end_conference_on_exit?: boolean | undefined;
  readonly soft_end_conference_on_exit?: boolean | undefined;
  readonly supervisor_role?: SupervisorRole | undefined;
  readonly whisper_call_control_ids?: string[] | undefined;
}

/** The same in the simulator's words. */
export const entranceOf = (body: EntranceBody): Entrance => ({
  mute: body.mute,
  hold: body.hold,
  role: body.supervisor_role,
  whisperTo: body.whisper_call_control_ids,
  endOnExit: body.end_conference_on_exit,
  softEndOnExit: body.soft_end_conference_on_exit,
  startsConference: body.start_conference_on_enter,
});
