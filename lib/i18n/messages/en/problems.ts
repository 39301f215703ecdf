export const problems = {
  unreachableTitle: 'The server could not be reached.',
  tryAgain: 'Try again in a moment.',
  unreachable: 'If the command arrived, its outcome will show here once the connection is back.',
  carrierCode: 'carrier code {code}',
} as const;
