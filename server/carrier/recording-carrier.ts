import type Telnyx from 'telnyx';
import type { RecordingCarrier } from '@/server/recording/ports';
import { CarrierReadError } from '@/server/log/carrier-answer';
import { type CarrierPage, pageSize } from './all-pages';
import { readCarrier } from './carrier-call';
import { recordingReading } from './recording-wire';
import type { Throttle } from './throttle';

/** The carrier's recordings behind the port that the archive uses (R1 to R3 of DOMAIN §1.1). */
export function createRecordingCarrier(
  client: Telnyx,
  throttle: Throttle,
  /** Only those of this application; all where none is configured. */
  connectionId: string | null,
): RecordingCarrier {
  const read = async <T>(call: () => Promise<T>): Promise<T | null> => {
    await throttle.take();
    return readCarrier(call);
  };
  return {
    read: async (id) => {
      const answer = await read(() => client.recordings.retrieve(id));
      return recordingReading(answer?.data)[0] ?? null;
    },
    list: async function* (since) {
      const filter = {
        ...(connectionId === null ? {} : { connection_id: connectionId }),
        ...(since === null ? {} : { created_at: { gte: new Date(since / 1000).toISOString() } }),
      };
      for (let page = 1; ; page += 1) {
        const answer = await read(() =>
          client.recordings.list({ filter, 'page[number]': page, 'page[size]': pageSize }),
        );
        if (answer === null) throw new CarrierReadError('failed', 'There is no list of recordings');
        const { data, meta } = answer as CarrierPage;
        yield (data ?? []).flatMap(recordingReading);
        if ((data ?? []).length === 0 || page >= (meta?.total_pages ?? Infinity)) return;
      }
    },
    remove: async (id) => (await read(() => client.recordings.delete(id))) !== null,
  };
}
