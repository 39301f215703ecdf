import {
  AudioLines,
  Ear,
  Loader,
  LogOut,
  type LucideIcon,
  Mic,
  MicOff,
  Pause,
  UserMinus,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Pill } from '@/components/ui/pill';
import type { Tone } from '@/components/ui/tone';
import { hearsAudio } from '@/lib/domain/conference/view';
import type { RosterRow, RowState } from './roster-row';

const looks: Record<RowState, { readonly tone: Tone; readonly icon: LucideIcon }> = {
  joining: { tone: 'neutral', icon: Loader },
  open: { tone: 'neutral', icon: Mic },
  floor: { tone: 'live', icon: AudioLines },
  muted: { tone: 'neutral', icon: MicOff },
  onHold: { tone: 'warn', icon: Pause },
  leaving: { tone: 'warn', icon: LogOut },
  left: { tone: 'neutral', icon: UserMinus },
};

/** The state of a participant in an icon and a word, and what else is true of them. */
export function StatePill({ row }: { readonly row: RosterRow }) {
  const t = useTranslations('desk.state');
  const { tone, icon: Icon } = looks[row.state];
  const isIn = row.state !== 'left' && row.state !== 'joining';
  return (
    <span className="flex min-w-0 items-center gap-1">
      <Pill tone={tone} size="md" icon={<Icon aria-hidden size={12} />}>
        {t(row.state)}
      </Pill>
      {isIn && row.state === 'onHold' && row.muted.value && (
        <Also icon={MicOff} text={t('alsoMuted')} />
      )}
      {isIn && row.hasFloor && row.state !== 'floor' && (
        <Also icon={AudioLines} text={t('alsoFloor')} />
      )}
      {isIn && hearsAudio(row.participant) && <Also icon={Ear} text={t('hearsAudio')} />}
    </span>
  );
}

function Also({ icon: Icon, text }: { readonly icon: LucideIcon; readonly text: string }) {
  return (
    <span
      title={text}
      className="grid size-[22px] place-items-center rounded-full bg-raise text-ink-2"
    >
      <Icon aria-hidden size={12} />
      <span className="sr-only">{text}</span>
    </span>
  );
}
