import { readLimited } from '@/server/http/read-limited';
import { doorBody } from '@/server/http/webhook-door';
import { passedByHeader } from '@/lib/contract/relay';
import { maxDeliveryBytes } from '@/lib/contract/limits';
import { getServices } from '@/server/services';

/** The webhook door behind Next (`WEBHOOK_DOOR=next`): the same function, another thin door. */
export async function POST(request: Request): Promise<Response> {
  const answer = await getServices().receiveDelivery({
    body: await readLimited(request, maxDeliveryBytes),
    signature: request.headers.get('telnyx-signature-ed25519'),
    timestamp: request.headers.get('telnyx-timestamp'),
    headers: {
      contentType: request.headers.get('content-type'),
      userAgent: request.headers.get('user-agent'),
      passedBy: request.headers.get(passedByHeader),
    },
  });
  return new Response(doorBody(answer), {
    status: answer.status,
    headers: { 'content-type': 'application/json' },
  });
}
