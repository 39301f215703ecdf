import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ResultStrip } from '@/components/ui/result-strip';
import { useConference } from '@/lib/browser/use-conference';
import { type BulkCommand, bulkResultOf, isWorthTelling, noResult } from './bulk';
import { useDesk, useDeskStore } from './desk-store';
import { useRunForMany } from './use-run-for-many';

const mostNames = 5;

/** What became of a command to many, leg by leg, where there is something to tell of it. */
export function BulkReport({ bulk }: { readonly bulk: BulkCommand }) {
  const t = useTranslations('deskForms.outcome');
  const desk = useDeskStore();
  const runForMany = useRunForMany();
  const rows = useDesk((now) => now.roster.rows);
  const conference = useConference((view) => view.foreseen);
  const result = useMemo(
    () => (conference === null ? noResult : bulkResultOf(conference, bulk)),
    [conference, bulk],
  );
  if (!isWorthTelling(bulk, result)) return null;
  const { failed, unknown } = result;
  const names = failed.slice(0, mostNames).map((id) => rows.get(id)?.name ?? id);
  return (
    <ResultStrip
      isTrouble={failed.length + unknown > 0}
      title={t('result', { ...result, failed: failed.length })}
      dismissLabel={t('dismiss')}
      action={
        failed.length > 0 &&
        unknown === 0 && (
          <Button
            size="sm"
            icon={<RotateCcw aria-hidden size={13} />}
            onClick={() => {
              runForMany(typeOf(bulk), failed);
            }}
          >
            {t('retry', { count: failed.length })}
          </Button>
        )
      }
      onDismiss={() => {
        desk.setState({ bulk: null });
      }}
    >
      {failed.length > 0 &&
        t('failed', { names: names.join(', '), more: failed.length - names.length })}
    </ResultStrip>
  );
}

function typeOf({ fact, value }: BulkCommand) {
  if (fact === 'muted') return value ? 'participants.mute' : 'participants.unmute';
  return value ? 'participants.hold' : 'participants.unhold';
}
