import type { Translation } from '../../translation';
import type { creation as english } from '../en/creation';

export const creation = {
  title: '新建会议',
  close: '关闭',
  cancel: '取消',
  source: '开始方式',
  sources: {
    dial: '呼叫某人',
    call: '进行中的通话',
  },
  dial: '呼叫并创建',
  create: '创建',
  again: '修改后重试',
  phase: {
    asked: '正在请求运营商呼叫 {number}…',
    dialling: '正在呼叫 {number}。对方接听时会议开始。',
    answered: '{number} 已接听。正在创建会议…',
    created: '会议已创建。正在打开其控制台。',
    failed: '会议未创建：{number} 未接通，或运营商拒绝。',
    refused: '运营商拒绝呼叫 {number}。',
    unknown: '尚不清楚是否正在呼叫 {number}。请查看会议列表。',
  },
  reasons: {
    user_busy: '对方忙线。',
    timeout: '无人接听。',
    call_rejected: '对方拒接。',
    normal_clearing: '对方挂断。',
    not_found: '没有此号码。',
  },
} as const satisfies Translation<typeof english>;
