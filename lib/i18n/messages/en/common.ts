import type { Level } from '@/lib/domain/target/targets';

const levels = {
  ok: 'On target',
  warning: 'Warning',
  critical: 'Critical',
} as const satisfies Record<Level, string>;

export const common = {
  product: 'Rostrum',
  retry: 'Try again',
  clear: 'Clear',
  cancel: 'Cancel',
  close: 'Close',
  busy: 'One moment…',
  older: 'Show older ones',
  loading: 'Loading…',
  length: {
    seconds: '{seconds, number} s',
    minutes: '{minutes, number} min',
    hours: '{hours, number} h {minutes, number} m',
    days: '{days, number} d {hours, number} h',
  },
  /** How a queue stands against its targets. */
  levels,
} as const;
