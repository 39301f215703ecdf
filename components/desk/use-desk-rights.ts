import { useMe } from '@/lib/browser/use-may';
import { conferenceCommands, type ConferenceCommandType } from '@/lib/domain/conference/command';
import { may, type Role, roles } from '@/lib/domain/permission';

/** What of the desk somebody in a role may do; what they may not is not shown. */
export interface DeskRights {
  readonly mute: boolean;
  readonly hold: boolean;
  readonly remove: boolean;
  readonly hangUp: boolean;
  readonly record: boolean;
  readonly end: boolean;
  /** Whether there is anything to do with people, and so a reason to select them. */
  readonly anyToPeople: boolean;
}

/** What a role may do, by the same table as the server judges its commands. */
export function rightsOf(role: Role): DeskRights {
  const mayGive = (type: ConferenceCommandType) => may(role, conferenceCommands[type].permission);
  const toPeople = {
    mute: mayGive('participants.mute'),
    hold: mayGive('participants.hold'),
    remove: mayGive('participants.remove'),
    hangUp: mayGive('participants.hangUp'),
  };
  return {
    ...toPeople,
    record: mayGive('recording.start'),
    end: mayGive('conference.end'),
    anyToPeople: Object.values(toPeople).includes(true),
  };
}

const rights = new Map(roles.map((role) => [role, rightsOf(role)]));

/** What whoever is signed in may do; the same object as long as their role is. */
export function useDeskRights(): DeskRights {
  const { role } = useMe();
  return rights.get(role) ?? rightsOf(role);
}
