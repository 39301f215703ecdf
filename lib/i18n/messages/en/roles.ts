import type { Permission, Role } from '@/lib/domain/permission';

const names = {
  viewer: 'Viewer',
  moderator: 'Moderator',
  supervisor: 'Supervisor',
  manager: 'Manager',
  administrator: 'Administrator',
} as const satisfies Record<Role, string>;

const about = {
  viewer: 'Watches conferences and queues; numbers are masked.',
  moderator: 'Runs conferences: mutes, holds, records, removes and ends; sees numbers.',
  supervisor: 'What a moderator does; also runs queues, supervises, and reads activity.',
  manager: 'Watches, keeps and exports recordings, and reads activity; moderates nothing.',
  administrator: 'Everything, people and settings included.',
} as const satisfies Record<Role, string>;

const permissions = {
  'conference.watch': 'watch conferences',
  'queue.watch': 'watch queues',
  'numbers.see': 'see numbers',
  'conference.moderate': 'moderate conferences',
  'conference.record': 'record conferences',
  'conference.end': 'end conferences',
  'call.control': 'control calls',
  'queue.admit': 'admit callers from queues',
  'queue.manage': 'manage queues',
  'conference.supervise': 'supervise conferences',
  'activity.read': 'read activity',
  'recording.read': 'listen to recordings',
  'recording.export': 'export recordings',
  'recording.delete': 'delete recordings',
  'recording.keep': 'keep recordings',
  'settings.manage': 'manage settings and people',
} as const satisfies Record<Permission, string>;

export const roles = { names, about, permissions } as const;
