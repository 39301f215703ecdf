import { may, type Permission, type Role } from '@/lib/domain/permission';

/** The sections in their order, and what one must be allowed to open them; null for everybody's own. */
const needs = {
  account: null,
  appearance: null,
  media: 'conference.moderate',
  announcements: 'conference.moderate',
  targets: 'queue.manage',
  wallboards: 'queue.manage',
  retention: 'recording.keep',
  people: 'settings.manage',
  inbound: 'settings.manage',
  relay: 'settings.manage',
  carrier: 'settings.manage',
  deliveries: 'settings.manage',
} as const satisfies Record<string, Permission | null>;

/** One section of the settings. */
export type SettingsSection = keyof typeof needs;

/** The sections that somebody in this role may open. */
export function settingsSectionsFor(role: Role): readonly SettingsSection[] {
  return (Object.keys(needs) as SettingsSection[]).filter((section) => {
    const needed = needs[section];
    return needed === null || may(role, needed);
  });
}
