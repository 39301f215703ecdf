import type Telnyx from 'telnyx';
import type { ApplicationCarrier } from '@/server/application/ports';
import { CarrierReadError } from '@/server/log/carrier-answer';
import { applicationReading, changeWords, creationWords } from './application-wire';
import { askCarrier, askCarrierFor, type Pause, readCarrier } from './carrier-call';

/** The carrier's call control applications behind the port that the settings use. */
export function createApplicationCarrier(client: Telnyx, pause: Pause): ApplicationCarrier {
  const { callControlApplications: applications } = client;
  return {
    list: async ({ name, page, size }) => {
      const query = {
        ...{ 'page[number]': page, 'page[size]': size },
        ...(name === undefined ? {} : { filter: { application_name: { contains: name } } }),
      };
      const answer = await readCarrier(() => applications.list(query));
      if (answer === null) throw new CarrierReadError('failed', 'The carrier has no such list');
      const rows = answer.data.flatMap(applicationReading);
      return { rows, hasMore: answer.hasNextPage() };
    },
    find: async (id) => {
      const answer = await readCarrier(() => applications.retrieve(id));
      return applicationReading(answer?.data)[0] ?? null;
    },
    create: async (settings) => {
      const call = () => applications.create(creationWords(settings));
      const { answer, result } = await askCarrierFor(call, pause);
      return { answer, made: applicationReading(result?.data)[0] ?? null };
    },
    change: (row, change) =>
      askCarrier(() => applications.update(row.id, changeWords(row, change)), pause),
    remove: (id) => askCarrier(() => applications.delete(id), pause),
  };
}
