import { firstAccount } from './accounts';
import { carrierKey } from './ask-carrier';
import { type Carrier, connectionId, startCarrier } from './carrier';
import { freePort, type Rostrum, type RostrumSettings, startRostrum } from './rostrum';

/** A Rostrum and the carrier whose conferences it shows. */
export interface House {
  readonly rostrum: Rostrum;
  readonly carrier: Carrier;
  close(): Promise<void>;
}

/** Starts both, Rostrum with this key for the carrier's API and with what else it is told. */
export async function openHouse(
  apiKey: string = carrierKey,
  settings: RostrumSettings = {},
): Promise<House> {
  const port = await freePort();
  const carrier = await startCarrier(`http://127.0.0.1:${port}`);
  try {
    const rostrum = await startRostrum({
      ...firstAccount,
      PORT: String(port),
      TELNYX_API_KEY: apiKey,
      TELNYX_API_URL: carrier.apiUrl,
      TELNYX_PUBLIC_KEY: carrier.publicKey,
      TELNYX_CONNECTION_ID: connectionId,
      CARRIER_READS_PER_SECOND: '50',
      RECORDING_HOSTS: new URL(carrier.apiUrl).origin,
      ...settings,
    });
    return {
      rostrum,
      carrier,
      async close() {
        await rostrum.close();
        await carrier.close();
      },
    };
  } catch (error) {
    await carrier.close();
    throw error;
  }
}
