import type { CarrierSettings } from '@/lib/contract/application';
import { handle } from '@/server/http/handle';

/** Which application Rostrum is told to be, where its webhooks have to go, and the last that proved the key. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', ({ applications }): Promise<CarrierSettings> =>
    applications.here(),
  );
}
