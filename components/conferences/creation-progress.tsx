import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useStream } from '@/lib/browser/use-stream';
import { type Creation, creationAggregate } from '@/lib/domain/creation/creation';
import { type CommandId, creationStream } from '@/lib/domain/ids';
import { readableNumber } from '@/lib/format/phone';
import { useOpenDesk } from './use-open-desk';

const pictures = {
  asked: LoaderCircle,
  dialling: LoaderCircle,
  answered: LoaderCircle,
  created: CircleCheck,
  failed: CircleX,
  refused: CircleX,
  unknown: CircleX,
} as const satisfies Record<Creation['phase'], typeof LoaderCircle>;

const over: ReadonlySet<Creation['phase']> = new Set(['failed', 'refused', 'unknown']);

/** How far the call has come that a conference is made around; opens the desk when it is made. */
export function CreationProgress({
  commandId,
  number,
  onAgain,
}: {
  readonly commandId: CommandId;
  /** Who is called. */
  readonly number: string;
  readonly onAgain: () => void;
}) {
  const t = useTranslations('creation');
  const openDesk = useOpenDesk();
  const creation = useStream(creationAggregate, creationStream(commandId));
  const phase = creation?.phase ?? 'asked';
  const made = creation?.conferenceId ?? null;
  useEffect(() => {
    if (made !== null) openDesk(made);
  }, [made, openDesk]);
  const Icon = pictures[phase];
  const isOver = over.has(phase);
  return (
    <div className="flex flex-col gap-3 py-2">
      <p role="status" className="text-md flex items-start gap-2.5">
        <Icon
          aria-hidden
          size={18}
          className={
            isOver ? 'mt-0.5 text-bad' : 'mt-0.5 animate-spin text-brand motion-reduce:animate-none'
          }
        />
        <span className="min-w-0 flex-1">
          {t(`phase.${phase}`, { number: readableNumber(number) })}
          {creation?.reason != null && (
            <span className="block text-sm text-ink-2">
              <Reason reason={creation.reason} />
            </span>
          )}
        </span>
      </p>
      {isOver && (
        <Button className="self-start" onClick={onAgain}>
          {t('again')}
        </Button>
      )}
    </div>
  );
}

const known = ['user_busy', 'timeout', 'call_rejected', 'normal_clearing', 'not_found'] as const;

function Reason({ reason }: { readonly reason: string }) {
  const t = useTranslations('creation.reasons');
  const found = known.find((name) => name === reason);
  return found === undefined ? reason.replaceAll('_', ' ') : t(found);
}
