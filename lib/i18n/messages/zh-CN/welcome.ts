import type { Translation } from '../../translation';
import type { welcome as english } from '../en/welcome';

export const welcome = {
  pageTitle: '欢迎',
  title: '欢迎，{name}',
  about: '请设置您的登录密码。',
  email: '电子邮箱',
  password: '新密码',
  again: '再次输入',
  differing: '两次输入不一致。',
  submit: '设置密码并登录',
  disabled: '密码已设置，但账户已停用。请联系管理员。',
  usedTitle: '此链接已失效',
  used: '它已被使用、已超过三天，或不完整。如果您有密码，请用密码登录；否则请向管理员索取新链接。',
  toSignIn: '登录',
} as const satisfies Translation<typeof english>;
