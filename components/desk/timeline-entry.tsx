import {
  ArrowRightToLine,
  AudioLines,
  CirclePause,
  CircleDot,
  Ear,
  Flag,
  Keyboard,
  LogIn,
  LogOut,
  type LucideIcon,
  MessageSquareQuote,
  Mic,
  MicOff,
  Pause,
  PhoneOff,
  Play,
  StepForward,
  RefreshCw,
  Save,
  Square,
  UserMinus,
} from 'lucide-react';
import Link from 'next/link';
import { memo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { classNames } from '@/components/ui/class-names';
import { later } from '@/components/ui/later';
import { textTone, type Tone } from '@/components/ui/tone';
import { useConference } from '@/lib/browser/use-conference';
import { useMay } from '@/lib/browser/use-may';
import { conferenceCommands, type ConferenceCommandType } from '@/lib/domain/conference/command';
import { PhaseIcon, phaseTone } from './command-mark';
import { isUndoable } from '@/lib/domain/conference/undo';
import { TimelineWords } from './timeline-words';
import type { LineCommand, LineIcon, TimelineLine } from '@/lib/format/timeline-line';
import { phaseWord } from '@/lib/i18n/phase-word';
import { useUndo } from './use-undo';

const SavedLink = later(async () => (await import('./desk-recordings')).SavedLink);

const pictures: Record<LineIcon, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  floor: { icon: AudioLines, tone: 'live' },
  joined: { icon: LogIn, tone: 'neutral' },
  left: { icon: LogOut, tone: 'neutral' },
  muted: { icon: MicOff, tone: 'neutral' },
  open: { icon: Mic, tone: 'neutral' },
  held: { icon: Pause, tone: 'warn' },
  resumed: { icon: StepForward, tone: 'neutral' },
  removed: { icon: UserMinus, tone: 'bad' },
  hungUp: { icon: PhoneOff, tone: 'neutral' },
  recording: { icon: CircleDot, tone: 'bad' },
  paused: { icon: CirclePause, tone: 'warn' },
  stopped: { icon: Square, tone: 'neutral' },
  saved: { icon: Save, tone: 'live' },
  ended: { icon: Flag, tone: 'bad' },
  began: { icon: ArrowRightToLine, tone: 'live' },
  pressed: { icon: Keyboard, tone: 'brand' },
  audio: { icon: Play, tone: 'neutral' },
  speech: { icon: MessageSquareQuote, tone: 'neutral' },
  supervising: { icon: Ear, tone: 'violet' },
  read: { icon: RefreshCw, tone: 'neutral' },
};

/** One line of the timeline: when, what, who, and how a command fares. */
export const TimelineEntry = memo(function TimelineEntry({
  line,
}: {
  readonly line: TimelineLine;
}) {
  const t = useTranslations('desk.timeline');
  const format = useFormatter();
  const { icon: Icon, tone } = pictures[line.icon];
  const time = new Date(line.at / 1000);
  return (
    <div className="grid grid-cols-[58px_16px_minmax(0,1fr)] items-start gap-2 px-4 py-[5px]">
      <time
        dateTime={time.toISOString()}
        title={format.dateTime(time, { dateStyle: 'medium', timeStyle: 'long' })}
        className="pt-px font-mono text-[11px] text-ink-3"
      >
        {format.dateTime(time, {
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hourCycle: 'h23',
        })}
      </time>
      <Icon aria-hidden size={15} className={classNames('mt-0.5 shrink-0', textTone[tone])} />
      <div className="min-w-0 wrap-anywhere text-ink-2">
        <TimelineWords line={line} />
        {line.source === 'reconcile' && line.icon !== 'read' && (
          <p className="text-sm text-ink-3">{t('reconciled')}</p>
        )}
        {line.words.say === 'saved' && <SavedLink id={line.words.recordingId} />}
        {line.command !== null && line.words.say === 'command' && (
          <CommandProgress command={line.command} type={line.words.type} />
        )}
      </div>
    </div>
  );
});

function CommandProgress({
  command,
  type,
}: {
  readonly command: LineCommand;
  readonly type: ConferenceCommandType;
}) {
  const t = useTranslations('desk.phase');
  const mayReadActivity = useMay('activity.read');
  const record = useConference((view) =>
    view.foreseen?.commands.find((known) => known.commandId === command.commandId),
  );
  const phase = record?.phase ?? command.phase;
  const code = record?.refusal?.code ?? command.refusal?.code ?? null;
  const detail = record?.refusal?.detail ?? command.refusal?.detail ?? '';
  return (
    <p className="flex flex-wrap gap-x-1.5 text-sm text-ink-3">
      <span className={classNames('flex gap-1 [&>svg]:mt-[3px]', phaseTone(phase))}>
        <PhaseIcon phase={phase} />
        {phase === 'refused' && detail !== ''
          ? t('refusedBecause', { detail })
          : t(phaseWord(phase, type, code))}
      </span>
      {command.roundTripMs !== null && (
        <span className="before:content-['·_']">{t('roundTrip', { ms: command.roundTripMs })}</span>
      )}
      <UndoButton command={command} type={type} />
      {mayReadActivity && (
        <Link
          href={`/activity?q=${encodeURIComponent(command.commandId)}`}
          className="underline-offset-2 before:content-['·_'] hover:underline"
        >
          {t('inActivity')}
        </Link>
      )}
    </p>
  );
}

const undoable: ReadonlySet<ConferenceCommandType> = new Set([
  'participants.mute',
  'participants.unmute',
  'participants.hold',
  'participants.unhold',
]);

/** Restores what the command changed, as long as there is anything left of it. */
function UndoButton({
  command: { commandId },
  type,
}: {
  readonly command: LineCommand;
  readonly type: ConferenceCommandType;
}) {
  const t = useTranslations('desk.bulk');
  const undo = useUndo();
  const mayUndo = useMay(conferenceCommands[type].permission) && undoable.has(type);
  const isLeft = useConference(
    ({ foreseen }) => mayUndo && foreseen !== null && isUndoable(foreseen, commandId),
  );
  if (!isLeft) return null;
  return (
    <button
      type="button"
      className="rounded-sm font-[560] text-brand underline-offset-2 hover:underline"
      onClick={() => {
        undo(commandId);
      }}
    >
      {t('undo')}
    </button>
  );
}
