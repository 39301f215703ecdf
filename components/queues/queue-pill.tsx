import { useTranslations } from 'use-intl';
import { Pill } from '@/components/ui/pill';
import type { TargetStanding } from '@/lib/contract/target';
import { LevelIcon } from './level-icon';
import { queueLook } from './queue-look';
import { useMeasureWords } from './use-measure-words';

/** How a queue stands against its targets: colour, shape and word. */
export function QueuePill({
  target,
  size = 'md',
}: {
  readonly target: TargetStanding;
  readonly size?: 'sm' | 'md' | 'lg';
}) {
  const t = useTranslations('common.levels');
  const { state } = useMeasureWords();
  const look = queueLook(target);
  return (
    <Pill tone={look.tone} icon={<LevelIcon level={look.level} />} size={size}>
      {look.level !== 'ok' && <span className="sr-only">{t(look.level)}: </span>}
      {state(look)}
    </Pill>
  );
}
