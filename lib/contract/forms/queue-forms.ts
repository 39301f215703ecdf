import type { QueueCommandType } from '@/lib/domain/queue/command';
import { entrance } from './command-forms';
import { field, type FormField, more, required } from './field';
import { limits } from './limits';

const maxSize = required('maxSize', 'number', limits.queueSize);
const answeredCall = required('callControlId', 'call', { words: 'answeredCall' });

/** The form of each command to a queue; the callers whom it is about are chosen before. */
export const queueForms: Readonly<Record<QueueCommandType, readonly FormField[]>> = {
  'queue.create': [{ ...maxSize, isRequired: false, preset: 300 }],
  'queue.update': [maxSize],
  'queue.delete': [],
  'queue.bridgeNext': [answeredCall],
  'queueCalls.admit': [
    required('conferenceId', 'conference'),
    // Whom they would whisper to is not known here; at the desk their role is changed.
    ...entrance.filter(({ name }) => name !== 'role' && name !== 'whisperTo'),
  ],
  'queueCalls.transfer': [
    required('to', 'address', { ...limits.address, words: 'transferTo' }),
    more('from', 'phone', { words: 'transferFrom' }),
    more('fromDisplayName', 'text', limits.fromDisplayName),
    more('timeoutSecs', 'number', { ...limits.timeoutSecs, preset: 30 }),
  ],
  'queueCalls.bridge': [answeredCall],
  'queueCalls.move': [
    required('queue', 'queue', { ...limits.queue, words: 'otherQueue' }),
    field('keepAfterHangup', 'switch', { preset: false }),
    more('maxWaitSecs', 'number', limits.queueWaitSecs),
  ],
  'queueCalls.setKeepAfterHangup': [required('keepAfterHangup', 'switch')],
  'queueCalls.remove': [],
  'queueCalls.hangUp': [],
};

/** The form that makes a queue. */
export const createQueueForm: readonly FormField[] = [
  required('name', 'text', { ...limits.queue, words: 'queueName' }),
  ...queueForms['queue.create'],
];
