import { PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Pill } from '@/components/ui/pill';
import { StatusDot } from '@/components/ui/status-dot';
import type { CallRow } from '@/lib/contract/rows';

/** How far the life of a call has come. */
export function CallState({ phase }: Pick<CallRow, 'phase'>) {
  const t = useTranslations('calls.state');
  if (phase === 'ended') return <Pill>{t('ended')}</Pill>;
  const tone = phase === 'ringing' ? 'warn' : 'live';
  return (
    <Pill tone={tone} icon={<StatusDot tone={tone} />}>
      {t(phase)}
    </Pill>
  );
}

/** Who called whom, as a picture that says so; nothing where nobody has told. */
export function CallDirection({ direction }: Pick<CallRow, 'direction'>) {
  const t = useTranslations('calls.direction');
  if (direction === null) return null;
  const Icon = direction === 'incoming' ? PhoneIncoming : PhoneOutgoing;
  return (
    <span title={t(direction)} className="shrink-0 text-ink-3">
      <Icon aria-hidden size={14} />
      <span className="sr-only">{t(direction)}</span>
    </span>
  );
}
