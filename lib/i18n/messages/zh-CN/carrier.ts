import type { Translation } from '../../translation';
import type { carrier as english } from '../en/carrier';

const fields = {
  name: {
    label: '名称',
    help: '供您自己识别；来电者看不到。',
    wrong: '请填写不超过 255 个字符的名称。',
  },
  webhookUrl: {
    label: 'Webhook 地址',
    help: '运营商在此告知通话情况。https 地址的证书会被检查。',
    wrong: '请填写以 https:// 或 http:// 开头的地址。',
  },
  failoverUrl: {
    label: '备用 URL',
    help: '第一个地址未接收时，webhook 发往此处。留空则不发往任何地方。',
    wrong: '请填写以 https:// 或 http:// 开头、且不同于第一个的地址。',
  },
  apiVersion: {
    label: 'Webhook API 版本',
    help: 'Rostrum 只能解读版本 2；运营商的默认值是 1。',
    wrong: '请选择版本 2；只有不能解读 2 的程序才选 1。',
  },
  webhookTimeoutSecs: {
    label: 'Webhook 超时（秒）',
    help: '0 至 30：运营商等待 webhook 应答的时间。留空则由运营商自行决定。',
    wrong: '请填写 0 至 30 的整数秒，或留空。',
  },
  isActive: {
    label: '启用',
    help: '停用后既不接来电，也不能拨出。',
    wrong: '请启用或停用。',
  },
  anchorSite: {
    label: '媒体站点',
    help: '运营商在哪里处理通话的声音。',
    wrong: '请选择其中一个站点。',
  },
  dtmfType: {
    label: '按键音发送方式',
    help: '收到的按键音接受任何方式。',
    wrong: '请选择其中一种方式。',
  },
  firstCommandTimeout: {
    label: '挂断未收到命令的来电',
    help: '没有程序及时接听、排队或拒接的来电会被挂断。',
    wrong: '请启用或停用。',
  },
  firstCommandTimeoutSecs: {
    label: '首个命令超时（秒）',
    help: '启用上一项时，这类来电等待的时间；默认 30。',
    wrong: '请填写不小于 1 的整数秒。',
  },
  callCostInWebhooks: {
    label: '发送通话费用',
    help: '启用有关通话费用的 webhook。',
    wrong: '请启用或停用。',
  },
  redactDtmf: {
    label: '在运营商的调试日志中隐藏按键',
    help: '适用于属于机密的按键，例如密码。',
    wrong: '请启用或停用。',
  },
  inboundChannelLimit: {
    label: '同时来电数',
    help: '留空：不另设上限。',
    wrong: '请填写不小于 1 的整数，或留空。',
  },
  shakenStir: {
    label: '告知来电号码是否经过认证',
    help: '在来电的 webhook 中加入号码认证数据。',
    wrong: '请启用或停用。',
  },
  sipSubdomain: {
    label: 'SIP 子域名',
    help: '位于运营商 SIP 域名之前的部分，SIP 终端可呼叫它。留空：没有。',
    wrong: '请填写字母、数字和短横线，最多 63 个字符。',
  },
  sipSubdomainCallers: {
    label: '谁可以呼叫子域名',
    help: '互联网上的任何 SIP 终端，或仅限此账户的连接。',
    wrong: '请选择其中之一。',
  },
  outboundChannelLimit: {
    label: '同时去电数',
    help: '留空：不另设上限。',
    wrong: '请填写不小于 1 的整数，或留空。',
  },
  voiceProfileId: {
    label: '去电语音配置',
    help: '门户中显示的 ID，是一长串数字。没有它就不能拨出。',
    wrong: '请填写门户中显示的语音配置 ID，即那一长串数字。',
  },
} as const;

export const carrier = {
  title: 'Rostrum 使用的应用',
  about:
    '通话及其 webhook 属于运营商的一个呼叫控制应用。哪一个是我们的，由 TELNYX_CONNECTION_ID 指定。',
  checks: '检查',
  loading: '正在加载应用',
  edit: '编辑',
  tones: { live: '正确', neutral: '说明', warn: '请留意', bad: '有误' },
  application: {
    title: '应用',
    known: '{name}，{id}。运营商认得它，并接受我们的 API 密钥。',
    notConfigured:
      '未配置。账户中凡是发到这里的应用，Rostrum 都能听到，但不能呼叫任何人。请将 TELNYX_CONNECTION_ID 设为下面某个应用的 ID 并重启。',
    gone: '运营商没有应用 {id}。请将 TELNYX_CONNECTION_ID 设为下面某个应用的 ID 并重启。',
  },
  titles: {
    webhookUrl: 'Webhook 地址',
    apiVersion: 'Webhook API 版本',
    isActive: '启用',
    failoverUrl: '备用 URL',
    firstCommand: '首个命令超时',
  },
  verdicts: {
    webhookUrl: {
      right: 'webhook 发到这里：{url}',
      wrong: 'webhook 发往 {url}。这里的地址应是 {expected}',
      unknown:
        'webhook 发往 {url}。Rostrum 无法判断那是否就是这里：请将 PUBLIC_URL 设为人们使用的地址并重启。',
    },
    apiVersion: {
      right: '版本 2，Rostrum 可以解读。',
      wrong: '版本 {version}。Rostrum 会保存这样的 webhook，但只能解读版本 2。',
    },
    isActive: {
      right: '可以接来电，也可以拨出。',
      wrong: '已停用：没有来电进入，也不能拨出。',
    },
    failoverUrl: {
      on: '未能到达这里的 webhook 发往 {url}',
      off: '没有。未能到达这里的 webhook 会重发，之后便会丢失。',
    },
    firstCommand: {
      on: '启用。未收到命令的来电在 {seconds, number} 秒后挂断：除非有规则接听，来电者不会等得更久。',
      off: '停用。来电会一直振铃，直到有人接听或来电者放弃。',
    },
  },
  fixes: {
    webhookUrl: '改为发到这里…',
    apiVersion: '设为版本 2…',
    isActive: '启用…',
  },
  key: {
    title: '签名密钥',
    none: '还没有经过验证的 webhook。运营商没有测试投递：请拨打此应用的一个号码，或开始一次演练，几秒内就会显示在这里。',
    last: '由最后一个经过验证的 webhook 证实，{age}前（{at}）：{type}，',
    noType: '类型未知',
    from: '来自此应用 {id}。',
    fromOther: '来自其他应用 {id}。',
    fromNobody: '未注明来自哪个应用。',
    version1: '它属于版本 1，Rostrum 无法解读。',
    unreadable: '签名正确，但 Rostrum 无法解读。',
    deliveries: '查看投递记录',
  },
  list: {
    title: '所有应用',
    search: '按名称搜索',
    clear: '清除搜索',
    short: '请输入至少 {count, number} 个字符。',
    add: '新建应用',
    loading: '正在加载应用',
    error: '无法加载应用。',
    none: '此账户还没有应用。',
    noneAbout: '请创建一个，并在运营商的门户中把号码分配给它。',
    noneFound: '没有这样名称的应用。',
    columns: { name: '名称', webhookUrl: 'Webhook 地址', state: '状态', actions: '操作' },
    ours: '本应用',
    active: '启用',
    inactive: '停用',
    version: '版本 {version}',
    edit: '编辑 {name}',
    delete: '删除 {name}',
  },
  delete: {
    title: '删除 {name}？',
    about:
      '运营商会将其永久删除。属于它的号码会失去它：打给这些号码的电话无人接到，使用它的程序也不能拨出。',
    comesHere: '它的 webhook 发到这个 Rostrum。',
    submit: '删除',
    done: '已删除 {name}',
  },
  dialog: {
    addTitle: '新建应用',
    editTitle: '编辑 {name}',
    proposed: '需要更改的内容已填好。请查看并保存。',
    changed: '已重新填写。',
    useOurs: '将 webhook 发到这个 Rostrum',
    save: '保存',
    done: '已保存 {name}',
    groups: {
      webhooks: 'Webhook 设置',
      calls: '通话',
      inbound: '来电',
      outbound: '去电',
    },
    values: {
      version1: '1（旧版）',
      version2: '2（新版）',
      nearest: '最近的站点',
      anyone: '任何人',
      ownConnections: '仅限此账户的连接',
    },
    fields,
  },
  troubles: {
    fields: '有些字段不正确；各字段下有说明。',
    refused: '运营商拒绝：{detail}',
    unknown: '运营商没有应答，回读也看不到结果。重试之前请先查看列表。',
    gone: '运营商已没有这个应用。',
  },
} as const satisfies Translation<typeof english>;
