import type { RehearsalAction } from '@/lib/contract/http';

type FaultKind = Extract<RehearsalAction, { action: 'setFault' }>['kind'];

const faultKinds = {
  duplicate: 'Webhooks arrive twice',
  reorder: 'Webhooks arrive out of order',
  delay: 'Webhooks arrive late',
  drop: 'Webhooks get lost',
  burst: 'Webhooks arrive in bursts',
  '429': 'Commands are told to slow down',
  '500': 'Commands fail at the carrier',
  'time-out': 'Commands are done, but not answered',
  slow: 'Commands are answered slowly',
  skew: 'Signatures are too old',
  ignore: 'Commands are accepted and ignored',
  'download-slow': 'Recordings download slowly',
  'download-broken': 'Downloads of recordings break off',
  'download-truncated': 'Recordings lack their end',
  'download-expired': 'Links to recordings have expired',
} as const satisfies Record<FaultKind, string>;

export const rehearsal = {
  about: 'A simulated carrier stands in for Telnyx. Nobody is really called.',
  loading: 'Asking the simulator',
  error: 'The simulator does not answer.',
  scenario: {
    title: 'Scenario',
    running: 'Running: {title}, seed {seed}, speed {speed, number} ×',
    none: 'No scenario is running.',
    choose: 'Scenario',
    seed: 'Seed',
    seedAbout: 'The same seed plays the same.',
    speed: 'Speed',
    times: '{speed, number} ×',
    start: 'Start',
    restart: 'Start anew',
    stop: 'Stop',
    stories: {
      quiet: {
        title: 'Weekly stand-up',
        about: 'Six people in one conference who speak now and then.',
      },
      'town-hall': {
        title: 'Q3 Town hall',
        about:
          'A hundred and twenty people: most come within ninety seconds, a crowd comes late, ' +
          'one person speaks most, others ask, some leave and come back. It goes on until stopped.',
      },
      'support-floor': {
        title: 'Support floor',
        about:
          'Three queues and twelve agents: people call, wait as long as they have patience for, ' +
          'and are taken or hang up; some are kept. More call at times. It goes on until stopped.',
      },
    },
  },
  call: {
    title: 'Place a call',
    from: 'From',
    to: 'To',
    name: 'Caller’s name',
    place: 'Call',
    format: 'Give a number as +, country code and digits.',
  },
  faults: {
    title: 'Faults',
    kind: 'What goes wrong',
    rate: 'Percent',
    set: 'Set',
    clear: 'Clear: {kind}',
    active: '{kind}: {percent, number, ::percent}',
    none: 'Everything works.',
    kinds: faultKinds,
  },
  clock: {
    title: 'Clock',
    now: 'The simulator’s clock is {time}.',
    ahead: 'The simulator’s clock is {time}, {ahead} ahead.',
    advance: 'Move on by',
    steps: { minute: '1 min', tenMinutes: '10 min', hour: '1 h' },
  },
  state: {
    title: 'State',
    conferences: 'Conferences',
    participants: 'Participants',
    calls: 'Calls',
    sent: 'Webhooks',
    delivered: 'Delivered',
    failed: 'Failed',
    retrying: 'Retrying',
    pending: 'Waiting',
  },
} as const;
