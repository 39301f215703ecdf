import type { Translation } from '../../translation';
import type { alertList as english } from '../en/alert-list';

export const alertList = {
  about: '超出目标的队列：每个警报持续到队列恢复平稳为止。',
  openTitle: '未结束',
  none: '所有队列均达标。',
  endedTitle: '已结束',
  loading: '正在加载警报',
  error: '无法加载警报。',
  noneEnded: '还没有已结束的警报。',
  noneEndedAbout: '队列的目标在“设置”→“目标”中。已结束的警报保留 30 天。',
  age: '已持续 {age}',
  what: '{measure}：{value}；目标为低于 {threshold}。',
  nobody: '尚无人确认。',
  nobodyDid: '无人确认',
  by: '由 {name} 确认',
  acknowledgeOf: '确认 {queue} 的警报',
  lasted: '持续 {length}',
  toHistory: '所有警报及已结束的警报',
  sound: '在此浏览器中发出声音',
  notices: '不看此页面时显示系统通知',
  noticesRefused: '浏览器不允许此页面显示通知。请在浏览器设置中允许。',
  columns: {
    raised: '发出时间',
    worst: '最高级别',
    queue: '队列',
    what: '原因',
    lasted: '持续时间',
    by: '确认',
  },
} satisfies Translation<typeof english>;
