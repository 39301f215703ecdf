import type { Translation } from '../../translation';
import type { troubles as english } from '../en/troubles';

export const troubles = {
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
} as const satisfies Translation<typeof english>;
