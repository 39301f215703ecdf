import { rehearsalActionSchema } from '@/lib/contract/http';
import { handle, readBody } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';
import type { Services } from '@/server/services';

// Whoever may run a conference may rehearse one.
const steering = 'conference.moderate';

/** What the simulator is doing. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, steering, async (services) => rehearsalOf(services).state());
}

/** Steers the simulator: scenarios, faults, calls and the clock. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, steering, async (services, asker) => {
    const rehearsal = rehearsalOf(services);
    const steered = await readBody(request, rehearsalActionSchema);
    const { action, ...detail } = steered;
    asker.does({
      action: 'rehearsal.steer',
      target: { kind: 'rehearsal', id: action, name: null },
      detail,
    });
    return rehearsal.act(steered);
  });
}

function rehearsalOf({ rehearsal }: Services): NonNullable<Services['rehearsal']> {
  if (rehearsal === null) {
    throw new HttpProblem('simulator-off', 'Start Rostrum without TELNYX_API_KEY to rehearse');
  }
  return rehearsal;
}
