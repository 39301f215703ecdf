import type Telnyx from 'telnyx';
import type { CallControlId } from '@/lib/domain/ids';
import type { QueueCarrier, QueueRequest } from '@/server/queue/ports';
import { allPages, pageSize } from './all-pages';
import { askCarrier, type Pause, readCarrier } from './carrier-call';
import { queueCallReading, queueReading } from './queue-wire';
import type { Throttle } from './throttle';

/** What the queue half of the carrier's adapter is built of. */
export interface QueueCarrierParts {
  readonly client: Telnyx;
  readonly throttle: Throttle;
  readonly pause: Pause;
}

/** The carrier behind the port that queues use. */
export function createQueueCarrier({ client, throttle, pause }: QueueCarrierParts): QueueCarrier {
  const read = async <T>(call: () => Promise<T>): Promise<T | null> => {
    await throttle.take();
    return readCarrier(call);
  };
  return {
    run: (name, request) => askCarrier(() => carry(client, name, request), pause),
    readQueue: async (name) => {
      const answer = await read(() => client.queues.retrieve(name));
      return answer === null ? null : queueReading(answer.data);
    },
    readCalls: async (name) => {
      const page = (number: number) =>
        read(() =>
          client.queues.calls.list(name, {
            'page[number]': number,
            'page[size]': pageSize,
          }),
        );
      const first = await page(1);
      if (first === null) return null;
      const calls = await allPages((number) =>
        number === 1 ? Promise.resolve(first) : page(number),
      );
      return calls.map(queueCallReading);
    },
    readCall: async (name, leg) => {
      const answer = await read(() => client.queues.calls.retrieve(leg, { queue_name: name }));
      return answer === null ? null : queueCallReading(answer.data);
    },
    list: async () => {
      const queues = await allPages((number) =>
        read(() => client.queues.list({ 'page[number]': number, 'page[size]': pageSize })),
      );
      return queues.map(queueReading);
    },
  };
}

/** The carrier's call for each request: queues are addressed by name (DOMAIN §6.8). */
function carry(client: Telnyx, name: string, request: QueueRequest): Promise<unknown> {
  const leg = (id: CallControlId, more: { keep_after_hangup?: boolean } = {}) =>
    [id, { queue_name: name, ...more }] as const;
  switch (request.type) {
    case 'create':
      return client.queues.create({ queue_name: name, max_size: request.maxSize });
    case 'update':
      return client.queues.update(name, { max_size: request.maxSize });
    case 'delete':
      return client.queues.delete(name);
    case 'keep':
      return client.queues.calls.update(
        ...leg(request.leg, { keep_after_hangup: request.keepAfterHangup }),
      );
    case 'remove':
      return client.queues.calls.remove(...leg(request.leg));
  }
}
