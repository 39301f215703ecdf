import { callCommands, type CallCommandType } from '@/lib/domain/call/command';
import { type ConferenceCommandType, conferenceCommands } from '@/lib/domain/conference/command';
import { creationNeeds } from '@/lib/domain/creation/command';
import { dialNeeds } from '@/lib/domain/dial/command';
import type { Permission } from '@/lib/domain/permission';
import { type QueueCommandType, queueCommands } from '@/lib/domain/queue/command';
import { english } from '@/lib/i18n/messages';

/** Where something is done: in which part of the screen, and the key of what is written there. */
export type Place = readonly [
  part:
    | 'conferences'
    | 'header'
    | 'tools'
    | 'row'
    | 'selection'
    | 'roster'
    | 'waiting'
    | 'queues'
    | 'calls'
    | 'carrier'
    | 'supervising',
  key: string,
];

/** One of the carrier's operations on conferences, queues, calls or applications (DOMAIN §1.2). */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** What it is about; left out, conferences. */
  readonly under?:
    '/conferences' | '/queues' | '/calls' | '/connections' | '/call_control_applications';
  /** Under `/conferences`, or what `under` says. */
  readonly path: string;
  /** What asks for it: a command, or null where Rostrum reads by itself or a setting is changed. */
  readonly command:
    | ConferenceCommandType
    | 'conference.create'
    | QueueCommandType
    | CallCommandType
    | 'call.dial'
    | null;
  /** Of what is no command. */
  readonly permission?: Permission;
  readonly places: readonly Place[];
  /** What runs it against the simulator and sees its effect there. */
  readonly test: { readonly file: string; readonly title: string };
}

const operationsTest = 'server/conference/conference-operations.test.ts';
const commandTest = 'server/conference/run-conference-command.test.ts';
const reconcileTest = 'server/conference/reconcile.test.ts';
const fact = {
  file: commandTest,
  title: '%s reaches the legs it names and is confirmed by a read',
};
const paused = {
  file: operationsTest,
  title: 'leaves out of a recording what was paused, and goes on after',
};
const sounds = { file: operationsTest, title: 'plays to the room, to some, and stops' };

/** Every operation of the carrier's on conferences, in the order of DOMAIN §1.2. */
export const operations: readonly Operation[] = [
  {
    ...{ method: 'GET', path: '', command: null },
    places: [['conferences', 'conferences.live.title']],
    test: {
      file: reconcileTest,
      title: 'finds conferences that only the carrier knows, with everybody in them',
    },
  },
  {
    ...{ method: 'POST', path: '', command: 'conference.create' },
    places: [['conferences', 'conferences.new']],
    test: {
      file: operationsTest,
      title: 'is made around a live call, and remembers what it was made with',
    },
  },
  {
    ...{ method: 'GET', path: '/{id}', command: null },
    places: [['header', 'desk.header.ended']],
    test: {
      file: reconcileTest,
      title: 'a conference that ended before it could be read is read once more, and has its name',
    },
  },
  {
    ...{ method: 'GET', path: '/{id}/participants', command: null },
    places: [['roster', 'desk.roster.label']],
    test: { file: reconcileTest, title: 'another client’s silent mute shows up' },
  },
  {
    ...{ method: 'GET', path: '/{id}/participants/{participant_id}', command: null },
    permission: 'conference.moderate',
    places: [['row', 'desk.action.askCarrier']],
    test: { file: operationsTest, title: 'tells what the carrier says of one participant' },
  },
  {
    ...{
      method: 'PATCH',
      path: '/{id}/participants/{participant_id}',
      command: 'participants.update',
    },
    places: [
      ['row', 'desk.action.update'],
      ['selection', 'desk.action.update'],
    ],
    test: { file: operationsTest, title: 'changes what follows when somebody leaves' },
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/join', command: 'participants.join' },
    places: [
      ['header', 'desk.action.join'],
      ['supervising', 'supervision.start'],
      ['waiting', 'deskForms.waiting.admit'],
    ],
    test: { file: operationsTest, title: 'brings a live call in as it is asked to' },
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/leave', command: 'participants.remove' },
    places: [
      ['row', 'desk.action.remove'],
      ['selection', 'desk.action.remove'],
    ],
    test: {
      file: commandTest,
      title: 'takes legs out of the conference and leaves their calls alone',
    },
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/update', command: 'participants.setRole' },
    places: [
      ['row', 'desk.action.setRole'],
      ['supervising', 'supervision.roles.whisper'],
    ],
    test: {
      file: operationsTest,
      title: 'lets somebody whisper, which a read bears out, and takes the role back',
    },
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/mute', command: 'participants.mute' },
    places: [
      ['row', 'desk.action.mute'],
      ['tools', 'desk.action.muteAll'],
      ['tools', 'desk.action.muteAllButHosts'],
    ],
    test: fact,
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/unmute', command: 'participants.unmute' },
    places: [
      ['row', 'desk.action.unmute'],
      ['tools', 'desk.action.unmuteAll'],
    ],
    test: fact,
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/hold', command: 'participants.hold' },
    places: [
      ['row', 'desk.action.hold'],
      ['row', 'desk.action.holdWith'],
      ['tools', 'desk.action.holdAll'],
    ],
    test: fact,
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/unhold', command: 'participants.unhold' },
    places: [
      ['row', 'desk.action.unhold'],
      ['tools', 'desk.action.unholdAll'],
    ],
    test: fact,
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/play', command: 'audio.play' },
    places: [
      ['tools', 'desk.action.playAll'],
      ['row', 'desk.action.playTo'],
    ],
    test: sounds,
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/speak', command: 'audio.speak' },
    places: [
      ['tools', 'desk.action.speakAll'],
      ['row', 'desk.action.speakTo'],
    ],
    test: { file: operationsTest, title: 'speaks a text with a voice and its settings' },
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/stop', command: 'audio.stop' },
    places: [
      ['tools', 'desk.action.stopAll'],
      ['row', 'desk.action.stopTo'],
    ],
    test: sounds,
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/record_start', command: 'recording.start' },
    places: [['tools', 'desk.action.record']],
    test: paused,
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/record_stop', command: 'recording.stop' },
    places: [['tools', 'desk.action.stopRecording']],
    test: { file: commandTest, title: 'stops a recording, which counts when it is saved' },
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/record_pause', command: 'recording.pause' },
    places: [['tools', 'desk.action.pauseRecording']],
    test: paused,
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/record_resume', command: 'recording.resume' },
    places: [['tools', 'desk.action.resumeRecording']],
    test: paused,
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/end', command: 'conference.end' },
    places: [['header', 'desk.action.end']],
    test: { file: commandTest, title: 'ends it for everybody' },
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/send_dtmf', command: 'digits.send' },
    places: [
      ['tools', 'desk.action.sendDigitsAll'],
      ['row', 'desk.action.sendDigits'],
    ],
    test: { file: operationsTest, title: 'sends digits, which the carrier never reports' },
  },
  {
    ...{ method: 'POST', path: '/{id}/actions/gather_using_audio', command: 'digits.gather' },
    places: [['row', 'desk.action.gather']],
    test: {
      file: operationsTest,
      title: 'asks somebody for keys, and tells them in the timeline',
    },
  },
];

const queueTest = 'server/queue/queue-operations.test.ts';
const queueReconcileTest = 'server/queue/reconcile.test.ts';
const watchQueue = { under: '/queues', command: null, permission: 'queue.watch' } as const;
const askQueue = { under: '/queues', command: null, permission: 'queue.admit' } as const;

/** Every operation of the carrier's on queues and on those who wait in them, in the order of DOMAIN §1.2. */
export const queueOperations: readonly Operation[] = [
  {
    ...{ ...watchQueue, method: 'GET', path: '' },
    places: [['queues', 'rights.permissions.queue.watch']],
    test: {
      file: queueReconcileTest,
      title: 'finds queues that only the carrier knows, those in which nobody waits too',
    },
  },
  {
    ...{ under: '/queues', method: 'POST', path: '', command: 'queue.create' },
    places: [['queues', 'activity.actions.queue.create']],
    test: {
      file: queueTest,
      title: 'is made with a size, is read back, and shows up for everybody',
    },
  },
  {
    ...{ ...watchQueue, method: 'GET', path: '/{queue_name}' },
    places: [['queues', 'rights.permissions.queue.watch']],
    test: {
      file: queueReconcileTest,
      title: 'is made good: a queue that somebody else deleted is gone',
    },
  },
  {
    ...{ under: '/queues', method: 'POST', path: '/{queue_name}', command: 'queue.update' },
    places: [['queues', 'activity.actions.queue.update']],
    test: { file: queueTest, title: 'takes another size' },
  },
  {
    ...{ under: '/queues', method: 'DELETE', path: '/{queue_name}', command: 'queue.delete' },
    places: [['queues', 'activity.actions.queue.delete']],
    test: {
      file: queueTest,
      title: 'is deleted only when it is empty, and is gone when a read finds none',
    },
  },
  {
    ...{ ...watchQueue, method: 'GET', path: '/{queue_name}/calls' },
    places: [['queues', 'rights.permissions.queue.watch']],
    test: { file: queueReconcileTest, title: 'reads a queue of 600 callers to the last page' },
  },
  {
    ...{ ...askQueue, method: 'GET', path: '/{queue_name}/calls/{call_control_id}' },
    places: [['queues', 'rights.permissions.queue.admit']],
    test: { file: queueTest, title: 'are asked after one by one' },
  },
  {
    ...{ under: '/queues', method: 'PATCH', path: '/{queue_name}/calls/{call_control_id}' },
    command: 'queueCalls.setKeepAfterHangup',
    places: [['queues', 'activity.actions.queueCalls.setKeepAfterHangup']],
    test: {
      file: queueTest,
      title: 'keep their place after a hang-up where we say so, and lose it when we take it away',
    },
  },
  {
    ...{ under: '/queues', method: 'DELETE', path: '/{queue_name}/calls/{call_control_id}' },
    command: 'queueCalls.remove',
    places: [['queues', 'activity.actions.queueCalls.remove']],
    test: {
      file: queueTest,
      title: 'keep their place after a hang-up where we say so, and lose it when we take it away',
    },
  },
];

const onCall = { under: '/calls', method: 'POST' } as const;
const callTest = 'server/call/call-operations.test.ts';
const callCommandTest = 'server/call/run-call-command.test.ts';
const callReconcileTest = 'server/call/reconcile-calls.test.ts';
const queued = {
  file: callTest,
  title: 'waits in a queue, is connected with the next of it, and is taken out of it',
};
const music = { file: callTest, title: 'hears music until it is stopped' };

/** Every operation of the carrier's on single calls that Rostrum has, in the order of DOMAIN §1.2. */
export const callOperations: readonly Operation[] = [
  {
    ...{ ...onCall, path: '/{id}/actions/enqueue', command: 'call.enqueue' },
    places: [['calls', 'calls.action.enqueue']],
    test: queued,
  },
  {
    ...{ ...onCall, path: '/{id}/actions/leave_queue', command: 'call.leaveQueue' },
    places: [['calls', 'calls.action.leaveQueue']],
    test: queued,
  },
  {
    ...{ ...onCall, path: '', command: 'call.dial' },
    places: [['calls', 'calls.dial.open']],
    test: {
      file: callTest,
      title: 'writes the intent first, and the call begins with who asked for it',
    },
  },
  {
    ...{ under: '/calls', method: 'GET', path: '/{id}', command: null },
    permission: 'call.control',
    places: [['calls', 'calls.action.askCarrier']],
    test: { file: callReconcileTest, title: 'ends when two reads do not show it' },
  },
  {
    ...{ ...onCall, path: '/{id}/actions/answer', command: 'call.answer' },
    places: [['calls', 'calls.action.answer']],
    test: { file: callCommandTest, title: 'answers it, and its webhook confirms that' },
  },
  {
    ...{ ...onCall, path: '/{id}/actions/reject', command: 'call.reject' },
    places: [['calls', 'calls.action.reject']],
    test: { file: callCommandTest, title: 'rejects it, as %s' },
  },
  {
    ...{ ...onCall, path: '/{id}/actions/hangup', command: 'call.hangUp' },
    places: [['calls', 'calls.action.hangUp']],
    test: { file: callCommandTest, title: 'hangs it up' },
  },
  {
    ...{ ...onCall, path: '/{id}/actions/transfer', command: 'call.transfer' },
    places: [['calls', 'calls.action.transfer']],
    test: { file: callTest, title: 'is transferred, which the connection confirms' },
  },
  {
    ...{ ...onCall, path: '/{id}/actions/bridge', command: 'call.bridge' },
    places: [['calls', 'calls.action.bridge']],
    test: { file: callTest, title: 'is connected with another, and each knows the other' },
  },
  {
    ...{ ...onCall, path: '/{id}/actions/refer', command: 'call.refer' },
    places: [['calls', 'calls.action.refer']],
    test: {
      file: callTest,
      title: 'is referred to an address, which the carrier tells step by step',
    },
  },
  {
    ...{ ...onCall, path: '/{id}/actions/send_sip_info', command: 'call.sendSipInfo' },
    places: [['calls', 'calls.action.sendSipInfo']],
    test: { file: callTest, title: 'is sent a SIP INFO, of which the carrier tells nothing' },
  },
  {
    ...{ ...onCall, path: '/{id}/actions/switch_supervisor_role' },
    command: 'call.switchSupervisorRole',
    places: [['calls', 'calls.action.switchRole']],
    test: { file: callTest, title: 'that supervises another takes another role' },
  },
  {
    ...{ ...onCall, path: '/{id}/actions/playback_start', command: 'call.playStart' },
    places: [['calls', 'calls.action.play']],
    test: music,
  },
  {
    ...{ ...onCall, path: '/{id}/actions/playback_stop', command: 'call.playStop' },
    places: [['calls', 'calls.action.stopPlaying']],
    test: music,
  },
  {
    ...{ under: '/connections', method: 'GET', path: '/{connection_id}/active_calls' },
    command: null,
    places: [['calls', 'calls.title']],
    test: {
      file: callReconcileTest,
      title: 'finds the calls that only the carrier knows, and whether they are up',
    },
  },
];

const applicationTest = 'app/api/applications/applications.test.ts';
const manageApplications = {
  under: '/call_control_applications',
  command: null,
  permission: 'settings.manage',
} as const;

/** Every operation of the carrier's on call control applications, in the order of DOMAIN §1.2. */
export const applicationOperations: readonly Operation[] = [
  {
    ...{ ...manageApplications, method: 'GET', path: '' },
    places: [['carrier', 'settings.carrier.list.title']],
    test: {
      file: applicationTest,
      title: 'are listed page by page, the newest first, and found by a part of their name',
    },
  },
  {
    ...{ ...manageApplications, method: 'POST', path: '' },
    places: [['carrier', 'settings.carrier.list.add']],
    test: {
      file: applicationTest,
      title: 'are made with webhooks of version 2 unless told otherwise',
    },
  },
  {
    ...{ ...manageApplications, method: 'GET', path: '/{id}' },
    places: [['carrier', 'settings.carrier.title']],
    test: { file: applicationTest, title: 'are read one by one, as the carrier has them' },
  },
  {
    ...{ ...manageApplications, method: 'PATCH', path: '/{id}' },
    places: [['carrier', 'settings.carrier.edit']],
    test: {
      file: applicationTest,
      title: 'are changed in what is named, and stay as they are in the rest',
    },
  },
  {
    ...{ ...manageApplications, method: 'DELETE', path: '/{id}' },
    places: [['carrier', 'settings.carrier.delete.submit']],
    test: {
      file: applicationTest,
      title: 'are deleted for good, but never the one that Rostrum works with',
    },
  },
];

/** What a row of the table needs to be allowed. */
export function permissionOf({ command, permission = 'conference.watch' }: Operation): Permission {
  if (command === null) return permission;
  if (command === 'conference.create') return creationNeeds.create;
  if (command === 'call.dial') return dialNeeds.dial;
  return { ...conferenceCommands, ...queueCommands, ...callCommands }[command].permission;
}

/** The English words under a key; throws where there are none, or where they hold an argument. */
function wordsAt(key: string): string {
  const words = key
    .split('.')
    .reduce<unknown>(
      (part, name) => (part as Record<string, unknown> | undefined)?.[name],
      english,
    );
  if (typeof words !== 'string' || words.includes('{')) throw new Error(`No plain words at ${key}`);
  return words;
}

const parts: Record<Place[0], string> = {
  conferences: 'list of conferences',
  header: 'header',
  tools: 'tools',
  row: 'row menu',
  selection: 'selection',
  roster: 'roster',
  waiting: 'Waiting',
  supervising: 'supervising',
  queues: 'Queues',
  calls: 'Calls',
  carrier: 'Settings → Carrier',
};

/** The table as Markdown: a heading and a line for each operation. */
export function operationsTable(): string {
  const all = [...operations, ...queueOperations, ...callOperations, ...applicationOperations];
  const lines = all.map((operation) => {
    const { method, path, command, places, test, under = '/conferences' } = operation;
    return [
      `${method} \`${under}${path}\``,
      command === null ? (method === 'GET' ? '_read_' : '_setting_') : `\`${command}\``,
      `\`${permissionOf(operation)}\``,
      places.map(([part, key]) => `${parts[part]}: ${wordsAt(key)}`).join('; '),
      `${test.title.replace('%s', command ?? '')} ([test](${test.file}))`,
    ];
  });
  const heading = ['operation', 'command', 'permission', 'where', 'shown by'];
  const rule = heading.map(() => '---');
  return [heading, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
