/** The page of everybody who may sign in. */
export const people = {
  about:
    '{count, plural, one {# person has an account} other {# people have accounts}}; nobody else comes in.',
  invite: 'Invite',
  loading: 'Loading people',
  error: 'The people could not be loaded.',
  columns: {
    name: 'Name',
    role: 'Role',
    secondFactor: 'Second factor',
    seen: 'Signed in',
    actions: 'Actions',
  },
  you: 'you',
  disabled: 'disabled',
  rehearsal: 'rehearsal',
  secondFactor: { on: 'on', off: 'off' },
  seenAt: '{count, plural, one {1 place} other {# places}}, last on {date}',
  notSeen: 'not now',
  more: 'What to do with {name}',
  changeRole: 'Change role…',
  signOut: 'Sign out everywhere…',
  reset: 'Reset…',
  disable: 'Disable…',
  enable: 'Enable',
  oneself: 'Another administrator can change your account.',
  rehearsalStays: 'An account for rehearsing stays as it is.',
  done: {
    role: '{name} is a {role} now.',
    disable: '{name} is disabled.',
    enable: '{name} can sign in again.',
    signOut: '{name} is signed out everywhere.',
  },
  inviteDialog: {
    title: 'Invite somebody',
    about:
      'You get a link to send them. With it they choose a password. Where single sign-on is set up, it works at once.',
    name: 'Name',
    email: 'E-mail address',
    submit: 'Make the link',
  },
  roleDialog: {
    title: 'The role of {name}',
    about: 'It is in force at once, on their open pages too.',
    submit: 'Change role',
  },
  role: 'Role',
  linkDialog: {
    title: 'The link for {name}',
    about:
      'Send it to {email} in a way you trust. It is shown only now, works once, and for three days.',
    link: 'Link',
    copy: 'Copy',
    copied: 'Copied',
    done: 'Done',
  },
  confirm: {
    disableTitle: 'Disable {name}?',
    disableText:
      'They are signed out {count, plural, =0 {} one {of 1 place} other {of # places}} at once and cannot sign in until you enable the account again. Nothing they did is lost.',
    disable: 'Disable',
    resetTitle: 'Reset {name}?',
    resetText:
      'Their password, authenticator, backup codes and passkeys are taken away, and they are signed out everywhere. You get a link with which they choose a new password.',
    reset: 'Reset',
    signOutTitle: 'Sign {name} out everywhere?',
    signOutText:
      'They are signed out {count, plural, =0 {} one {of 1 place} other {of # places}} at once. They can sign in again.',
    signOut: 'Sign out',
  },
} as const;
