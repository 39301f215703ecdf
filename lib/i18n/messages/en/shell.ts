export const shell = {
  title: 'Rostrum',
  description: 'Live phone conferences in a browser',
  skip: 'Skip to the content',
  navigation: 'Main',
  notices: 'Notices',
  notLoaded: 'This part could not be loaded',
  notLoadedDetail: 'Check the connection and try again.',
  conferences: 'Conferences',
  conferencesLive: '{count, plural, one {# live} other {# live}}',
  queues: 'Queues',
  queuesWaiting: '{count, plural, =0 {nobody waits} one {# waits} other {# wait}}',
  openQueue: 'Open {name}',
  calls: 'Calls',
  callsLive: '{count, plural, one {# active} other {# active}}',
  openConference: 'Open {name}',
  activity: 'Activity',
  settings: 'Settings',
  sections: {
    account: 'My account',
    appearance: 'Appearance',
    media: 'Media',
    announcements: 'Announcements',
    targets: 'Targets',
    wallboards: 'Wallboards',
    people: 'People',
    inbound: 'Inbound',
    relay: 'Relay',
    carrier: 'Carrier',
    deliveries: 'Deliveries',
  },
  rehearsal: 'Rehearsal',
  person: {
    label: 'Signed in as {name}, {role}',
    account: 'My account',
    signOut: 'Sign out',
  },
  signedOut: {
    title: 'You are signed out.',
    detail:
      'Your session has ended, here or by an administrator. Sign in to come back to this page.',
    signIn: 'Sign in',
  },
  notAllowed: {
    title: 'Your role does not open this page.',
    detail:
      'It takes the permission to {what} (<code>{permission}</code>), which a {role} does not have. An administrator can give you another role under Settings → People.',
    back: 'To the conferences',
  },
  connection: {
    label: 'Connection',
    connecting: 'Connecting',
    live: 'Live',
    reconnecting: 'Reconnecting',
    stale: 'Stale',
    truth: 'truth {age} old',
    nothingHeard: 'nothing heard yet',
    about:
      'How old the newest thing is that the carrier told us about what is on screen: a verified webhook or a completed read.',
  },
  troubles: {
    'carrier-key': {
      title: 'The carrier does not accept our API key.',
      todo: 'Commands and reads fail until TELNYX_API_KEY holds a key of this account; then restart Rostrum.',
    },
    'webhooks-silent': {
      title: 'No verified webhook for ten minutes while calls are live.',
      todo: 'What is shown may be out of date. Check that the webhook URL of the Telnyx application is the address of this server followed by /api/webhooks/telnyx, and that it can be reached from outside.',
    },
    'clock-or-key': {
      title: 'Webhooks arrive with signatures that are too old or from the future.',
      todo: 'Check that this machine’s clock is right and that TELNYX_PUBLIC_KEY is the key of this account.',
    },
    store: {
      title: 'Rostrum cannot write to its store.',
      todo: 'Nothing that happens now is kept, and the carrier is asked to send it again. Check the disk space and the database.',
    },
    'carrier-down': {
      title: 'The carrier cannot be reached.',
      todo: 'Commands will fail for now, and what is shown can only be as new as the last webhook.',
    },
    seeCarrier: 'Look at the carrier settings',
    seeDeliveries: 'See deliveries',
  },
  offline: {
    title: 'Rostrum’s server cannot be reached.',
    todo: 'What you see is as it was when the connection was lost. It will catch up by itself.',
  },
  error: {
    title: 'This page stumbled.',
    detail: 'What is going on in the calls does not depend on this page. Try again, or reload.',
    retry: 'Try again',
  },
  notFound: {
    title: 'There is nothing here.',
    detail: 'The address may be mistyped, or what it led to is gone.',
    back: 'To the conferences',
  },
} as const;
