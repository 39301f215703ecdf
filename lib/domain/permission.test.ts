import { describe, expect, it } from 'vitest';
import { callCommands } from './call/command';
import { conferenceCommands } from './conference/command';
import { queueCommands } from './queue/command';
import { may, type Permission, permissions, type Role, roles } from './permission';

const watching = ['conference.watch', 'queue.watch'];
const moderating = [
  ...watching,
  'numbers.see',
  'conference.moderate',
  'conference.record',
  'conference.end',
  'call.control',
  'queue.admit',
];
const expected: Record<Role, readonly string[]> = {
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

describe('permissions', () => {
  const table = roles.flatMap((role) => permissions.map((p) => [role, p] as const));
  it.each(table)('[PE1] a %s and %s', (role: Role, permission: Permission) => {
    expect(may(role, permission)).toBe(expected[role].includes(permission));
  });

  it.each(Object.entries({ ...conferenceCommands, ...callCommands, ...queueCommands }))(
    '[PE2] %s names a permission',
    (_, row) => {
      expect(permissions).toContain(row.permission);
    },
  );
});
