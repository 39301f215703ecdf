import { Bookmark } from 'lucide-react';
import { type PointerEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { classNames } from '@/components/ui/class-names';
import { later } from '@/components/ui/later';
import type { Tone } from '@/components/ui/tone';
import { usePeaks } from '@/lib/browser/use-recording';
import type {
  MarkerKind,
  RecordingMarker,
  RecordingNote,
  SpokenSegment,
} from '@/lib/contract/recording';
import { clockOf } from '@/lib/format/duration';
import { placeOf, speakersAt, ticksAlong } from './along';
import type { Playback } from './playback';
import { useMarkerWords } from './use-marker-words';

const Waveform = later(async () => (await import('./waveform')).Waveform);

const slots = 300;

const tickFills: Record<MarkerKind, string> = {
  joined: 'bg-live',
  left: 'bg-ink-3',
  muted: 'bg-bad',
  unmuted: 'bg-live',
  played: 'bg-brand',
  spoke: 'bg-violet',
  paused: 'bg-warn',
};

/** What each kind of marker means, for those who see colours. */
export const markerTones: Record<MarkerKind, Tone> = {
  joined: 'live',
  left: 'neutral',
  muted: 'bad',
  unmuted: 'live',
  played: 'brand',
  spoke: 'violet',
  paused: 'warn',
};

interface TrackProps {
  readonly path: string;
  readonly audio: HTMLAudioElement | null;
  readonly playback: Playback;
  readonly lengthMs: number;
  readonly segments: readonly SpokenSegment[];
  readonly markers: readonly RecordingMarker[];
  readonly notes: readonly RecordingNote[];
  /** Which kinds of markers are shown. */
  readonly kinds: ReadonlySet<MarkerKind>;
  readonly nameOf: (id: string) => string;
}

/** The recording from its beginning to its end: its shape, the place in it, and what is marked along it. */
export function PlayerTrack(props: TrackProps) {
  const { audio, playback, lengthMs, markers, notes, kinds, nameOf } = props;
  const t = useTranslations('recordings.player');
  return (
    <div className="relative mt-2.5">
      <Slider {...props} />
      <Ticks markers={markers} kinds={kinds} lengthMs={lengthMs} nameOf={nameOf} />
      {notes.map(({ id, atMs, text, by }) => (
        <button
          key={id}
          type="button"
          disabled={audio === null}
          aria-label={t('noteFlag', { at: clockOf(atMs * 1000), name: by.name, text })}
          title={`${clockOf(atMs * 1000)} · ${by.name}: ${text}`}
          style={{ left: `${placeOf(atMs, lengthMs) * 100}%` }}
          className="absolute -top-2 z-[1] -ml-px flex h-5 border-l-2 border-brand text-brand hover:brightness-110"
          onClick={() => {
            playback.seek(atMs);
          }}
        >
          <Bookmark aria-hidden size={11} fill="currentColor" />
        </button>
      ))}
    </div>
  );
}

function Slider({ path, audio, playback, lengthMs, segments, nameOf }: TrackProps) {
  const t = useTranslations('recordings.player');
  const second = useStore(playback.store, (now) => Math.floor(now.atMs / 1000));
  const speaking = useStore(playback.store, (now) => speakersAt(segments, now.atMs).join(' '));
  const [isDragged, setDragged] = useState(false);
  const at = clockOf(second * 1_000_000);
  const whole = clockOf(lengthMs * 1000);
  const names = speaking
    .split(' ')
    .filter((id) => id !== '')
    .map(nameOf)
    .join(', ');
  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    playback.seek(Math.min(1, Math.max(0, (event.clientX - left) / width)) * lengthMs);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('place')}
      aria-valuemin={0}
      aria-valuemax={Math.max(1, Math.floor(lengthMs / 1000))}
      aria-valuenow={second}
      aria-valuetext={
        names === '' ? t('placeAt', { at, whole }) : t('placeWith', { at, whole, names })
      }
      title={t('placeHint')}
      className="relative min-h-[44px] cursor-pointer touch-pan-y rounded-md"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
        seekTo(event);
      }}
      onPointerMove={(event) => {
        if (isDragged) seekTo(event);
      }}
      onPointerUp={() => {
        setDragged(false);
      }}
      onPointerCancel={() => {
        setDragged(false);
      }}
    >
      <Shape path={path} audio={audio} playback={playback} lengthMs={lengthMs} />
    </div>
  );
}

/** The waveform, or a plain line until it is drawn; what can be heard does not wait for it. */
function Shape({
  path,
  audio,
  playback,
  lengthMs,
}: Pick<TrackProps, 'path' | 'audio' | 'playback' | 'lengthMs'>) {
  const t = useTranslations('recordings.player');
  const view = usePeaks(path, true);
  const [hasFailed, setFailed] = useState(false);
  const fail = useMemo(
    () => () => {
      setFailed(true);
    },
    [],
  );
  if (audio !== null && view.phase === 'ready' && !hasFailed) {
    return <Waveform audio={audio} peaks={view.peaks} onFailed={fail} />;
  }
  return (
    <>
      <PlainLine playback={playback} lengthMs={lengthMs} />
      <span role="status" className="absolute inset-x-0 bottom-0 text-center text-xs text-ink-3">
        {view.phase === 'drawing' ? t('drawing') : t('noWave')}
      </span>
    </>
  );
}

function PlainLine({
  playback,
  lengthMs,
}: {
  readonly playback: Playback;
  readonly lengthMs: number;
}) {
  const part = useStore(playback.store, (now) => placeOf(now.atMs, lengthMs));
  return (
    <span aria-hidden className="absolute inset-x-0 top-[19px] h-1.5 rounded-full bg-raise">
      <span
        className="absolute inset-y-0 left-0 rounded-full bg-brand"
        style={{ width: `${part * 100}%` }}
      />
    </span>
  );
}

function Ticks({
  markers,
  kinds,
  lengthMs,
  nameOf,
}: Pick<TrackProps, 'markers' | 'kinds' | 'lengthMs' | 'nameOf'>) {
  const words = useMarkerWords(nameOf);
  const ticks = useMemo(
    () => ticksAlong(markers, kinds, lengthMs, slots),
    [markers, kinds, lengthMs],
  );
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      {ticks.map(({ kind, atMs, left, markers: some }) => (
        <i
          key={`${kind} ${atMs}`}
          title={words(some)}
          style={{ left: `${left * 100}%` }}
          className={classNames(
            'absolute w-0.5 rounded-full',
            kind === 'paused' ? 'inset-y-0 opacity-80' : 'bottom-0 h-2',
            tickFills[kind],
          )}
        />
      ))}
    </div>
  );
}
