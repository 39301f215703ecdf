import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callAction, type CallActionId } from '@/components/calls/call-actions';
import { peopleActions } from '@/components/desk/people-actions';
import { roomActions } from '@/components/desk/room-actions';
import { callCommands } from '@/lib/domain/call/command';
import { conferenceCommands } from '@/lib/domain/conference/command';
import { isForCarrier } from '@/lib/domain/conference/own-facts';
import { contractFile } from '@/server/simulator/testing/carrier-contract';
import {
  applicationOperations,
  callOperations,
  type Operation,
  operations,
  permissionOf,
  queueOperations,
} from './operations';
import { readmeFile, writtenReadme } from './readme';

const root = join(import.meta.dirname, '../..');
const named = ({ method, path, under }: Operation) => `${method} ${under ?? '/conferences'}${path}`;

/** The carrier's operations on conferences (DOMAIN §1.2). */
const actions = [
  ...['join', 'leave', 'update', 'mute', 'unmute', 'hold', 'unhold', 'play', 'speak', 'stop'],
  ...['record_start', 'record_stop', 'record_pause', 'record_resume', 'end', 'send_dtmf'],
  'gather_using_audio',
];
const documented = [
  ...['GET /conferences', 'POST /conferences', 'GET /conferences/{id}'],
  ...['GET', 'PATCH'].map((method) => `${method} /conferences/{id}/participants/{participant_id}`),
  'GET /conferences/{id}/participants',
  ...actions.map((action) => `POST /conferences/{id}/actions/${action}`),
];

/** The carrier's operations on queues and those who wait in them. */
const documentedOfQueues = [
  ...['GET /queues', 'POST /queues'],
  ...['GET', 'POST', 'DELETE'].map((method) => `${method} /queues/{queue_name}`),
  'GET /queues/{queue_name}/calls',
  ...['GET', 'PATCH', 'DELETE'].map(
    (method) => `${method} /queues/{queue_name}/calls/{call_control_id}`,
  ),
];

/** The carrier's operations on call control applications. */
const documentedOfApplications = [
  ...['GET', 'POST'].map((method) => `${method} /call_control_applications`),
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /call_control_applications/{id}`),
];

function describedByTheCarrier(under = '/conferences'): string[] | null {
  let text: string;
  try {
    text = readFileSync(contractFile, 'utf8');
  } catch {
    return null;
  }
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths)
    .filter(([path]) => path.startsWith(under))
    .flatMap(([path, item]) =>
      ['get', 'post', 'patch', 'delete', 'put']
        .filter((method) => method in item)
        .map((method) => `${method.toUpperCase()} ${path.replace('{conference_id}', '{id}')}`),
    );
}

describe('the table of operations', () => {
  it('has a row for every operation of the carrier’s on conferences, queues and applications', () => {
    expect(documented).toHaveLength(23);
    expect(operations.map(named).sort()).toEqual(documented.sort());
    expect(queueOperations.map(named).sort()).toEqual(documentedOfQueues.sort());
    expect(applicationOperations.map(named).sort()).toEqual(documentedOfApplications.sort());
  });

  it.skipIf(describedByTheCarrier() === null)(
    'leaves out nothing that the carrier describes',
    () => {
      expect(operations.map(named).sort()).toEqual(describedByTheCarrier()?.sort());
      const ofQueues = queueOperations.map(named).sort();
      expect(ofQueues).toEqual(describedByTheCarrier('/queues')?.sort());
      const ofApplications = applicationOperations.map(named).sort();
      expect(ofApplications).toEqual(describedByTheCarrier('/call_control_applications')?.sort());
    },
  );

  it('has a row for every command that the carrier carries out on a conference', () => {
    const types = Object.keys(conferenceCommands) as (keyof typeof conferenceCommands)[];
    const carried = types.filter((type) => isForCarrier({ type, fields: {} } as never));
    // A call is hung up by an operation on calls.
    const expected = carried.filter((type) => type !== 'participants.hangUp');
    const told = operations.flatMap(({ command }) => command ?? []);
    expect(told.filter((type) => type !== 'conference.create').sort()).toEqual(expected.sort());
  });

  it('has a row for every command to a call, and one for the call that is dialled', () => {
    const told = callOperations.flatMap(({ command }) => command ?? []);
    expect(told.sort()).toEqual([...Object.keys(callCommands), 'call.dial'].sort());
  });

  it.each(
    [...operations, ...queueOperations, ...callOperations, ...applicationOperations].map(
      (operation) => [named(operation), operation] as const,
    ),
  )('names a test of %s that there is, and actions that need its permission', (_, operation) => {
    const { file, title } = operation.test;
    expect(readFileSync(join(root, file), 'utf8')).toContain(`('${title}', `);
    for (const [part, key] of operation.places) {
      const onCall = key.replace('calls.action.', '');
      if (onCall !== key) {
        const { permission } = callAction(onCall as CallActionId);
        expect(permission, key).toBe(permissionOf(operation));
      }
      const id = key.replace('desk.action.', '');
      if (id === key) continue;
      const table = part === 'row' || part === 'selection' ? peopleActions : roomActions;
      const action = (table as Record<string, { permission: string | null }>)[id];
      expect(action?.permission, key).toBe(permissionOf(operation));
    }
  });

  it('stands in the README; else npm run operations writes it there', async () => {
    expect(readFileSync(readmeFile, 'utf8')).toBe(await writtenReadme());
  });
});
