export const common = {
  product: 'Rostrum',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  clear: 'Clear',
  unknown: 'unknown',
  none: '–',
  length: {
    seconds: '{seconds, number} s',
    minutes: '{minutes, number} min',
    hours: '{hours, number} h {minutes, number} m',
    days: '{days, number} d {hours, number} h',
  },
} as const;
