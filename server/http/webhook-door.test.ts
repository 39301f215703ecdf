import { registerDoorContract } from '@/server/ingest/testing/door-contract';
import { answerWebhooks } from './webhook-door';

registerDoorContract('the webhook door on the bare server', answerWebhooks);
