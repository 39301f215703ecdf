import type { LucideIcon } from 'lucide-react';
import type { ShortcutId } from './shortcut-table';

/** Under which head an action stands in the palette, in this order. */
export const actionGroups = [
  'supervision',
  'person',
  'caller',
  'call',
  'selection',
  'people',
  'conference',
  'queues',
  'view',
  'conferences',
  'pages',
] as const;
/** One head of the palette. */
export type ActionGroup = (typeof actionGroups)[number];

/** Something that can be done now, ready to be shown and run. */
export interface Action {
  /** The same each time it is offered, so that it can be found again among the recent ones. */
  readonly key: string;
  readonly group: ActionGroup;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut: ShortcutId | null;
  readonly isDangerous: boolean;
  readonly run: () => void;
}

/** What actions are asked for: to be found by their names, or to be run by a key. */
export type ActionPurpose = 'palette' | 'keys';

/** Answers what can be done at the moment it is asked. */
export type ActionSource = (purpose: ActionPurpose) => readonly Action[];
