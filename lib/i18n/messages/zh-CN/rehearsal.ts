import type { Translation } from '../../translation';
import type { rehearsal as english } from '../en/rehearsal';

export const rehearsal = {
  about: '由模拟运营商代替 Telnyx。不会真的呼叫任何人。',
  loading: '正在询问模拟器',
  error: '模拟器没有应答。',
  scenario: {
    title: '场景',
    running: '正在运行：{title}，种子 {seed}，{speed, number} 倍速',
    none: '没有正在运行的场景。',
    choose: '场景',
    seed: '种子',
    seedAbout: '同一个种子每次演得一样。',
    speed: '速度',
    times: '{speed, number} 倍',
    start: '开始',
    restart: '重新开始',
    stop: '停止',
    stories: {
      quiet: {
        title: '每周站会',
        about: '一个会议里的六个人，时不时说上几句。',
      },
      'town-hall': {
        title: '第三季度全员大会',
        about:
          '一百二十人：大多在九十秒内到场，一批人晚到；一人讲得最多，其他人提问，有人离开又回来。' +
          '一直进行到停止为止。',
      },
      'support-floor': {
        title: '客服现场',
        about:
          '三个队列和十二位客服：有人来电，等到没有耐心为止，被接起或自己挂断，其中一些挂断后仍保留。' +
          '来电时多时少。一直进行到停止为止。',
      },
    },
  },
  call: {
    title: '拨打电话',
    from: '主叫号码',
    to: '被叫号码',
    name: '主叫姓名',
    place: '呼叫',
    format: '号码请写为 +、国家代码和数字。',
  },
  faults: {
    title: '故障',
    kind: '出什么故障',
    rate: '百分比',
    set: '设置',
    clear: '清除：{kind}',
    active: '{kind}：{percent, number, ::percent}',
    none: '一切正常。',
    kinds: {
      '429': '命令被要求降低频率',
      '500': '命令在运营商处失败',
      duplicate: 'Webhook 重复到达',
      reorder: 'Webhook 乱序到达',
      delay: 'Webhook 延迟到达',
      drop: 'Webhook 丢失',
      burst: 'Webhook 成批到达',
      'time-out': '命令已执行，但没有应答',
      slow: '命令应答缓慢',
      skew: '签名过旧',
      ignore: '命令被接受却未执行',
      'download-slow': '录音下载缓慢',
      'download-broken': '录音下载中断',
      'download-truncated': '录音缺少结尾',
      'download-expired': '录音链接已过期',
    },
  },
  clock: {
    title: '时钟',
    now: '模拟器的时钟为 {time}。',
    ahead: '模拟器的时钟为 {time}，快 {ahead}。',
    advance: '快进',
    steps: {
      minute: '1 分钟',
      tenMinutes: '10 分钟',
      hour: '1 小时',
    },
  },
  state: {
    title: '状态',
    conferences: '会议',
    participants: '参会者',
    calls: '通话',
    sent: 'Webhook',
    delivered: '已送达',
    failed: '失败',
    retrying: '重试中',
    pending: '等待中',
  },
} as const satisfies Translation<typeof english>;
