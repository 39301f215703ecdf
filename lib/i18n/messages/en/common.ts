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
} as const;
