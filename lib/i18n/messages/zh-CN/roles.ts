import type { Translation } from '../../translation';
import type { roles as english } from '../en/roles';

export const roles = {
  names: {
    viewer: '观察员',
    moderator: '会控员',
    supervisor: '督导',
    manager: '主管',
    administrator: '管理员',
  },
} as const satisfies Translation<typeof english>;
