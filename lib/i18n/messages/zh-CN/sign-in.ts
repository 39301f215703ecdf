import type { Translation } from '../../translation';
import type { signIn as english } from '../en/sign-in';

export const signIn = {
  title: '登录',
  email: '电子邮箱',
  password: '密码',
  passwordHint: '至少 {least, number} 个字符',
  submit: '登录',
  busy: '请稍候…',
  code: '身份验证器中的验证码',
  codeHint: '或您的一个备用码',
  provider: '使用 {name} 继续',
  passkey: '使用通行密钥',
  rehearse: '演练身份',
  rehearseAbout: '仅在这台计算机上、且由模拟器代替运营商时提供。',
  first: {
    title: '创建首个账户',
    about: '目前还没有人可以登录。代码显示在启动 Rostrum 的终端上。',
    code: '代码',
    name: '您的姓名',
    submit: '创建账户',
  },
  outside: '身份提供方已放行，但 Rostrum 中没有使用您邮箱的账户，或该账户已停用。',
} as const satisfies Translation<typeof english>;
