export const common = {
  product: 'Rostrum',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  clear: 'Clear',
  unknown: 'unknown',
  none: '–',
  length: {
    seconds: '{seconds} s',
    minutes: '{minutes} min',
    hours: '{hours} h {minutes} m',
    days: '{days} d {hours} h',
  },
} as const;
