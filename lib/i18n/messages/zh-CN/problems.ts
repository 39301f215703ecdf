import type { Translation } from '../../translation';
import type { problems as english } from '../en/problems';

export const problems = {
  unreachableTitle: '无法连接服务器。',
  tryAgain: '请稍后重试。',
  unreachable: '如果命令已送达，连接恢复后会在此显示其结果。',
  carrierCode: '运营商代码 {code}',
} as const satisfies Translation<typeof english>;
