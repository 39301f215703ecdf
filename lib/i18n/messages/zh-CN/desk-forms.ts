import type { Translation } from '../../translation';
import type { deskForms as english } from '../en/desk-forms';

export const deskForms = {
  wayIn: {
    label: '接入方式',
    invite: '呼叫号码',
    join: '进行中的通话',
  },
  invite: {
    title: '邀请参会者',
    about: 'Rostrum 会逐个呼叫号码，并将接听者接入会议。',
    numbers: '号码',
    numbersHint:
      '每行一个，写为 +、国家代码和数字，后面可加姓名：+1 312 555 0142, Priya。最多 {most, number} 个。',
    noNumbers: '请至少填写一个号码，例如 +13125550142。',
    wrong: '第 {line, number} 行：“{text}”不是号码。请写为 +、国家代码和数字：+13125550142。',
    repeated: '第 {line, number} 行：{text} 已出现在第 {first, number} 行。请去掉其中一个。',
    longLabel: '第 {line, number} 行：{text} 的姓名超过 {most, number} 个字符。',
    moreTroubles: '{count, plural, other {另有 # 行有误。}}',
    tooMany: '一次最多 {most, number} 个号码。请去掉 {count, plural, other {# 行}}，稍后再邀请。',
    from: '主叫号码',
    fromHint: '您自己的一个号码；被叫者会看到它。',
    fromWrong: '请将您的号码写为 +、国家代码和数字：+13125550100。',
    call: '{count, plural, =0 {呼叫} other {呼叫 # 个号码}}',
    close: '关闭',
    list: '受邀者',
    summary:
      '已邀请 {count, plural, other {# 人}}，{joined, number} 人已加入{failed, plural, =0 {} other {，# 人未接通}}',
    retry: '{count, plural, =1 {再次呼叫此号码} other {再次呼叫这 # 个号码}}',
    phase: {
      waiting: '等待中',
      dialling: '正在呼叫…',
      answered: '已接听',
      joined: '已加入',
      busy: '忙线',
      failed: '失败',
    },
    reasons: {
      timeout: '无人接听。',
      'no-answer': '无人接听。',
      call_rejected: '对方拒接。',
      normal_clearing: '对方在接入前挂断。',
      originator_cancel: '呼叫已取消。',
      not_found: '没有此号码。',
      unspecified: '运营商未说明原因。',
      'conference-ended': '会议已结束。',
      'outcome-unknown': '不清楚是否已呼叫。',
      'not-carried-out': '对方已接听，但无法接入会议。',
    },
  },
  ask: {
    forEveryone: '对会议中的所有人。',
    forPeople: '{count, plural, =1 {{name}} other {# 人}}',
    sent: '已请求',
    forCalls: '已接通的通话会立即加入此会议。',
    unreported: '运营商已接受。它不报告此后的结果。',
    announcements: '已保存的通告',
    participants: {
      join: {
        title: '接入进行中的通话',
        send: '接入',
      },
      hold: {
        title: '保持并播放音频',
        send: '保持',
      },
      setRole: {
        title: '角色',
        send: '设置角色',
      },
      update: {
        title: '加入与离开时',
        send: '更改',
      },
    },
    audio: {
      play: {
        title: '播放音频',
        send: '播放',
      },
      speak: {
        title: '朗读',
        send: '朗读',
      },
    },
    digits: {
      send: {
        title: '发送 DTMF',
        send: '发送',
      },
      gather: {
        title: '收号',
        send: '询问',
      },
    },
    recording: {
      start: {
        title: '开始录音',
        send: '开始录音',
      },
    },
    conference: {
      setRegion: {
        title: '会议区域',
        send: '设置区域',
      },
      setLobby: {
        title: '会议的等候队列',
        send: '设置等候队列',
      },
    },
  },
  confirm: {
    cancel: '取消',
    endTitle: '结束此会议？',
    endText:
      '{count, plural, =0 {现在会议中没有人。} other {将挂断 # 人的电话。}}此操作无法撤销，会议也不能重新开始。',
    end: '{count, plural, =0 {结束会议} other {为 # 人结束会议}}',
    removeTitle: '{count, plural, =1 {移出 {name}？} other {移出 # 人？}}',
    removeText:
      '{count, plural, =1 {{name} 将离开会议；通话本身不会中断。} other {# 人将离开会议；他们的通话不会中断。}}',
    remove: '{count, plural, =1 {移出} other {移出 # 人}}',
    hangUpTitle: '{count, plural, =1 {挂断 {name}？} other {挂断 # 人？}}',
    hangUpText:
      '{count, plural, =1 {将结束 {name} 的通话。} other {将结束 # 人的通话。}}要回来须重新拨打。',
    hangUp: '{count, plural, =1 {挂断} other {挂断 # 人}}',
    endsConference:
      '{count, plural, =1 {此人离开时会议将结束。} other {其中 # 人中任何一人离开时会议将结束。}}',
  },
} as const satisfies Translation<typeof english>;
