import type { Translation } from '../../translation';
import type { common as english } from '../en/common';

export const common = {
  product: 'Rostrum',
  retry: '重试',
  clear: '清除',
  cancel: '取消',
  close: '关闭',
  busy: '请稍候…',
  older: '显示更早的',
  loading: '正在加载…',
  length: {
    seconds: '{seconds, number} 秒',
    minutes: '{minutes, number} 分钟',
    hours: '{hours, number} 小时 {minutes, number} 分',
    days: '{days, number} 天 {hours, number} 小时',
  },
  levels: {
    ok: '达标',
    warning: '警告',
    critical: '严重',
  },
} as const satisfies Translation<typeof english>;
