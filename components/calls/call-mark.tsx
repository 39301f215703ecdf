import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PhaseIcon, phaseTone } from '@/components/desk/command-mark';
import { classNames } from '@/components/ui/class-names';
import { useNow } from '@/lib/browser/use-now';
import type { CallRow } from '@/lib/contract/rows';
import { callCommands, type CallCommandType } from '@/lib/domain/call/command';

/** How long a row tells that something was not done, in microseconds. */
const failureShown = 60_000_000;

/** How the newest command to a call fares; what has just been confirmed fades away. */
export function CallMark({ command }: { readonly command: CallRow['command'] }) {
  const t = useTranslations('calls.mark');
  const now = useNow();
  const [drawn, setDrawn] = useState({ command, isFresh: false });
  const isOther =
    drawn.command?.commandId !== command?.commandId || drawn.command?.phase !== command?.phase;
  if (isOther) {
    const isFresh =
      command?.phase === 'confirmed' && drawn.command?.commandId === command.commandId;
    setDrawn({ command, isFresh });
  }
  if (command === null) return null;
  const { phase, type, actor, answeredAt } = command;
  if (phase === 'confirmed' && !drawn.isFresh) return null;
  const isFailure = phase === 'refused' || phase === 'contradicted';
  if (isFailure && answeredAt !== null && now - answeredAt >= failureShown) return null;
  // What the carrier never reports is as done as it will ever be known to be.
  if (phase === 'accepted' && callCommands[type].evidence === 'none') return null;
  return (
    <span
      data-phase={phase}
      title={actor === null ? undefined : t('by', { who: actor.name })}
      className={classNames(
        'flex min-w-0 items-center gap-1 text-2xs leading-[13px]',
        phaseTone(phase),
        phase === 'confirmed' && 'animate-settle',
      )}
    >
      <PhaseIcon phase={phase} size={11} />
      <span className="truncate">{t(phase, { what: t(`what.${nameOf(type)}`) })}</span>
    </span>
  );
}

type Named<T extends CallCommandType> = T extends `call.${infer Name}` ? Name : never;

/** The name of a command's words in the catalogue. */
export function nameOf(type: CallCommandType): Named<CallCommandType> {
  return type.slice('call.'.length) as Named<CallCommandType>;
}
