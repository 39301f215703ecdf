import {
  Download,
  Gauge,
  Link2,
  LoaderPinwheel,
  MessageSquarePlus,
  Pause,
  Play,
  SkipBack,
  SkipForward,
  TriangleAlert,
  X,
} from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { typedAt } from '@/components/actions/typed-at';
import { useCopy } from '@/components/shell/use-copy';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { LinkButton } from '@/components/ui/link-button';
import { Menu, MenuChoice } from '@/components/ui/menu';
import { Pill } from '@/components/ui/pill';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';
import { type MarkerKind, markerKinds, type RecordingDetail } from '@/lib/contract/recording';
import { clockOf } from '@/lib/format/duration';
import { useLength } from '@/lib/i18n/use-length';
import { namesOf, playerKey, speakersAt } from './along';
import { MarkerList } from './marker-list';
import { NoteForm } from './note-form';
import { nextSpeed, type Playback, speedFrom, speeds } from './playback';
import { PlayerTrack } from './player-track';
import { isPlayable } from './recording-look';
import { RecordingStatePill } from './recording-state';
import { SpeakerStrip } from './speaker-strip';
import { useRecordingWords } from './use-recording-words';

/** How the player begins: where, and whether at once. */
export interface PlayerStart {
  readonly atMs: number;
  readonly isSounding: boolean;
}

interface PlayerProps {
  /** Where the recording is asked for, by whoever asks. */
  readonly path: string;
  readonly detail: RecordingDetail;
  readonly playback: Playback;
  readonly start: PlayerStart;
  /** A path of the page that opens it at a moment. */
  readonly pathTo: (atMs: number) => string;
  readonly mayDownload: boolean;
  readonly mayNote: boolean;
  readonly onClose: (() => void) | null;
}

/** Plays a recording: its shape, who speaks when, and what happened along it. */
export function Player(props: PlayerProps) {
  const t = useTranslations('recordings.player');
  const { recording } = props.detail;
  return (
    <section
      aria-label={t('title')}
      className="shrink-0 border-t border-line bg-panel px-3 py-2.5 md:px-5"
    >
      {isPlayable(recording) ? <Sounding {...props} /> : <NotPlayable {...props} />}
    </section>
  );
}

/** Says why there is nothing to hear. */
function NotPlayable({ detail: { recording }, onClose }: PlayerProps) {
  const t = useTranslations('recordings.player');
  const words = useRecordingWords();
  if (recording.state === 'archived') return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-1">
      <strong className="max-w-full truncate font-[580]">{words.name(recording)}</strong>
      <RecordingStatePill row={recording} />
      <p className="min-w-0 flex-1 basis-64 text-ink-2">
        {t(`cannot.${recording.state}`)} {words.about(recording)}
      </p>
      <CloseButton onClose={onClose} />
    </div>
  );
}

function Sounding(props: PlayerProps) {
  const { path, detail, playback, start, pathTo, mayDownload, mayNote, onClose } = props;
  const { recording, markers, notes, segments, participants, uncertainMs } = detail;
  const t = useTranslations('recordings.player');
  const formats = useTranslations('recordings.formats');
  const words = useRecordingWords();
  const copy = useCopy();
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const [kinds, setKinds] = useState<ReadonlySet<MarkerKind>>(new Set(markerKinds));
  const [notingAtMs, setNotingAt] = useState<number | null>(null);
  const lengthMs = useStore(playback.store, (now) => now.lengthMs) ?? recording.durationMs ?? 0;
  const speed = useSpeed(playback);
  const [begin] = useState(start);
  useEffect(
    () => (audio === null ? undefined : playback.attach(audio, begin)),
    [audio, playback, begin],
  );
  const note = () => {
    if (mayNote) setNotingAt(playback.store.getState().atMs);
  };
  usePlayerKeys(playback, lengthMs, speed, note);
  const nameOf = useMemo(() => namesOf(participants), [participants]);
  const name = words.name(recording);
  return (
    <>
      {/* What is said in it stands nowhere in writing: who speaks is shown instead of captions. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={setAudio} src={`${path}/audio`} preload="metadata" className="hidden" />
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
        <PlayButton playback={playback} />
        <strong
          className="max-w-[40vw] min-w-0 truncate font-[580] max-md:flex-1 max-md:basis-0"
          title={name}
        >
          {name}
        </strong>
        <Clock playback={playback} lengthMs={lengthMs} />
        <SpeakingNow playback={playback} segments={segments} nameOf={nameOf} />
        <Standing playback={playback} />
        {uncertainMs > 0 && <Uncertain uncertainMs={uncertainMs} />}
        <div className="ml-auto flex flex-wrap items-center gap-1 max-md:order-last max-md:ml-0 max-md:w-full max-md:justify-between">
          <SpeedChoice speed={speed} />
          <Button
            look="ghost"
            aria-label={t('back')}
            title={t('back')}
            icon={<SkipBack aria-hidden size={15} />}
            className="max-md:px-1.5"
            onClick={() => {
              playback.skip(-15_000);
            }}
          >
            {t('skip')}
          </Button>
          <Button
            look="ghost"
            aria-label={t('ahead')}
            title={t('ahead')}
            icon={<SkipForward aria-hidden size={15} />}
            className="max-md:px-1.5"
            onClick={() => {
              playback.skip(15_000);
            }}
          >
            {t('skip')}
          </Button>
          {mayNote && (
            <IconButton
              look="ghost"
              label={t('note')}
              aria-keyshortcuts="N"
              icon={<MessageSquarePlus size={15} />}
              onClick={note}
            />
          )}
          <MarkerList
            {...{ recording, markers, notes, kinds, nameOf, mayNote }}
            onKinds={setKinds}
            onJump={playback.seek}
          />
          <IconButton
            look="ghost"
            label={t('copyMoment')}
            icon={<Link2 size={15} />}
            onClick={() => {
              const { atMs } = playback.store.getState();
              copy(new URL(pathTo(atMs), window.location.origin).href);
            }}
          />
          {mayDownload && recording.format !== null && (
            <LinkButton
              icon={<Download aria-hidden size={14} />}
              href={`${path}/audio?download=1`}
              aria-label={t('download', { format: formats(recording.format) })}
              download
            >
              {formats(recording.format)}
            </LinkButton>
          )}
        </div>
        <CloseButton onClose={onClose} />
      </div>
      {notingAtMs !== null && (
        <NoteForm
          recordingId={recording.id}
          atMs={notingAtMs}
          onClose={() => {
            setNotingAt(null);
          }}
        />
      )}
      <PlayerTrack
        {...{ path, audio, playback, lengthMs, markers, notes, kinds, nameOf, segments }}
      />
      <SpeakerStrip
        {...{ segments, lengthMs, playback, nameOf }}
        isDual={recording.channels === 'dual'}
      />
    </>
  );
}

/** The speed that is kept in this browser, and is that of the sound. */
function useSpeed(playback: Playback): number {
  const speed = usePreferences(({ playSpeed }) => speedFrom(playSpeed));
  useEffect(() => {
    playback.setSpeed(speed);
  }, [playback, speed]);
  return speed;
}

function usePlayerKeys(
  playback: Playback,
  lengthMs: number,
  speed: number,
  note: () => void,
): void {
  const prefer = useSetPreferences();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (typedAt(target) !== 'page') return;
    const at = target instanceof Element ? target : null;
    // Rows, buttons and links have these keys for themselves.
    if (at?.closest('[role="grid"], [role="tablist"], [popover]') != null) return;
    if (event.key === ' ' && at?.closest('button, a, summary, input') != null) return;
    const does = playerKey(event.key, event.shiftKey, lengthMs);
    if (does === null) return;
    event.preventDefault();
    switch (does.does) {
      case 'toggle':
        playback.toggle();
        return;
      case 'note':
        note();
        return;
      case 'skip':
        playback.skip(does.ms);
        return;
      case 'seek':
        playback.seek(does.ms);
        return;
      case 'speed':
        prefer({ playSpeed: nextSpeed(speed, does.step) });
    }
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      press(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function PlayButton({ playback }: { readonly playback: Playback }) {
  const t = useTranslations('recordings.player');
  const isPlaying = useStore(playback.store, (now) => now.isPlaying);
  const label = t(isPlaying ? 'pause' : 'play');
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="grid size-[30px] shrink-0 place-items-center rounded-lg bg-brand text-on-brand hover:opacity-90"
      onClick={playback.toggle}
    >
      {isPlaying ? <Pause size={16} /> : <Play size={16} />}
    </button>
  );
}

function Clock({ playback, lengthMs }: { readonly playback: Playback; readonly lengthMs: number }) {
  const t = useTranslations('recordings.player');
  const second = useStore(playback.store, (now) => Math.floor(now.atMs / 1000));
  return (
    <span className="font-mono text-sm whitespace-nowrap text-ink-3">
      {t('at', { at: clockOf(second * 1_000_000), whole: clockOf(lengthMs * 1000) })}
    </span>
  );
}

/** Who speaks at this place: one by name, and how many more where channels overlap. */
function SpeakingNow({
  playback,
  segments,
  nameOf,
}: {
  readonly playback: Playback;
  readonly segments: RecordingDetail['segments'];
  readonly nameOf: (id: string) => string;
}) {
  const t = useTranslations('recordings.player');
  const speaking = useStore(playback.store, (now) => speakersAt(segments, now.atMs).join(' '));
  if (segments.length === 0) return null;
  const [first, ...others] = speaking.split(' ').filter((id) => id !== '');
  return (
    <Pill tone={first === undefined ? 'neutral' : 'live'} className="max-w-56 max-md:max-w-24">
      <span className="truncate">{first === undefined ? t('nobody') : nameOf(first)}</span>
      {others.length > 0 && (
        <span title={others.map(nameOf).join(', ')}>{t('more', { count: others.length })}</span>
      )}
    </Pill>
  );
}

/** That the sound is being loaded, or could not be. */
function Standing({ playback }: { readonly playback: Playback }): ReactNode {
  const t = useTranslations('recordings.player');
  const isWaiting = useStore(playback.store, (now) => now.isWaiting);
  const hasFailed = useStore(playback.store, (now) => now.hasFailed);
  return (
    <span role="status" className="contents empty:hidden">
      {hasFailed && (
        <span className="flex items-center gap-1.5 text-sm text-bad">
          <TriangleAlert aria-hidden size={13} />
          {t('notHeard')}
          <Button size="sm" onClick={playback.again}>
            {t('retry')}
          </Button>
        </span>
      )}
      {isWaiting && !hasFailed && (
        <span className="flex items-center gap-1.5 text-sm text-ink-3">
          <LoaderPinwheel aria-hidden size={13} className="animate-spin" />
          {t('buffering')}
        </span>
      )}
    </span>
  );
}

function Uncertain({ uncertainMs }: { readonly uncertainMs: number }) {
  const t = useTranslations('recordings.player');
  const length = useLength();
  return (
    <Pill tone="warn" icon={<TriangleAlert aria-hidden size={12} />} title={t('uncertainAbout')}>
      {t('uncertain', { length: length(Math.ceil(uncertainMs / 1000) * 1_000_000) })}
      <span className="sr-only">. {t('uncertainAbout')}</span>
    </Pill>
  );
}

function SpeedChoice({ speed }: { readonly speed: number }) {
  const t = useTranslations('recordings.player');
  const { number } = useFormatter();
  const prefer = useSetPreferences();
  const say = (value: number) => t('speedValue', { speed: number(value) });
  return (
    <Menu
      side="top"
      align="center"
      trigger={
        <Button
          look="ghost"
          icon={<Gauge aria-hidden size={15} />}
          aria-label={t('speedOf', { speed: say(speed) })}
          aria-keyshortcuts="Comma Period"
          title={t('speed')}
          className="max-md:px-1.5"
        >
          {say(speed)}
        </Button>
      }
    >
      <MenuChoice
        label={t('speed')}
        value={String(speed)}
        options={speeds.map((value) => ({ value: String(value), label: say(value) }))}
        onChange={(value) => {
          prefer({ playSpeed: Number(value) });
        }}
      />
    </Menu>
  );
}

function CloseButton({ onClose }: { readonly onClose: (() => void) | null }) {
  const t = useTranslations('recordings.player');
  if (onClose === null) return null;
  return (
    <IconButton
      look="ghost"
      label={t('close')}
      icon={<X size={15} />}
      className="max-md:ml-auto"
      onClick={onClose}
    />
  );
}
