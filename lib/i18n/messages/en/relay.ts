import type { GiveUpReason, RelayAnswer } from '@/lib/contract/relay';

const outcomes = {
  forwarded: 'forwarded',
  again: 'to be tried again',
  'given-up': 'given up',
} as const satisfies Record<RelayAnswer['outcome'], string>;

const givenUp = {
  'too-old': 'Became 240 seconds old',
  refused: 'Refused by the application',
  'turned-off': 'Waited when forwarding was turned off',
} as const satisfies Record<GiveUpReason, string>;

export const relay = {
  about:
    'Rostrum can stand in front of another application: every webhook that the carrier signed is forwarded, its bytes and signature as they came, until it is taken or 240 seconds old.',
  loading: 'Loading what is forwarded',
  error: 'What is forwarded could not be loaded.',
  form: {
    title: 'Where to',
    address: 'Address of the other application',
    addressHint:
      'It verifies the carrier’s signature as before. Hosts of your own network have to stand in OUTBOUND_HOSTS.',
    isOn: 'Forward every webhook',
    isOnHint: 'Turned off, what waits is given up.',
    save: 'Save',
    saved: 'Saved',
    changed: 'Changed by {name}, {date}',
  },
  progress: {
    title: 'So far',
    since: 'since {date}',
    forwarded: 'forwarded',
    waiting: 'waiting',
    oldest: 'the oldest for {age}',
    givenUp: 'given up',
    on: 'on',
    off: 'off',
  },
  givenUp,
  answers: {
    title: 'Last answers',
    none: 'Nothing has been forwarded yet.',
    at: 'Sent',
    event: 'Event',
    outcome: 'Outcome',
    answer: 'Answer',
    took: 'Took',
    status: 'HTTP {status}',
    'time-out': 'no answer in time',
    connection: 'no connection',
    ms: '{ms} ms',
    noType: '–',
  },
  outcomes,
} as const;
