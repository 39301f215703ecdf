import type { SupervisionRow } from '@/lib/contract/rows';
import type { StreamName } from '@/lib/domain/ids';
import { roleInForce, type Supervision } from '@/lib/domain/supervision/supervision';
import type { Log } from '@/server/log/log';

/** The row of a session that goes on; none of one that has not begun. */
export function supervisionRows(log: Pick<Log, 'peek'>, name: StreamName): SupervisionRow[] {
  const session = log.peek(name)?.state as Supervision | undefined;
  if (session === undefined) return [];
  const { id: sessionId, actor, asked } = session;
  if (actor === null || asked === null) return [];
  const { conferenceId, whom, whomName } = asked;
  const role = roleInForce(session)?.role ?? null;
  return [{ kind: 'supervision', id: name, sessionId, actor, conferenceId, whom, whomName, role }];
}
