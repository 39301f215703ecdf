import {
  CirclePause,
  Bookmark,
  ListMusic,
  LogIn,
  LogOut,
  type LucideIcon,
  MessageSquareQuote,
  Mic,
  MicOff,
  Play,
  Trash2,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { showToast } from '@/components/ui/toast';
import { textTone } from '@/components/ui/tone';
import { useMe } from '@/lib/browser/use-may';
import { useNotes } from '@/lib/browser/use-recording';
import { useTold } from '@/lib/browser/use-told';
import {
  type MarkerKind,
  markerKinds,
  type RecordingMarker,
  type RecordingNote,
  type RecordingRow,
} from '@/lib/contract/recording';
import { clockOf } from '@/lib/format/duration';
import { markerTones } from './player-track';
import { useMarkerWords } from './use-marker-words';
import { useRecordingWords } from './use-recording-words';

const icons: Record<MarkerKind, LucideIcon> = {
  joined: LogIn,
  left: LogOut,
  muted: MicOff,
  unmuted: Mic,
  played: Play,
  spoke: MessageSquareQuote,
  paused: CirclePause,
};

/** Over this many the list says only how many more there are. */
const mostListed = 500;

interface ListProps {
  readonly recording: RecordingRow;
  readonly markers: readonly RecordingMarker[];
  readonly notes: readonly RecordingNote[];
  readonly kinds: ReadonlySet<MarkerKind>;
  readonly nameOf: (id: string) => string;
  readonly mayNote: boolean;
  readonly onKinds: (kinds: ReadonlySet<MarkerKind>) => void;
  readonly onJump: (atMs: number) => void;
}

/** Opens the list of what is marked along a recording, in the order in which it happened. */
export function MarkerList(props: ListProps) {
  const t = useTranslations('recordings.player');
  return (
    <Popover
      title={t('markersTitle')}
      className="right-2 bottom-40 left-2 max-h-[min(520px,calc(100dvh-200px))] md:right-5 md:left-auto md:w-[400px]"
      trigger={
        <Button look="ghost" icon={<ListMusic aria-hidden size={15} />} className="max-md:px-1.5">
          <span className="max-md:sr-only">{t('markers')}</span>
        </Button>
      }
    >
      <Lines {...props} />
    </Popover>
  );
}

function Lines({ recording, markers, notes, kinds, nameOf, mayNote, onKinds, onJump }: ListProps) {
  const t = useTranslations('recordings.player');
  const more = useTranslations('recordings.delete');
  const words = useMarkerWords(nameOf);
  const known = markerKinds.filter((kind) => markers.some((marker) => marker.kind === kind));
  const lines = [
    ...markers
      .filter(({ kind }) => kinds.has(kind))
      .map((marker) => ({ atMs: marker.atMs, marker, note: null })),
    ...notes.map((note) => ({ atMs: note.atMs, marker: null, note })),
  ].sort((a, b) => a.atMs - b.atMs);
  return (
    <div className="px-4 pb-4">
      {known.length > 0 && (
        <fieldset className="mb-2 flex flex-wrap gap-x-3 gap-y-1.5">
          <legend className="mb-1 text-xs text-ink-3">{t('markersShown')}</legend>
          {known.map((kind) => (
            <label key={kind} className="flex items-center gap-1.5 text-sm">
              <Checkbox
                label={t(`kinds.${kind}`)}
                isChecked={kinds.has(kind)}
                onChange={() => {
                  const next = new Set(kinds);
                  if (!next.delete(kind)) next.add(kind);
                  onKinds(next);
                }}
              />
              {t(`kinds.${kind}`)}
            </label>
          ))}
        </fieldset>
      )}
      {lines.length === 0 && <p className="text-ink-3">{t('markersNone')}</p>}
      <ul className="-mx-2">
        {lines.slice(0, mostListed).map(({ atMs, marker, note }, index) =>
          note !== null ? (
            <NoteLine
              key={note.id}
              note={note}
              recordingId={recording.id}
              mayNote={mayNote}
              onJump={onJump}
            />
          ) : (
            // Two markers may be alike in everything but their order.
            <li key={`${index}`}>
              <MarkerLine
                marker={marker}
                words={words([marker])}
                onJump={() => {
                  onJump(atMs);
                }}
              />
            </li>
          ),
        )}
      </ul>
      {lines.length > mostListed && (
        <p className="text-sm text-ink-3">{more('more', { count: lines.length - mostListed })}</p>
      )}
    </div>
  );
}

function MarkerLine({
  marker,
  words,
  onJump,
}: {
  readonly marker: RecordingMarker;
  readonly words: string;
  readonly onJump: () => void;
}) {
  const Icon = icons[marker.kind];
  return (
    <button
      type="button"
      className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-raise"
      onClick={onJump}
    >
      <Icon aria-hidden size={14} className={`shrink-0 ${textTone[markerTones[marker.kind]]}`} />
      <span className="min-w-0 truncate">{words}</span>
    </button>
  );
}

function NoteLine({
  note: { id, atMs, text, by, at: writtenAt },
  recordingId,
  mayNote,
  onJump,
}: {
  readonly note: RecordingNote;
  readonly recordingId: string;
  readonly mayNote: boolean;
  readonly onJump: (atMs: number) => void;
}) {
  const t = useTranslations('recordings.player');
  const words = useRecordingWords();
  const { userId } = useMe();
  const told = useTold();
  const notes = useNotes(recordingId);
  const at = clockOf(atMs * 1000);
  return (
    <li className="flex items-start gap-1">
      <button
        type="button"
        className="flex min-w-0 flex-1 items-start gap-2 rounded-md px-2 py-1 text-left hover:bg-raise"
        onClick={() => {
          onJump(atMs);
        }}
      >
        <Bookmark aria-hidden size={14} className="mt-0.5 shrink-0 text-brand" />
        <span className="min-w-0 wrap-anywhere">
          {at} · {text}
          <span className="block text-xs text-ink-3">
            {t('noteBy', { name: by.name, date: words.moment(writtenAt) })}
          </span>
        </span>
      </button>
      {mayNote && by.userId === userId && (
        <IconButton
          look="ghost"
          label={t('noteDelete', { at })}
          icon={<Trash2 size={14} />}
          onClick={() => {
            told(async () => {
              await notes.remove(id);
              showToast({ title: t('noteDeleted') });
            });
          }}
        />
      )}
    </li>
  );
}
