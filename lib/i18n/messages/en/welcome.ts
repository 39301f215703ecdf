export const welcome = {
  pageTitle: 'Welcome',
  title: 'Welcome, {name}',
  about: 'Choose the password you will sign in with.',
  email: 'E-mail address',
  password: 'New password',
  again: 'The same once more',
  differing: 'These two are not the same.',
  submit: 'Set the password and sign in',
  disabled: 'The password is set, but the account is disabled. Ask an administrator.',
  usedTitle: 'This link is no longer good',
  used: 'It was used already, is older than three days, or is not whole. If you have a password, sign in with it; else ask an administrator for a new link.',
  toSignIn: 'Sign in',
} as const;
