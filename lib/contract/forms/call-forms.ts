import type { CallCommandType } from '@/lib/domain/call/command';
import { callSupervisorRoles, dtmfMutes, targetLegs } from '@/lib/domain/call/command-fields';
import { field, type FormField, more, required } from './field';
import { limits } from './limits';

const ringing: readonly FormField[] = [
  more('fromDisplayName', 'text', limits.fromDisplayName),
  more('timeoutSecs', 'number', { ...limits.timeoutSecs, preset: 30 }),
  more('timeLimitSecs', 'number', { ...limits.timeLimitSecs, preset: 14_400 }),
];
const unbridging: readonly FormField[] = [
  more('parkAfterUnbridge', 'switch'),
  more('muteDtmf', 'choice', { options: dtmfMutes }),
];

/** The form of each command to one call: what it asks for, in the order it is asked. */
export const callForms: Readonly<Record<CallCommandType, readonly FormField[]>> = {
  'call.answer': [],
  'call.reject': [
    required('cause', 'choice', { options: ['CALL_REJECTED', 'USER_BUSY'], preset: 'USER_BUSY' }),
  ],
  'call.hangUp': [],
  'call.transfer': [
    required('to', 'address', { ...limits.address, words: 'transferTo' }),
    field('from', 'phone', { words: 'transferFrom' }),
    field('audioUrl', 'link', limits.link),
    field('mediaName', 'media', limits.mediaName),
    more('digitsOnAnswer', 'text', limits.digitsOnAnswer),
    ...ringing,
    ...unbridging,
  ],
  'call.bridge': [
    field('callControlId', 'call', { words: 'otherCall' }),
    field('queue', 'queue', { ...limits.queue, words: 'nextOfQueue' }),
    more('playRingtone', 'switch'),
    more('preventDoubleBridge', 'switch'),
    ...unbridging,
  ],
  'call.refer': [required('sipAddress', 'address', limits.address)],
  'call.sendSipInfo': [
    required('contentType', 'text', { ...limits.contentType, preset: 'application/dtmf-relay' }),
    required('body', 'longText', limits.sipInfo),
  ],
  'call.enqueue': [
    required('queue', 'queue', { ...limits.queue, words: 'waitingQueue' }),
    field('maxWaitSecs', 'number', limits.queueWaitSecs),
    field('keepAfterHangup', 'switch', { preset: false }),
    more('maxSize', 'number', { ...limits.queueSize, words: 'newQueueSize' }),
  ],
  'call.leaveQueue': [],
  'call.playStart': [
    field('audioUrl', 'link', limits.link),
    field('mediaName', 'media', limits.mediaName),
    field('loop', 'number', { ...limits.loop, preset: 1, orElse: 'infinity' }),
    more('overlay', 'switch'),
    more('targetLegs', 'choice', { options: targetLegs }),
  ],
  'call.playStop': [],
  'call.switchSupervisorRole': [
    required('role', 'choice', { options: callSupervisorRoles, words: 'callRole' }),
  ],
};

/** The form that calls somebody. */
export const dialForm: readonly FormField[] = [
  required('to', 'address', { ...limits.address, words: 'dialTo' }),
  required('from', 'phone'),
  ...ringing,
  more('clientState', 'text', { ...limits.clientState }),
];
