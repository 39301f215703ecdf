import type { Translation } from '../../translation';
import type { retention as english } from '../en/retention';

export const retention = {
  about:
    '录音保留多久。录音按其会议或队列的规则处理，以保留时间更长者为准；都没有时按“其他全部”的规则处理。没有规则时一直保留，直到有人删除。',
  add: '添加规则',
  loading: '正在加载规则',
  error: '无法加载规则。',
  none: '不会自动删除任何录音。',
  noneAbout: '录音会一直保留，直到有人删除。可添加规则来改变这一点。',
  columns: { of: '哪些录音', does: '如何处理', by: '保存', actions: '操作' },
  ofKinds: { conference: '会议', queue: '队列', all: '其他全部' },
  does: '结束 {days, plural, other {# 天}}后删除',
  keeps: '保留到有人删除为止',
  never: '被冻结的录音绝不删除',
  saved: '{name}，{date}',
  edit: '更改 {name} 的规则',
  delete: '删除 {name} 的规则',
  deleteTitle: '删除 {name} 的规则？',
  deleteText: '其录音将改按“其他全部”的规则处理，或保留到有人删除为止。',
  deleteSubmit: '删除规则',
  deleted: '{name} 的规则已删除。',
  dialog: {
    addTitle: '添加保留规则',
    editTitle: '更改保留规则',
    of: '哪些录音',
    ofChoices: { conference: '某个会议', queue: '某个队列', all: '其他全部' },
    conferenceName: '会议名称',
    conferenceHint: '须与所写名称一致；适用于所有同名会议。',
    queueName: '队列名称',
    queueHint: '经由该队列进来的来电者的录音。',
    keep: '保留',
    keeps: { days: '若干天', ever: '永久' },
    days: '天数',
    daysHint: '{least, number} 到 {most, number}，从录音结束时算起。',
    willConference:
      '会议 {name} 的录音在结束 {days, plural, other {# 天}}后删除，但被冻结的绝不删除。',
    willQueue: '队列 {name} 的录音在结束 {days, plural, other {# 天}}后删除，但被冻结的绝不删除。',
    willAll:
      '没有其他规则的所有录音在结束 {days, plural, other {# 天}}后删除，但被冻结的绝不删除。',
    willKeep: '保留到有人删除为止。',
    willAlready: '已经超过期限的录音会在保存后不久删除。',
    troubles: {
      daysWrong: '请填写 {least, number} 到 {most, number} 之间的整数天数。',
      nameWanted: '请填写名称。',
      taken: '已有针对它的规则，请更改那一条。',
    },
    save: '保存',
    done: '{name} 的规则已保存。',
  },
} as const satisfies Translation<typeof english>;
