import { DoorOpen, UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pill } from '@/components/ui/pill';
import { useMay } from '@/lib/browser/use-may';
import { conferenceCommands } from '@/lib/domain/conference/command';
import { farEnd } from '@/lib/domain/party';
import { type Queue, type QueueCall, waitingIn, waitingSince } from '@/lib/domain/queue/queue';
import { nameOfFarEnd, numberOf, shortId } from '@/lib/format/person';
import { asTheyAre } from './as-they-are';
import { useDesk } from './desk-store';
import { useHands } from './hands';
import { RunningClock } from '@/components/shell/running-clock';

/** Who waits in the lobby, the longest first, and the way to let them in. */
export function WaitingPanel({
  lobby,
  queue,
}: {
  readonly lobby: string;
  readonly queue: Queue | null;
}) {
  const t = useTranslations('deskForms.waiting');
  const callers = useMemo(() => (queue === null ? [] : waitingIn(queue)), [queue]);
  if (callers.length === 0) {
    return (
      <EmptyState icon={<UsersRound size={18} />} title={t('empty')}>
        {t('emptyText', { lobby })}
      </EmptyState>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <p className="px-4 pt-3 pb-1 text-sm text-ink-3">{t('about', { lobby })}</p>
      <ol aria-label={t('label')}>
        {callers.map((call, index) => (
          <Caller key={call.callControlId} call={call} position={index + 1} />
        ))}
      </ol>
    </div>
  );
}

/** How many wait in the lobby; nothing while nobody does. */
export function WaitingCount({ queue }: { readonly queue: Queue | null }) {
  const t = useTranslations('desk.panel');
  const count = queue === null ? 0 : waitingIn(queue).length;
  if (count === 0) return null;
  return (
    <Pill tone="warn" size="sm">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t('waitingCount', { count })}</span>
    </Pill>
  );
}

function Caller({ call, position }: { readonly call: QueueCall; readonly position: number }) {
  const t = useTranslations('deskForms.waiting');
  const { run } = useHands();
  const mayAdmit = useMay(conferenceCommands['participants.join'].permission);
  const isEnded = useDesk((desk) => desk.isEnded);
  const { callControlId, party } = call;
  const since = waitingSince(call);
  const number = numberOf(call);
  const name = nameOfFarEnd(party.callerName, farEnd(party)) ?? shortId(callControlId);
  return (
    <li className="flex min-h-[46px] items-center gap-3 border-b border-line-soft px-4 py-1.5">
      <span className="w-5 shrink-0 text-right font-mono text-sm text-ink-3">{position}</span>
      <div className="min-w-0 flex-1">
        <span className="block truncate font-[560]">{name}</span>
        {number !== null && number !== name && (
          <span className="block truncate font-mono text-[11px] text-ink-3">{number}</span>
        )}
      </div>
      {since !== null && (
        <span className="font-mono text-sm text-ink-2" title={t('waited')}>
          <RunningClock since={since} />
        </span>
      )}
      {mayAdmit && !isEnded && (
        <Button
          size="sm"
          icon={<DoorOpen aria-hidden size={13} />}
          aria-label={t('admitOne', { name })}
          onClick={() => {
            const fields = { legs: [callControlId], ...asTheyAre };
            void run({ type: 'participants.join', fields });
          }}
        >
          {t('admit')}
        </Button>
      )}
    </li>
  );
}
