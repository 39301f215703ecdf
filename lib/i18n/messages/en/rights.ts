import type { Role } from '@/lib/domain/permission';

const about = {
  viewer: 'Watches conferences and queues; numbers are masked.',
  moderator: 'Runs conferences: mutes, holds, records, removes and ends; sees numbers.',
  supervisor: 'What a moderator does; also runs queues, supervises, and reads activity.',
  manager: 'Watches, keeps and exports recordings, and reads activity; moderates nothing.',
  administrator: 'Everything, people and settings included.',
} as const satisfies Record<Role, string>;

/** Each permission as what one does with it; a page that names one asks for all of them to be here. */
const permissions = {
  conference: {
    watch: 'watch conferences',
    moderate: 'moderate conferences',
    record: 'record conferences',
    end: 'end conferences',
    supervise: 'supervise conferences',
  },
  queue: {
    watch: 'watch queues',
    admit: 'admit callers from queues',
    manage: 'manage queues',
  },
  numbers: { see: 'see numbers' },
  call: { control: 'control calls' },
  activity: { read: 'read activity' },
  recording: {
    read: 'listen to recordings',
    export: 'export recordings',
    delete: 'delete recordings',
    keep: 'keep recordings',
  },
  settings: { manage: 'manage settings and people' },
} as const;

/** What roles are for, and what each permission allows. */
export const rights = {
  about,
  permissions,
  /** What stands on a page that one may not open. */
  missing: {
    title: 'Your role does not open this page.',
    detail:
      'It takes the permission to {what} (<code>{permission}</code>), which a {role} does not have. An administrator can give you another role under Settings → People.',
    back: 'To the conferences',
  },
} as const;
