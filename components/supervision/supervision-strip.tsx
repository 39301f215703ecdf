'use client';
import { Ear, Headphones, MessageCircle, Mic, Square, X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/actions/action';
import { useActionBoard } from '@/components/actions/use-action-board';
import { useShownChord } from '@/components/actions/use-chords';
import type { ShortcutId } from '@/components/actions/shortcut-table';
import { RunningClock } from '@/components/shell/running-clock';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useSessionCommands } from '@/lib/browser/supervise';
import { useStream } from '@/lib/browser/use-stream';
import { type CommandId, supervisionStream } from '@/lib/domain/ids';
import { type SupervisingRole, supervisingRoles } from '@/lib/domain/supervision/command';
import {
  isOver,
  liveSince,
  roleInForce,
  type Supervision,
  supervisionAggregate,
} from '@/lib/domain/supervision/supervision';
import { useSessionWords } from './use-session-words';
import { WhisperDialog } from './whisper-dialog';

const pictures = { monitor: Ear, whisper: MessageCircle, barge: Mic } as const;
const shortcuts: Readonly<Record<SupervisingRole, ShortcutId>> = {
  monitor: 'superviseListen',
  whisper: 'superviseWhisper',
  barge: 'superviseBarge',
};

/** Whom one supervises, how and since when, with the ways to change it; then how it ended. */
export function SupervisionStrip({
  id,
  onDismiss,
}: {
  readonly id: CommandId;
  readonly onDismiss: () => void;
}) {
  const t = useTranslations('supervision');
  const wordsOf = useSessionWords();
  const session = useStream(supervisionAggregate, supervisionStream(id));
  if (session === null) return null;
  const since = liveSince(session);
  const isDone = isOver(session);
  return (
    <section
      aria-label={t('strip')}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-violet-soft px-3 py-1.5 text-sm text-violet md:px-5"
    >
      <Headphones aria-hidden size={16} className="shrink-0" />
      <p role="status" className="min-w-0 flex-1 basis-48 font-[560]">
        {wordsOf(session)}
      </p>
      {since !== null && !isDone && (
        <span className="font-mono">
          <RunningClock since={since} isByOurClock />
        </span>
      )}
      {isDone ? (
        <IconButton label={t('dismiss')} icon={<X size={15} />} onClick={onDismiss} />
      ) : (
        <Controls session={session} />
      )}
    </section>
  );
}

function Controls({ session }: { readonly session: Supervision }) {
  const t = useTranslations('supervision');
  const { switchRole, stop, isPending } = useSessionCommands(session.id);
  const [isChoosing, setChoosing] = useState(false);
  const conferenceId = session.asked?.conferenceId ?? null;
  const current = session.wanted?.role ?? roleInForce(session)?.role ?? null;
  const become = (role: SupervisingRole) => {
    switchRole({ role, whisperTo: role === 'whisper' ? hearersOf(session) : [] });
  };
  useSessionActions(session, { become, stop });
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {conferenceId !== null && (
        <Link
          href={`/conferences/${encodeURIComponent(conferenceId)}`}
          className="mr-1 text-violet underline"
        >
          {session.asked?.conferenceName ?? t('open')}
        </Link>
      )}
      {supervisingRoles.map((role) => (
        <RoleButton
          key={role}
          role={role}
          isCurrent={current === role}
          isDisabled={isPending || session.isStopping}
          onChoose={become}
        />
      ))}
      {conferenceId !== null && (
        <Button
          size="sm"
          aria-haspopup="dialog"
          disabled={isPending || session.isStopping}
          onClick={() => {
            setChoosing(true);
          }}
        >
          {t('whisperTo')}
        </Button>
      )}
      <Button
        size="sm"
        look="danger"
        icon={<Square size={13} />}
        disabled={session.isStopping}
        shortcut={useShownChord('superviseStop')}
        onClick={stop}
      >
        {t('stop')}
      </Button>
      {isChoosing && conferenceId !== null && (
        <WhisperDialog
          conferenceId={conferenceId}
          chosen={hearersOf(session)}
          onChoose={(whisperTo) => {
            switchRole({ role: 'whisper', whisperTo });
          }}
          onClose={() => {
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

function RoleButton({
  role,
  isCurrent,
  isDisabled,
  onChoose,
}: {
  readonly role: SupervisingRole;
  readonly isCurrent: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: (role: SupervisingRole) => void;
}) {
  const t = useTranslations('supervision.roles');
  const Icon = pictures[role];
  return (
    <Button
      size="sm"
      aria-pressed={isCurrent}
      className={isCurrent ? 'border-violet text-violet' : ''}
      icon={<Icon size={13} />}
      disabled={isDisabled}
      shortcut={useShownChord(shortcuts[role])}
      onClick={() => {
        onChoose(role);
      }}
    >
      {t(role)}
    </Button>
  );
}

/** Who hears a whisper: those who did last, else whom one supervises. */
function hearersOf({ roles, wanted, asked }: Supervision) {
  const last = [...roles, ...(wanted === null ? [] : [wanted])].findLast(
    ({ whisperTo }) => whisperTo.length > 0,
  );
  if (last !== undefined) return last.whisperTo;
  return asked === null ? [] : [asked.whom];
}

function useSessionActions(
  session: Supervision,
  { become, stop }: { readonly become: (role: SupervisingRole) => void; readonly stop: () => void },
): void {
  const t = useTranslations('supervision');
  const offered: readonly Action[] = [
    ...supervisingRoles.map((role): Action => ({
      key: `supervision ${role}`,
      group: 'supervision',
      label: t(`roles.${role}`),
      icon: pictures[role],
      shortcut: shortcuts[role],
      isDangerous: false,
      run: () => {
        become(role);
      },
    })),
    {
      key: 'supervision stop',
      group: 'supervision',
      label: t('stop'),
      icon: Square,
      shortcut: 'superviseStop',
      isDangerous: true,
      run: stop,
    },
  ];
  const offer = useEffectEvent(() => (session.isStopping ? [] : offered));
  const board = useActionBoard();
  useEffect(() => board.offer(() => offer()), [board]);
}
