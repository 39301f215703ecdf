export const signIn = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  passwordHint: '{least, number} to {most, number} characters; a few words together are good',
  submit: 'Sign in',
  refused: 'The e-mail address or the password is not right.',
  code: 'Code from your authenticator',
  codeHint: 'Six digits, or one of your backup codes',
  wrongCode:
    'This code is not right. An authenticator’s codes change every 30 seconds; a backup code works once.',
  tooLong: 'That took too long. Begin anew with your password.',
  back: 'Begin anew',
  or: 'or',
  provider: 'Continue with {name}',
  providerAway: 'Single sign-on cannot be reached just now. Try again, or use your password.',
  passkey: 'Use a passkey',
  rehearse: 'Rehearse as',
  rehearseAbout: 'One click, on this computer only, while the simulator stands in for a carrier.',
  first: {
    title: 'Make the first account',
    about:
      'Nobody has an account yet. This one will be an administrator’s, and can invite everybody else.',
    code: 'Code',
    codeHint: 'It is on the terminal that Rostrum was started from',
    wrongCode: 'This is not the code on the terminal of whoever started Rostrum. Look again.',
    name: 'Your name',
    submit: 'Make the account',
  },
  outside:
    'The provider let you in, but no account of Rostrum has your address, or it is disabled. Ask an administrator to invite you.',
} as const;
