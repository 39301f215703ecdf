import { Archive, FileWarning, Play } from 'lucide-react';
import Link from 'next/link';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { PartWords } from '@/components/shell/later-words';
import { classNames } from '@/components/ui/class-names';
import { Pill } from '@/components/ui/pill';
import { softTone } from '@/components/ui/tone';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import { useConference } from '@/lib/browser/use-conference';
import { useMay } from '@/lib/browser/use-may';
import { useNow } from '@/lib/browser/use-now';
import type { RecordingStep } from '@/lib/domain/conference/conference';
import type { SavedRecording } from '@/lib/domain/conference/event';
import { emptyKeyed, valuesOf } from '@/lib/domain/keyed';
import {
  savedWithin,
  type UnsavedRecordings,
  unsavedRecordings,
} from '@/lib/domain/recording/unsaved';
import { clockOf } from '@/lib/format/duration';
import { useLength } from '@/lib/i18n/use-length';
import { useConferenceId } from './desk-store';
import { pausesIn } from './recording-pauses';
import type { RibbonSpan } from './ribbon';
import { useClockWords } from './ribbon-words';

/** More than so many stand behind one link to all of them. */
const mostShown = 3;
/** The part of the ribbon in which there is room for words; narrower ones say theirs when pointed at. */
const leastLabelled = 0.2;
const noSteps: readonly RecordingStep[] = [];
const noRecordings = emptyKeyed<never>();
const hatched = 'repeating-linear-gradient(135deg, var(--color-warn) 0 2px, transparent 2px 6px)';

const linkLook = classNames(
  'inline-flex h-[22px] shrink-0 items-center gap-[5px] rounded-full px-2 text-xs font-[550] whitespace-nowrap hover:underline',
  softTone.live,
);

/** The recordings of the conference that the carrier has saved, to be heard by whoever may. */
export function SavedRecordings() {
  const mayRead = useMay('recording.read');
  const known = useConference(({ foreseen }) => foreseen?.recordings ?? noRecordings);
  const saved = useMemo(
    () =>
      valuesOf(known)
        .sort((a, b) => a.at - b.at)
        .map(({ value }) => value),
    [known],
  );
  const unsaved = useUnsaved(({ count }) => count) ?? 0;
  if (!mayRead || (saved.length === 0 && unsaved === 0)) return null;
  return (
    <PartWords>
      <SavedLinks saved={saved} />
      {unsaved > 0 && <Unsaved count={unsaved} />}
    </PartWords>
  );
}

/** One thing about those that are over and not saved; null where there are none. */
function useUnsaved<T>(select: (unsaved: UnsavedRecordings) => T): T | null {
  return useConference(({ foreseen }) => {
    const unsaved = foreseen === null ? null : unsavedRecordings(foreseen);
    return unsaved === null ? null : select(unsaved);
  });
}

/** Says so of what should have been saved long ago. */
function Unsaved({ count }: { readonly count: number }) {
  const t = useTranslations('recordings.desk');
  const length = useLength();
  const since = useUnsaved((unsaved) => unsaved.since) ?? 0;
  const isByOurs = useUnsaved(({ clock }) => clock === 'ours') ?? true;
  const ours = useNow();
  const carriers = useCarrierNow();
  const forMicros = (isByOurs ? ours : carriers) - since;
  if (forMicros < savedWithin) return null;
  return (
    <Pill
      tone="warn"
      icon={<FileWarning aria-hidden size={12} />}
      title={t('unsavedAbout', { length: length(forMicros) })}
    >
      {t('unsaved', { count })}
    </Pill>
  );
}

function SavedLinks({ saved }: { readonly saved: readonly SavedRecording[] }) {
  const t = useTranslations('recordings.desk');
  const id = useConferenceId();
  const steps = useSteps();
  return (
    <>
      {saved.slice(-mostShown).map((recording) => (
        <Link key={recording.recordingId} href={pathOf(recording.recordingId)} className={linkLook}>
          <Archive aria-hidden size={12} />
          {t('saved', { length: lengthOf(recording, steps) })}
        </Link>
      ))}
      {saved.length > mostShown && (
        <Link href={`/recordings?conference=${encodeURIComponent(id)}`} className={linkLook}>
          {t('all', { count: saved.length })}
        </Link>
      )}
    </>
  );
}

/** How much sound there is in it; empty where the carrier did not say from when to when it was made. */
function lengthOf({ startedAt, endedAt }: SavedRecording, steps: readonly RecordingStep[]): string {
  if (startedAt === null || endedAt === null) return '';
  const pauses = pausesIn(steps, { from: startedAt, until: endedAt });
  const paused = pauses.reduce((sum, { from, until }) => sum + until - from, 0);
  return clockOf(endedAt - startedAt - paused);
}

/** The way from the word that a recording was saved to the recording. */
export function SavedLink({ id }: { readonly id: string }) {
  const mayRead = useMay('recording.read');
  if (!mayRead) return null;
  return (
    <PartWords>
      <ListenLink id={id} />
    </PartWords>
  );
}

function ListenLink({ id }: { readonly id: string }) {
  const t = useTranslations('recordings.desk');
  return (
    <Link
      href={pathOf(id)}
      className="flex items-center gap-1 text-sm text-ink-3 underline-offset-2 hover:underline"
    >
      <Play aria-hidden size={12} />
      {t('listen')}
    </Link>
  );
}

/** Where along the ribbon the recording was paused. */
export function RibbonPauses({ span }: { readonly span: RibbonSpan }) {
  const pauses = usePauses(span);
  if (pauses.length === 0) return null;
  return (
    <PartWords>
      <PauseMarks span={span} pauses={pauses} />
    </PartWords>
  );
}

function PauseMarks({
  span,
  pauses,
}: {
  readonly span: RibbonSpan;
  readonly pauses: readonly RibbonSpan[];
}) {
  const words = usePauseWords();
  const length = span.until - span.from;
  return pauses.map((pause) => (
    <i
      key={pause.from}
      title={words(pause)}
      className="absolute inset-y-0 overflow-hidden border-x border-warn text-2xs not-italic"
      style={{
        left: `${((pause.from - span.from) / length) * 100}%`,
        width: `${((pause.until - pause.from) / length) * 100}%`,
        background: hatched,
      }}
    >
      {(pause.until - pause.from) / length > leastLabelled && (
        <span className="ml-1 rounded-sm bg-panel px-1 whitespace-nowrap text-warn max-md:hidden">
          {words(pause)}
        </span>
      )}
    </i>
  ));
}

/** The same in words, for those who hear the page. */
export function PauseList({ span }: { readonly span: RibbonSpan }) {
  const pauses = usePauses(span);
  if (pauses.length === 0) return null;
  return (
    <PartWords>
      <PauseLines pauses={pauses} />
    </PartWords>
  );
}

function PauseLines({ pauses }: { readonly pauses: readonly RibbonSpan[] }) {
  const words = usePauseWords();
  return (
    <ul className="sr-only">
      {pauses.map((pause) => (
        <li key={pause.from}>{words(pause)}</li>
      ))}
    </ul>
  );
}

function usePauses(span: RibbonSpan): readonly RibbonSpan[] {
  const steps = useSteps();
  return useMemo(() => pausesIn(steps, span), [steps, span]);
}

function useSteps(): readonly RecordingStep[] {
  return useConference(({ foreseen }) => foreseen?.recordingSteps ?? noSteps);
}

function usePauseWords(): (pause: RibbonSpan) => string {
  const t = useTranslations('recordings.desk');
  const clock = useClockWords();
  return ({ from, until }) => t('paused', { from: clock(from), until: clock(until) });
}

function pathOf(recordingId: string): string {
  return `/recordings?play=${encodeURIComponent(recordingId)}`;
}
