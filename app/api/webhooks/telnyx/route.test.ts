import { registerDoorContract } from '@/server/ingest/testing/door-contract';
import { provideServices, type Services } from '@/server/services';
import { loadRoutes } from '@/server/testing/serve-routes';

registerDoorContract('the webhook door behind Next', async (receiveDelivery) => {
  provideServices({ receiveDelivery } as Services);
  const serve = await loadRoutes();
  return serve(() => undefined);
});
