import type { Translation } from '../../translation';
import type { wallboard as english } from '../en/wallboard';

export const wallboard = {
  pageTitle: '看板',
  fullScreen: '全屏显示',
  toQueues: '返回队列',
  gone: '此链接不对应任何看板，或已失效。',
  goneAbout: '请向管理队列的人员索取新链接：“设置”→“看板”。',
  nothing: '目前没有可显示的内容。',
  stale: '数据不是最新',
  over: '超出目标：{names}',
  page: '第 {page, number} / {pages, number} 组',
  waiting: '{count, plural, other {人等候}}',
  longest: '最长',
  average: '平均',
  of: '上限 {count}',
  hungUp: '{count, plural, other {# 人已挂断}}',
  inTime: '今日及时接听',
  unnamed: '会议',
  conference: '进行中',
  waitsForHost: '等待主持人',
  people: '{count, plural, other {人}}',
  running: '已进行',
  onHold: '{count, plural, other {# 人保持中}}',
  recording: '录音中',
  recordingPaused: '录音已暂停',
  floor: '发言：{name}',
} satisfies Translation<typeof english>;
