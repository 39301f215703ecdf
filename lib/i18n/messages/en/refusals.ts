import type { ProblemCode } from '@/lib/contract/problem';

/** What each reason for a refusal means to the person who gave the command, and what to do. */
export const refusals = {
  'bad-json': 'Rostrum could not read the request. Reload the page and try again.',
  'bad-request': 'Something in the request is not as it should be.',
  'body-too-large': 'That was too much at once. Choose fewer people and try again.',
  'not-found': 'Rostrum does not know this any more.',
  'method-not-allowed': 'This page and the server do not fit together. Reload the page.',
  'cross-origin': 'The request came from another site and was not carried out.',
  'not-signed-in': 'You are signed out. Sign in and try again.',
  'not-allowed': 'Your role does not allow this.',
  'too-many-tries': 'Too many tries. Wait a minute and try again.',
  'email-taken': 'Somebody has this e-mail address already.',
  'last-administrator':
    'This is the last administrator who can sign in. Make somebody else one first.',
  oneself: 'You cannot do this to your own account. Ask another administrator.',
  'wrong-password': 'This is not your password.',
  'wrong-code': 'This code is not right. Codes of an authenticator change every 30 seconds.',
  'wrong-passkey': 'This passkey does not belong to an account here.',
  'link-used':
    'This link was used already, or is older than three days. Ask an administrator for a new one.',
  'sign-in-again': 'Your sign-in is older than a day. Sign in again, and then do this.',
  'command-id-reused': 'This command was already given in another form. Try again.',
  'conference-ended': 'The conference has ended.',
  'call-ended': 'The call has ended.',
  'same-call': 'A call cannot be connected with itself.',
  'nobody-selected': 'Nobody is selected, so nothing was done.',
  'not-in-conference': 'Nobody of those selected is in the conference any more.',
  'already-in-conference': 'Those you chose are in the conference already.',
  'not-dialled-here': 'One of these calls was not dialled by Rostrum. Leave the client state out.',
  'is-supervisor': 'This is a supervisor’s call. Only they themselves change its role.',
  'already-supervising': 'You supervise already. Stop that session first.',
  'no-application':
    'Rostrum has no application to dial from. An administrator sets TELNYX_CONNECTION_ID.',
  'queue-exists': 'There is a queue of this name already.',
  'queue-gone': 'The carrier has no such queue any more.',
  'queue-not-empty':
    'Somebody waits in this queue, so it cannot be deleted. Move or remove them first.',
  'queue-empty': 'Nobody waits in this queue.',
  'same-queue': 'They wait in this queue already. Choose another one.',
  'not-in-queue': 'Nobody of those selected waits in this queue any more.',
  'caller-hung-up':
    'Those selected have hung up; only their places are kept. Remove them, or call them back.',
  'already-recording': 'It is being recorded already. Stop that recording first.',
  'not-carried-out': 'The command was not carried out.',
  'carrier-refused': 'The carrier refused.',
  'carrier-key': 'The carrier does not accept our API key. Check TELNYX_API_KEY.',
  'carrier-busy': 'The carrier asks us to slow down. Try again in a few seconds.',
  'carrier-down': 'The carrier cannot be reached. Try again in a moment.',
  'outcome-unknown': 'Nobody knows yet whether it was done. Rostrum reads it back.',
  'store-unavailable': 'Rostrum cannot write to its store, so nothing was done.',
  'not-a-sound': 'This file is neither WAV nor MP3. Choose another one.',
  'name-taken': 'There is a file of this name. Choose another name.',
  'rule-exists': 'There is a rule for this already. Change that one.',
  'key-taken': 'This key has an announcement. Choose another key.',
  'number-taken': 'There is a rule for this number already. Change that one.',
  'application-in-use':
    'Rostrum works with this application. Set TELNYX_CONNECTION_ID to another one and restart first.',
  'alert-over': 'The queue is calm again: this alert is over.',
  'alert-acknowledged': 'Somebody has acknowledged this alert already.',
  'recording-held': 'This recording is under hold. Lift the hold first.',
  'recording-deleted': 'This recording was deleted. Activity tells by whom and why.',
  'recording-not-archived': 'Its file is not here yet. Its row says how far it is, and why.',
  'recording-not-failed': 'It is archived already, or being archived.',
  'storage-unavailable': 'The storage of recordings does not answer. Try again in a moment.',
  'simulator-off': 'There is no simulator: Rostrum works with the real carrier.',
  'address-unreadable': 'This is not an address. Write it as https://example.com/path.',
  'address-not-http': 'The address has to begin with https:// or http://.',
  'address-with-password':
    'A name or password in the address would be seen by everybody here. Leave them out.',
  'address-odd-number':
    'Write a numeric address in the usual way: four numbers with dots, or plain IPv6.',
  'address-loopback':
    'This address is the machine that Rostrum runs on. If that is meant, add its host to OUTBOUND_HOSTS.',
  'address-private':
    'This address lies in a private network. If that is meant, add its host to OUTBOUND_HOSTS.',
  'address-link-local':
    'This address reaches only the next network. If that is meant, add its host to OUTBOUND_HOSTS.',
  'address-multicast': 'This address stands for many machines at once. Give that of one.',
  'address-metadata':
    'This address gives out the keys of the machine that Rostrum runs on. Choose another one.',
  'address-reserved': 'This address is reserved and belongs to no machine. Choose another one.',
  'address-unknown':
    'Nobody knows where this host is just now. Check its name, or try again in a moment.',
  internal: 'Something went wrong inside Rostrum.',
} as const satisfies Record<ProblemCode, string>;
