import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { showToast } from '@/components/ui/toast';
import { getJson, ProblemError, UnreachableError } from '@/lib/browser/request';
import { useTeller } from '@/lib/browser/teller';
import type { ParticipantAnswer } from '@/lib/contract/http';
import type { ConferenceId } from '@/lib/domain/ids';
import type { RosterRow } from './roster-row';

const patienceMs = 30_000;

/** Asks the carrier for one participant alone and tells what it says; the desk follows by itself. */
export function useAskCarrier(conferenceId: ConferenceId): (row: RosterRow) => void {
  const t = useTranslations('desk.actions');
  const teller = useTeller();
  return useCallback(
    ({ id, name }) => {
      const path = `/api/conferences/${conferenceId}/participants/${encodeURIComponent(id)}`;
      const tell = (said: ParticipantAnswer) => {
        const word = t('carrierWord', {
          muted: said.muted ? 'yes' : 'no',
          held: said.onHold ? 'yes' : 'no',
          ends: endsWord(said),
          heardBy: said.whisperTo.length,
        });
        const label = said.label === null ? '' : ` ${t('carrierLabel', { label: said.label })}`;
        showToast({ title: t('carrierSays', { name }), detail: `${word}${label}` });
      };
      getJson<ParticipantAnswer>(path, AbortSignal.timeout(patienceMs)).then(
        tell,
        (error: unknown) => {
          if (error instanceof ProblemError && error.problem.code === 'not-found') {
            showToast({ kind: 'warning', title: t('carrierKnowsNobody') });
          } else if (error instanceof ProblemError) teller.problem(error.problem);
          else if (error instanceof UnreachableError) teller.unreachable();
          else throw error;
        },
      );
    },
    [conferenceId, t, teller],
  );
}

function endsWord(said: ParticipantAnswer): 'yes' | 'soft' | 'no' {
  if (said.endConferenceOnExit) return 'yes';
  return said.softEndConferenceOnExit ? 'soft' : 'no';
}
