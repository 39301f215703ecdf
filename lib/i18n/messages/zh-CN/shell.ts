import type { Translation } from '../../translation';
import type { shell as english } from '../en/shell';

export const shell = {
  title: 'Rostrum',
  description: '在浏览器中主持实时电话会议',
  skip: '跳到正文',
  navigation: '主导航',
  notices: '通知',
  notLoaded: '无法加载此部分',
  notLoadedDetail: '请检查网络连接后重试。',
  conferences: '会议',
  conferencesLive: '{count, plural, other {# 个进行中}}',
  queues: '队列',
  queuesWaiting: '{count, plural, =0 {无人等候} other {# 人等候}}',
  openQueue: '打开 {name}',
  calls: '通话',
  callsLive: '{count, plural, other {# 路进行中}}',
  openConference: '打开 {name}',
  activity: '操作记录',
  settings: '设置',
  sections: {
    account: '我的账户',
    appearance: '外观',
    media: '媒体',
    announcements: '通告',
    targets: '目标',
    wallboards: '看板',
    people: '人员',
    inbound: '来电',
    relay: '转发',
    carrier: '运营商',
    deliveries: '投递记录',
  },
  rehearsal: '演练',
  person: {
    label: '已登录：{name}，{role}',
    account: '我的账户',
    signOut: '退出登录',
  },
  signedOut: {
    title: '您已退出登录。',
    detail: '您的会话已在此处结束，或由管理员结束。登录后即可回到此页面。',
    signIn: '登录',
  },
  notAllowed: {
    title: '您的角色无权打开此页面。',
    detail:
      '此页面需要“{what}”权限（<code>{permission}</code>），{role}没有此权限。管理员可在“设置”→“人员”中为您更换角色。',
    back: '前往会议',
  },
  connection: {
    label: '连接',
    connecting: '正在连接',
    live: '实时',
    reconnecting: '正在重新连接',
    stale: '已过时',
    truth: '数据为 {age}前',
    nothingHeard: '尚无消息',
    about:
      '运营商就屏幕内容最后一次告知我们的消息距今多久：一次经过验证的 webhook，或一次完成的读取。',
  },
  troubles: {
    'carrier-key': {
      title: '运营商不接受我们的 API 密钥。',
      todo: '在 TELNYX_API_KEY 填入此账户的密钥之前，命令和读取都会失败；填好后请重启 Rostrum。',
    },
    'webhooks-silent': {
      title: '有通话正在进行，但十分钟内没有经过验证的 webhook。',
      todo: '所显示的内容可能已过时。请确认 Telnyx 应用的 webhook URL 是本服务器地址后接 /api/webhooks/telnyx，且可从外部访问。',
    },
    'clock-or-key': {
      title: '收到的 webhook 签名过旧，或来自未来。',
      todo: '请确认本机时钟正确，且 TELNYX_PUBLIC_KEY 是此账户的密钥。',
    },
    store: {
      title: 'Rostrum 无法写入存储。',
      todo: '现在发生的一切都不会保存，运营商会被要求重新发送。请检查磁盘空间和数据库。',
    },
    'carrier-down': {
      title: '无法连接运营商。',
      todo: '命令暂时会失败，所显示的内容最新只到上一次 webhook。',
    },
    seeCarrier: '查看运营商设置',
    seeDeliveries: '查看投递记录',
  },
  offline: {
    title: '无法连接 Rostrum 的服务器。',
    todo: '您看到的是连接断开时的情况。恢复后会自动更新。',
  },
  error: {
    title: '此页面出错了。',
    detail: '通话中的一切不受此页面影响。请重试，或刷新页面。',
    retry: '重试',
  },
  notFound: {
    title: '这里什么也没有。',
    detail: '地址可能有误，或其指向的内容已不存在。',
    back: '前往会议',
  },
} as const satisfies Translation<typeof english>;
