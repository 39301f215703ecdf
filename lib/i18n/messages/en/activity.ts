import type { ActivityOutcome, SecondFactorChange } from '@/lib/contract/activity';

const actions = {
  participants: {
    mute: 'Mute',
    unmute: 'Unmute',
    hold: 'Hold',
    unhold: 'Resume from hold',
    remove: 'Remove',
    hangUp: 'Hang up',
    join: 'Bring into the conference',
    setRole: 'Change a role in the conference',
    update: 'Change what leaving does',
    invite: 'Invite by phone',
    label: 'Name a participant',
    markHost: 'Mark a host',
  },
  audio: { play: 'Play audio', speak: 'Speak a text', stop: 'Stop audio' },
  digits: { send: 'Send digits', gather: 'Ask for digits' },
  recording: {
    start: 'Start recording',
    pause: 'Pause recording',
    resume: 'Resume recording',
    stop: 'Stop recording',
  },
  conference: {
    create: 'Make a conference',
    end: 'End the conference',
    export: 'Download a timeline or report',
    muteOnEntry: 'Mute on entry',
    setLobby: 'Set the lobby',
    setRegion: 'Set the region',
  },
  call: { answer: 'Answer a call', reject: 'Reject a call', hangUp: 'Hang up a call' },
  supervision: {
    start: 'Begin to supervise',
    switchRole: 'Change the role in supervising',
    stop: 'Stop supervising',
    session: 'Session of supervision',
  },
  session: { signIn: 'Sign in', password: 'Password accepted, code asked', signOut: 'Sign out' },
  account: {
    first: 'Make the first account',
    name: 'Change one’s own name',
    password: 'Change a password',
    secondFactor: 'Change a second factor',
    passkey: 'Change a passkey',
    session: 'End an own session',
    phone: 'Change one’s own phone',
  },
  person: {
    invite: 'Invite somebody',
    role: 'Change a role',
    disable: 'Disable an account',
    enable: 'Enable an account',
    reset: 'Reset an account',
    signOut: 'Sign somebody out everywhere',
  },
  activity: { export: 'Download activity' },
  media: {
    upload: 'Upload a file',
    keep: 'Change how long a file is kept',
    delete: 'Delete a file',
  },
  announcement: {
    create: 'Save an announcement',
    change: 'Change an announcement',
    delete: 'Delete an announcement',
  },
  rehearsal: { steer: 'Steer the rehearsal' },
  request: 'Ask for a page of the API',
} as const;

const outcomes = {
  done: 'done',
  refused: 'refused',
  failed: 'failed',
  unknown: 'unknown',
} as const satisfies Record<ActivityOutcome, string>;

const changes = {
  begun: 'began to set up',
  turnedOn: 'turned on',
  turnedOff: 'turned off',
  newCodes: 'new backup codes',
} as const satisfies Record<SecondFactorChange, string>;

/** Said of somebody else, where the general sentence speaks to whoever reads it. */
const whys = {
  'not-accepted': 'What was typed or shown was not right.',
  'not-allowed': 'The role does not allow it.',
  'too-many-tries': 'Too many tries.',
  'cross-origin': 'The request came from a page of another site.',
  'not-signed-in': 'Nobody was signed in.',
} as const;

export const activity = {
  title: 'Activity',
  about:
    'Who did what, on whom, and what became of it. Kept for 30 days; nobody can change a line.',
  filters: {
    title: 'Filters',
    who: 'Who',
    action: 'What',
    outcome: 'Outcome',
    from: 'From',
    to: 'To',
    conference: 'Conference',
    q: 'Search',
    any: 'any',
    clear: 'Clear filters',
  },
  columns: {
    at: 'When',
    who: 'Who',
    what: 'What',
    target: 'On whom',
    conference: 'Conference',
    outcome: 'Outcome',
    from: 'From',
  },
  actions,
  outcomes,
  changes,
  supervised: '{steps} · {length}',
  supervising: { monitor: 'listening', whisper: 'whispering', barge: 'barging in' },
  participants:
    '{count, plural, one {# person} other {# people}}: {names}{more, plural, =0 {} other { and # more}}',
  changed: '{name}: {from} → {to}',
  invited: '{name} as {role}',
  somebody: 'nobody known',
  repeats: '{count, plural, one {# more} other {# more}} like it within a minute',
  beyond:
    '{count, plural, one {# more refusal} other {# more refusals}} within a minute, too many to list',
  whys,
  took: '{ms} ms',
  request: 'Request {id}',
  download: 'Download CSV',
  refresh: 'Refresh',
  age: 'as of {age} ago',
  now: 'as of now',
  loading: 'Loading activity',
  none: 'Nothing has been done yet.',
  noneAbout: 'Commands, sign-ins, refusals and changes to people and settings stand here.',
  noneFound: 'Nothing fits these filters.',
  error: 'Activity could not be loaded.',
} as const;
