import type { Translation } from '../../translation';
import type { signIn as english } from '../en/sign-in';

export const signIn = {
  title: '登录',
  email: '电子邮箱',
  password: '密码',
  passwordHint: '{least, number} 至 {most, number} 个字符；几个词连在一起就很好',
  submit: '登录',
  refused: '电子邮箱或密码不正确。',
  code: '身份验证器中的验证码',
  codeHint: '六位数字，或您的一个备用码',
  wrongCode: '验证码不正确。身份验证器的验证码每 30 秒更换一次；每个备用码只能使用一次。',
  tooLong: '用时过长。请从输入密码重新开始。',
  back: '重新开始',
  or: '或',
  provider: '使用 {name} 继续',
  providerAway: '暂时无法连接单点登录。请重试，或使用密码。',
  passkey: '使用通行密钥',
  rehearse: '演练身份',
  rehearseAbout: '一次点击即可；仅在这台计算机上、且由模拟器代替运营商时提供。',
  first: {
    title: '创建首个账户',
    about: '还没有人拥有账户。此账户将是管理员账户，可邀请其他所有人。',
    code: '代码',
    codeHint: '显示在启动 Rostrum 的终端上',
    wrongCode: '代码与终端上显示的不符，或尝试次数过多。请再次核对。',
    name: '您的姓名',
    submit: '创建账户',
  },
  outside:
    '身份提供方已放行，但 Rostrum 中没有使用您邮箱的账户，或该账户已停用。请联系管理员邀请您。',
} as const satisfies Translation<typeof english>;
