export const signIn = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  passwordHint: 'At least {least, number} characters',
  submit: 'Sign in',
  busy: 'One moment…',
  code: 'Code from your authenticator',
  codeHint: 'Or one of your backup codes',
  provider: 'Continue with {name}',
  passkey: 'Use a passkey',
  rehearse: 'Rehearse as',
  rehearseAbout: 'Offered on this computer only, while the simulator stands in for a carrier.',
  first: {
    title: 'Make the first account',
    about: 'Nobody can sign in yet. The code is on the terminal that Rostrum was started from.',
    code: 'Code',
    name: 'Your name',
    submit: 'Make the account',
  },
  outside:
    'The provider let you in, but no account of Rostrum has your address, or it is disabled.',
} as const;
