/** The roles a person can have. */
export const roles = ['viewer', 'moderator', 'supervisor', 'manager', 'administrator'] as const;
/** One of the roles a person can have. */
export type Role = (typeof roles)[number];

/** Everything that can be allowed or refused. */
export const permissions = [
  'conference.watch',
  'queue.watch',
  'numbers.see',
  'conference.moderate',
  'conference.record',
  'conference.end',
  'call.control',
  'queue.admit',
  'queue.manage',
  'conference.supervise',
  'activity.read',
  'recording.read',
  'recording.export',
  'recording.delete',
  'recording.keep',
  'settings.manage',
] as const;
/** One thing that can be allowed or refused. */
export type Permission = (typeof permissions)[number];

const watching = ['conference.watch', 'queue.watch'] as const satisfies Permission[];
const moderating = [
  ...watching,
  'numbers.see',
  'conference.moderate',
  'conference.record',
  'conference.end',
  'call.control',
  'queue.admit',
] as const satisfies Permission[];

const granted: Record<Role, readonly Permission[]> = {
  viewer: watching,
  moderator: moderating,
  supervisor: [...moderating, 'queue.manage', 'conference.supervise', 'activity.read'],
  manager: [
    ...watching,
    'numbers.see',
    'recording.read',
    'recording.export',
    'recording.delete',
    'recording.keep',
    'activity.read',
  ],
  administrator: permissions,
};

/** Whether somebody in this role may do this. The page asks it to hide, the server to decide. */
export function may(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}
