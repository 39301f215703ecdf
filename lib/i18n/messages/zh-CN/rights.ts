import type { Translation } from '../../translation';
import type { rights as english } from '../en/rights';

export const rights = {
  about: {
    viewer: '观看会议和队列；号码被遮盖。',
    moderator: '控制会议：静音、保持、录音、移出和结束；可看到号码。',
    supervisor: '拥有会控员的权限；并可管理队列、督导会议、查看操作记录。',
    manager: '观看会议，保留和导出录音，查看操作记录；不控制会议。',
    administrator: '拥有全部权限，包括人员和设置。',
  },
  permissions: {
    conference: {
      watch: '观看会议',
      moderate: '控制会议',
      record: '为会议录音',
      end: '结束会议',
      supervise: '督导会议',
    },
    queue: {
      watch: '观看队列',
      admit: '从队列中接入来电者',
      manage: '管理队列',
    },
    numbers: {
      see: '查看号码',
    },
    call: {
      control: '控制通话',
    },
    activity: {
      read: '查看操作记录',
    },
    recording: {
      read: '收听录音',
      export: '导出录音',
      delete: '删除录音',
      keep: '保留录音',
    },
    settings: {
      manage: '管理设置和人员',
    },
  },
  missing: {
    title: '您的角色无权打开此页面。',
    detail:
      '此页面需要“{what}”权限（<code>{permission}</code>），{role}没有此权限。管理员可在“设置”→“人员”中为您更换角色。',
    back: '前往会议',
  },
} as const satisfies Translation<typeof english>;
