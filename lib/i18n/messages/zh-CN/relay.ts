import type { Translation } from '../../translation';
import type { relay as english } from '../en/relay';

export const relay = {
  about:
    'Rostrum 可以位于另一应用之前：运营商签名的每个 Webhook 都会连同签名原样转发，直到对方接收或超过 240 秒。',
  loading: '正在加载转发情况',
  error: '无法加载转发情况。',
  form: {
    title: '转发目标',
    address: '另一应用的地址',
    addressHint: '对方照常验证运营商的签名。您自己网络中的主机须列入 OUTBOUND_HOSTS。',
    isOn: '转发每个 Webhook',
    isOnHint: '关闭后，等待中的将被放弃。',
    save: '保存',
    saved: '已保存',
    changed: '由 {name} 于 {date} 更改',
  },
  progress: {
    title: '迄今为止',
    since: '自 {date} 起',
    forwarded: '已转发',
    waiting: '等待中',
    oldest: '最久的已等待 {age}',
    givenUp: '已放弃',
    on: '已开启',
    off: '已关闭',
  },
  givenUp: {
    'too-old': '已超过 240 秒',
    refused: '被应用拒绝',
    'turned-off': '关闭转发时仍在等待',
  },
  answers: {
    title: '最近的应答',
    none: '尚未转发任何内容。',
    at: '发送时间',
    event: '事件',
    outcome: '结果',
    answer: '应答',
    took: '用时',
    status: '状态码 {status}',
    'time-out': '未及时应答',
    connection: '无法连接',
    ms: '{ms} 毫秒',
    noType: '无',
  },
  outcomes: {
    forwarded: '已转发',
    again: '将重试',
    'given-up': '已放弃',
  },
} as const satisfies Translation<typeof english>;
