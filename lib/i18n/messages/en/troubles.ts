export const troubles = {
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
} as const;
