import type { Verdict } from '@/lib/contract/rows';
import { account } from './account';
import { announcements } from './announcements';
import { inbound } from './inbound';
import { carrier } from './carrier';
import { media } from './media';
import { people } from './people';
import { relay } from './relay';
import { retention } from './retention';
import { targets } from './targets';
import { wallboards } from './wallboards';

const verdicts = {
  stored: 'stored',
  repeat: 'repeat',
  unreadable: 'unreadable',
  'version-1': 'version 1',
  'unknown-type': 'unknown type',
  'bad-signature': 'bad signature',
  'missing-signature': 'not signed',
  stale: 'stale',
  'not-json': 'not JSON',
  'too-large': 'too large',
} as const satisfies Record<Verdict, string>;

const verdictsAbout = {
  stored: 'Verified and kept before it was acknowledged.',
  repeat: 'Already known; acknowledged, and nothing changed.',
  unreadable: 'Signed by the carrier and kept, but of a shape Rostrum cannot read.',
  'version-1': 'Signed and kept, but of webhook version 1. Set the application to API version 2.',
  'unknown-type': 'Signed and kept; Rostrum does not know what to do with this type.',
  'bad-signature':
    'The signature does not fit. Check TELNYX_PUBLIC_KEY. Nothing was kept but this line.',
  'missing-signature': 'It carried no signature. Nothing was kept but this line.',
  stale:
    'Signed more than five minutes ago, or ahead of our clock. Nothing was kept but this line.',
  'not-json': 'The body is not JSON, or has no event id.',
  'too-large': 'The body is larger than any webhook of the carrier.',
} as const satisfies Record<Verdict, string>;

export const settings = {
  sections: 'Settings',
  account,
  media,
  announcements,
  carrier,
  people,
  inbound,
  relay,
  retention,
  targets,
  wallboards,
  deliveries: {
    about: 'Each post to the webhook door, newest first, and what became of it.',
    loading: 'Loading deliveries',
    verdict: 'Verdict',
    application: 'Application',
    type: 'Event type',
    any: 'any',
    applications: { ours: 'ours', other: 'another' },
    refresh: 'Refresh',
    updating: 'new ones show by themselves',
    paused: 'older ones are shown: refresh for the newest',
    columns: {
      received: 'Received',
      verdict: 'Verdict',
      type: 'Event',
      attempt: 'Attempt',
      latency: 'Took',
      connection: 'Application',
      detail: 'Detail',
    },
    age: '{age} ago',
    now: 'now',
    attempt: '#{attempt, number}',
    latency: '{ms} ms',
    bytes: '{bytes, number} bytes',
    other: 'other',
    noType: '–',
    none: 'Nothing has come to the webhook door yet.',
    noneAbout:
      'Post something to it by starting a rehearsal, or set the webhook URL of your Telnyx application to the address of this server followed by /api/webhooks/telnyx.',
    noneFound: 'No delivery fits these filters.',
    error: 'The deliveries could not be loaded.',
    verdicts,
    verdictsAbout,
  },
  appearance: {
    about: 'Kept in this browser only.',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    density: 'Rows',
    densities: { comfortable: 'Comfortable', dense: 'Dense' },
    announce: 'Announce floor changes to screen readers',
    announceAbout: 'Reads aloud who has the floor whenever it passes on.',
    language: 'Language',
    languages: { browser: 'As the browser', en: 'English', 'zh-CN': '简体中文' },
  },
} as const;
