import type { Translation } from '../../translation';
import type { alerts as english } from '../en/alerts';

export const alerts = {
  title: '警报',
  open: '{count, plural, =0 {没有未结束的警报} other {# 个未结束的警报}}',
  measures: {
    longestWait: '最长等待',
    depth: '等待人数',
    averageWait: '平均等待',
    abandonment: '放弃等待者',
  },
  state: {
    ok: '达标',
    longestWait: '超过 {value}',
    depth: '超过 {value}',
    averageWait: '平均超过 {value}',
    abandonment: '{value} 放弃',
  },
  service: {
    level: '{part, number, ::percent}',
    nobody: '尚无',
    met: '达标',
    missed: '未达标',
    gaveUp: '{count, plural, =0 {无人放弃} other {# 人放弃}}',
    about:
      '{answered, number} 人得到接听，其中 {answeredInTime, number} 人在 {withinSeconds, number} 秒内；{abandoned, number} 人放弃。目标为 {percent, number}%。',
  },
  people: '{count, plural, other {# 人}}',
  percent: '{part, number, ::percent}',
  told: '{queue}：{measure} {value}',
  toldWorse: '{queue} 情况严重：{measure} {value}',
  from: '达到 {value} 即为{level}',
  more: '{count, plural, other {另有 # 个队列超出目标}}',
  acknowledge: '确认',
  acknowledged: '您已确认。所有人都会在旁边看到您的名字。',
  show: '查看警报',
} satisfies Translation<typeof english>;
