'use client';
import { AudioLines, Download, FileSpreadsheet, SearchX } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  chosenShown,
  nobodyChosen,
  reachedTo,
  type Selection,
  toggledIn,
} from '@/components/list/selection';
import { DialogLoading } from '@/components/shell/dialog-loading';
import { PageHeader } from '@/components/shell/page-header';
import { PagedList } from '@/components/shell/paged-list';
import { useAddressState } from '@/components/shell/use-address-state';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { LinkButton } from '@/components/ui/link-button';
import { useRostrum } from '@/lib/browser/rostrum-context';
import { useMay } from '@/lib/browser/use-may';
import {
  recordingsFilePath,
  type RecordingList as List,
  useRecordings,
  useRecordingSummary,
} from '@/lib/browser/use-recordings';
import type { RecordingRow } from '@/lib/contract/recording';
import { createPlayback } from './playback';
import { addressFrom, anyRecording, queryOf } from './recording-address';
import { RecordingFilters } from './recording-filters';
import type { RecordingQuestion } from './recording-hands';
import { RecordingList } from './recording-list';
import { RecordingSelectionBar } from './recording-selection-bar';
import { useRecordingHands } from './use-recording-hands';
import { useRecordingWords } from './use-recording-words';

// Neither is needed before something is asked for.
const Player = later(async () => (await import('./open-player')).OpenPlayer);
const RecordingDialogs = later(
  async () => (await import('./recording-dialogs')).RecordingDialogs,
  DialogLoading,
);

/** All recordings: to find, to hear, to download, to keep and to delete. */
export function RecordingsPage() {
  const [{ choice, play: openId, at }, setAddress] = useAddressState(addressFrom, queryOf);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRecordings(choice, () => (scroller.current?.scrollTop ?? 0) < 4);
  const { rows } = list;
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const [selection, setSelection] = useState<Selection<string>>(nobodyChosen);
  const [question, setQuestion] = useState<RecordingQuestion | null>(null);
  const [playback] = useState(createPlayback);
  // Whether it was asked for here, and so is to be heard at once; a link that was followed waits.
  const [isSounding, setSounding] = useState(false);
  const open = (id: string | null) => {
    setSounding(id !== null);
    setAddress({ choice, play: id, at: null });
  };
  const hands = useRecordingHands({
    openId,
    playback,
    open,
    ask: setQuestion,
    choose: ({ id }, isRange) => {
      setSelection(isRange ? reachedTo(selection, order, id) : toggledIn(selection, id));
    },
  });
  useLoadedWhenIdle(Player, RecordingDialogs);
  const chosen = useMemo(() => chosenShown(selection, order, byId), [selection, order, byId]);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Head chosen={chosen} choice={choice} onAsk={setQuestion} />
      <RecordingFilters
        choice={choice}
        found={list.isLoading ? null : { count: rows.length, hasMore: list.hasMore }}
        onChange={(next) => {
          setAddress({ choice: next, play: openId, at: null });
        }}
      />
      <FreshBar list={list} />
      <section className="relative flex min-h-0 min-w-0 flex-1 flex-col bg-panel">
        <Rows
          list={list}
          isFiltered={choice !== anyRecording && queryOf({ choice, play: null, at: null }).size > 0}
        >
          <RecordingList
            {...{ list, order, selection, openId, playback, hands, scroller }}
            onSelect={setSelection}
          />
        </Rows>
        {selection.chosen.size > 0 && (
          <RecordingSelectionBar
            rows={chosen}
            hidden={selection.chosen.size - chosen.length}
            isAllLoaded={list.hasMore && chosen.length === rows.length}
            onAsk={setQuestion}
            onClear={() => {
              setSelection(nobodyChosen);
            }}
          />
        )}
      </section>
      {openId !== null && (
        <Player
          key={openId}
          id={openId}
          playback={playback}
          start={{ atMs: (at ?? 0) * 1000, isSounding }}
          onClose={() => {
            open(null);
            const row = `[data-row="${CSS.escape(openId)}"]`;
            scroller.current?.querySelector<HTMLElement>(row)?.focus();
          }}
        />
      )}
      {question !== null && (
        <RecordingDialogs
          question={question}
          onClose={() => {
            setQuestion(null);
          }}
          onDone={() => {
            setSelection(nobodyChosen);
          }}
        />
      )}
    </div>
  );
}

function Head({
  chosen,
  choice,
  onAsk,
}: {
  readonly chosen: readonly RecordingRow[];
  readonly choice: Parameters<typeof recordingsFilePath>[0];
  readonly onAsk: (question: RecordingQuestion) => void;
}) {
  const t = useTranslations('recordings');
  const { clock } = useRostrum();
  const mayExport = useMay('recording.export');
  const count = chosen.length;
  return (
    <PageHeader title={t('title')} about={<Summary />}>
      {mayExport && (
        <div className="flex w-full flex-wrap gap-2 sm:w-auto">
          <LinkButton
            icon={<FileSpreadsheet aria-hidden size={14} />}
            href={recordingsFilePath(choice, clock.now() / 1000)}
            download
          >
            {t('csv')}
          </LinkButton>
          <Button
            look={count > 0 ? 'primary' : 'plain'}
            disabled={count === 0}
            icon={<Download aria-hidden size={14} />}
            onClick={() => {
              onAsk({ ask: 'zip', rows: chosen });
            }}
          >
            {count === 0 ? t('zipNone') : t('zip', { count })}
          </Button>
        </div>
      )}
    </PageHeader>
  );
}

function Summary() {
  const t = useTranslations('recordings.summary');
  const words = useRecordingWords();
  const summary = useRecordingSummary();
  if (summary === null) return t('loading');
  const { count, archivedBytes, underWay, failed } = summary;
  const size = words.size(archivedBytes);
  return (
    <>
      {t('count', { count })} · {t('archived', { size })} · {t('checked')}
      {underWay > 0 && (
        <>
          {' · '}
          <span className="text-brand">{t('underWay', { count: underWay })}</span>
        </>
      )}
      {failed > 0 && (
        <>
          {' · '}
          <span className="text-bad">{t('failed', { count: failed })}</span>
        </>
      )}
    </>
  );
}

/** Says that there is more than is shown, where showing it would move what somebody looks at. */
function FreshBar({ list: { freshCount, hasMissed, showFresh } }: { readonly list: List }) {
  const t = useTranslations('recordings');
  const isThere = freshCount > 0 || hasMissed;
  return (
    <div role="status" className="empty:hidden">
      {isThere && (
        <div className="flex items-center justify-center gap-2 border-b border-line bg-brand-soft px-3 py-1.5 text-brand">
          {freshCount > 0 ? t('fresh', { count: freshCount }) : t('missed')}
          <Button size="sm" onClick={showFresh}>
            {t('refresh')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Rows({
  list,
  isFiltered,
  children,
}: {
  readonly list: List;
  readonly isFiltered: boolean;
  readonly children: React.ReactNode;
}) {
  const t = useTranslations('recordings.list');
  if (list.rows.length > 0) return children;
  return (
    <div className="min-h-0 flex-1 overflow-auto pt-4">
      <PagedList
        list={list}
        loading={t('loading')}
        failed={t('error')}
        empty={
          isFiltered ? (
            <EmptyState icon={<SearchX size={18} />} title={t('noneFound')} />
          ) : (
            <EmptyState icon={<AudioLines size={18} />} title={t('none')}>
              {t('noneAbout')}
            </EmptyState>
          )
        }
      >
        {null}
      </PagedList>
    </div>
  );
}
