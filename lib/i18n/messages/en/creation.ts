/** The words of making a conference. */
export const creation = {
  title: 'New conference',
  close: 'Close',
  cancel: 'Cancel',
  source: 'Begins with',
  sources: { dial: 'Calling somebody', call: 'A live call' },
  dial: 'Call and create',
  create: 'Create',
  again: 'Change and try again',
  phase: {
    asked: 'Asking the carrier to call {number}…',
    dialling: 'Calling {number}. The conference begins when they answer.',
    answered: '{number} answered. The conference is being made…',
    created: 'The conference is made. Its desk opens.',
    failed: 'The conference was not made: {number} was not reached, or the carrier refused.',
    refused: 'The carrier refused to call {number}.',
    unknown: 'Nobody knows yet whether {number} is being called. Look at the list of conferences.',
  },
  reasons: {
    user_busy: 'The line was busy.',
    timeout: 'Nobody answered.',
    call_rejected: 'The call was rejected.',
    normal_clearing: 'They hung up.',
    not_found: 'There is no such number.',
  },
} as const;
