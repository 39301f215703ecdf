import {
  Ban,
  Check,
  CheckCheck,
  CircleHelp,
  CircleSlash,
  LoaderCircle,
  type LucideIcon,
  Replace,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/components/ui/class-names';
import { useNow } from '@/lib/browser/use-now';
import { useMe } from '@/lib/browser/use-may';
import { textTone, type Tone } from '@/components/ui/tone';
import type { CommandPhase } from '@/lib/domain/conference/conference';
import type { Actor } from '@/lib/domain/event';
import { type FactMark, markOf } from './mark';
import type { RosterRow } from './roster-row';
import { usePassing } from './use-passing';

const pictures: Record<CommandPhase, LucideIcon> = {
  sent: LoaderCircle,
  accepted: Check,
  confirmed: CheckCheck,
  contradicted: CircleSlash,
  superseded: Replace,
  refused: Ban,
  unknown: CircleHelp,
};

const tones: Record<CommandPhase, Tone> = {
  sent: 'brand',
  accepted: 'neutral',
  confirmed: 'live',
  contradicted: 'bad',
  superseded: 'neutral',
  refused: 'bad',
  unknown: 'warn',
};

/** The picture of a command's phase; its word stands beside it. */
export function PhaseIcon({
  phase,
  size = 12,
}: {
  readonly phase: CommandPhase;
  readonly size?: number;
}) {
  const Icon = pictures[phase];
  return (
    <Icon
      aria-hidden
      size={size}
      className={classNames('shrink-0', phase === 'sent' && 'animate-spin')}
    />
  );
}

/** The colour of a command's phase, as text. */
export function phaseTone(phase: CommandPhase): string {
  return textTone[tones[phase]];
}

/** How the newest command to a participant fares; what has just been confirmed fades away. */
export function CommandMark({ row }: { readonly row: RosterRow }) {
  const words = useMarkWords();
  const now = markOf(row, useNow());
  const isDrawn = usePassing(now?.mark ?? null);
  if (now === null || !isDrawn) return null;
  return <PhaseMark {...now.mark}>{words(now)}</PhaseMark>;
}

/** A command's phase in a picture and a few words; what is confirmed fades away. */
export function PhaseMark({
  phase,
  actor,
  children,
}: {
  readonly phase: CommandPhase;
  readonly actor: Actor | null;
  readonly children: string;
}) {
  const t = useTranslations('desk.mark');
  return (
    <span
      data-phase={phase}
      title={actor === null ? undefined : t('about', { who: actor.name })}
      className={classNames(
        'flex min-w-0 items-center gap-1 text-2xs leading-[13px]',
        phaseTone(phase),
        phase === 'confirmed' && 'animate-settle',
      )}
    >
      <PhaseIcon phase={phase} size={11} />
      <span className="truncate">{children}</span>
    </span>
  );
}

function useMarkWords(): (mark: FactMark) => string {
  const t = useTranslations('desk');
  const me = useMe();
  return ({ fact, mark }) => {
    const who = mark.actor?.name ?? t('someone');
    if (mark.phase === 'accepted') {
      return mark.actor?.userId === me.userId
        ? t('mark.acceptedShort')
        : t('mark.acceptedOther', { who });
    }
    if (mark.phase !== 'sent') return t(`mark.${mark.phase}`);
    if (fact === 'present') return t('mark.sent.present', { who });
    return t(`mark.sent.${fact}.${mark.value ? 'on' : 'off'}`, { who });
  };
}
