import { may, type Role } from '@/lib/domain/permission';
import type { DeskAction, Scene } from './desk-action';
import { roomActions } from './room-actions';
import { viewActions } from './view-actions';

/** Every action of the desk that is not on participants. */
const deskActions = { ...roomActions, ...viewActions };

/** The name of an action on the conference or the screen. */
export type DeskActionId = keyof typeof deskActions;

/** Every such action, in the order in which the palette shows them. */
export const deskActionIds = Object.keys(deskActions) as readonly DeskActionId[];

/** One of them, for those who treat all alike. */
export function deskAction(id: DeskActionId): DeskAction {
  return deskActions[id];
}

/** How an action stands now: not to be shown, shown but not to be pressed, or there to be run. */
export function standingOf(
  { permission, isOffered, isEnabled }: DeskAction,
  scene: Scene,
  role: Role,
): 'hidden' | 'disabled' | 'possible' {
  if (permission !== null && !may(role, permission)) return 'hidden';
  if (isOffered !== undefined && !isOffered(scene)) return 'hidden';
  return isEnabled === undefined || isEnabled(scene) ? 'possible' : 'disabled';
}
