import type Telnyx from 'telnyx';
import type { DialRequest } from '@/lib/domain/dial/command';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import { askCarrierFor, type Pause } from './carrier-call';
import { given, stateWords } from './conference-words';

/** Calls somebody: the one place that does, whatever the call is for (DOMAIN §1.5, L1). */
export async function dial(
  { client, pause }: { readonly client: Telnyx; readonly pause: Pause },
  asked: DialRequest,
  commandId: CommandId,
) {
  const call = () =>
    client.calls.dial({
      connection_id: asked.connectionId,
      from: asked.from,
      to: asked.to,
      timeout_secs: asked.timeoutSecs,
      time_limit_secs: asked.timeLimitSecs,
      command_id: commandId,
      ...given({
        from_display_name: asked.fromDisplayName,
        supervise_call_control_id: asked.superviseCallControlId,
        supervisor_role: asked.supervisorRole,
      }),
      ...stateWords(asked.clientState),
    });
  const { answer, result } = await askCarrierFor(call, pause);
  return { answer, leg: (result?.data?.call_control_id ?? null) as CallControlId | null };
}
