import type { Role } from '@/lib/domain/permission';

const names = {
  viewer: 'Viewer',
  moderator: 'Moderator',
  supervisor: 'Supervisor',
  manager: 'Manager',
  administrator: 'Administrator',
} as const satisfies Record<Role, string>;

export const roles = { names } as const;
