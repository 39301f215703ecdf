import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useCopy } from '@/components/shell/use-copy';
import { showToast } from '@/components/ui/toast';
import { recordingPath, useRecordingDeeds } from '@/lib/browser/use-recordings';
import { useTold } from '@/lib/browser/use-told';
import type { Playback } from './playback';
import { playPath } from './recording-address';
import type { RecordingHands } from './recording-hands';
import { useRecordingWords } from './use-recording-words';

/** What is done with recordings; the same object for as long as the page is open. */
export function useRecordingHands({
  openId,
  playback,
  open,
  ask,
  choose,
}: {
  readonly openId: string | null;
  readonly playback: Playback;
  readonly open: (id: string) => void;
} & Pick<RecordingHands, 'ask' | 'choose'>): RecordingHands {
  const t = useTranslations('recordings.action');
  const words = useRecordingWords();
  const copy = useCopy();
  const told = useTold();
  const { retry } = useRecordingDeeds();
  const now: RecordingHands = {
    ...{ ask, choose },
    play: ({ id }) => {
      if (id === openId) playback.toggle();
      else open(id);
    },
    open: ({ id }) => {
      if (id !== openId) open(id);
    },
    download: ({ id }) => {
      // The answer is a file: the browser takes it, and the page stays.
      window.location.assign(`${recordingPath(id)}/audio?download=1`);
    },
    copyLink: ({ id }) => {
      copy(new URL(playPath(id), window.location.origin).href);
    },
    retry: (row) => {
      told(async () => {
        await retry(row.id);
        showToast({ title: t('retried', { name: words.name(row) }) });
      });
    },
  };
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  // Rows are drawn again only when they change: what they are given must stay the same.
  return useMemo<RecordingHands>(
    () => ({
      play: (row) => {
        latest.current.play(row);
      },
      open: (row) => {
        latest.current.open(row);
      },
      download: (row) => {
        latest.current.download(row);
      },
      copyLink: (row) => {
        latest.current.copyLink(row);
      },
      retry: (row) => {
        latest.current.retry(row);
      },
      ask: (question) => {
        latest.current.ask(question);
      },
      choose: (row, isRange) => {
        latest.current.choose(row, isRange);
      },
    }),
    [],
  );
}
