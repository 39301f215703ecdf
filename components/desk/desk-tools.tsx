import {
  ChevronDown,
  CircleDot,
  CirclePause,
  CirclePlay,
  Keyboard,
  Mic,
  MicOff,
  Pause,
  Play,
  Square,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useConference } from '@/lib/browser/use-conference';
import { type RecordingView, recordingOf } from '@/lib/domain/conference/view';
import { useDesk, useDeskStore } from './desk-store';
import { useDeskRights } from './use-desk-rights';
import { useConferenceCommands, useRoomCommands } from './use-room-commands';

/** What can be done with the whole conference; at the bottom where the screen is narrow. */
export function DeskTools() {
  const t = useTranslations('desk.tools');
  const desk = useDeskStore();
  const rights = useDeskRights();
  if (!rights.mute && !rights.hold && !rights.record) return null;
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="flex shrink-0 items-center gap-1.5 overflow-x-auto border-line bg-panel px-3 py-2.5 max-lg:order-last max-lg:border-t md:px-5 lg:border-b max-lg:[&_kbd]:hidden"
    >
      {rights.mute && <MuteTools />}
      {rights.hold && <HoldTools />}
      {rights.record && (
        <>
          <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line max-md:hidden" />
          <RecordingTools />
        </>
      )}
      <span className="flex-1" />
      <IconButton
        look="ghost"
        label={t('shortcuts')}
        icon={<Keyboard size={16} />}
        aria-keyshortcuts="?"
        className="max-lg:hidden"
        onClick={() => {
          desk.setState({ question: { ask: 'shortcuts' } });
        }}
      />
    </div>
  );
}

function MuteTools() {
  const t = useTranslations('desk.tools');
  const { muteAll, unmuteAll } = useRoomCommands();
  const count = useDesk((now) => now.roster.counts.all);
  const muted = useDesk((now) => now.roster.counts.muted);
  const isEmpty = count === 0;
  return (
    <Split
      button={
        <Button
          icon={<MicOff size={16} />}
          shortcut="⇧M"
          disabled={isEmpty}
          onClick={muteAll}
          className="rounded-r-none"
        >
          {t('muteAll')}
        </Button>
      }
      more={t('moreMute')}
    >
      <MenuItem icon={<MicOff size={15} />} shortcut="⇧M" isDisabled={isEmpty} onSelect={muteAll}>
        {t('withCount', { what: t('muteAll'), count })}
      </MenuItem>
      <MenuItem icon={<Mic size={15} />} isDisabled={isEmpty} onSelect={unmuteAll}>
        {t('withCount', { what: t('unmuteAll'), count: muted })}
      </MenuItem>
    </Split>
  );
}

function HoldTools() {
  const t = useTranslations('desk.tools');
  const { holdAll, unholdAll } = useRoomCommands();
  const count = useDesk((now) => now.roster.counts.all);
  const held = useDesk((now) => now.roster.counts.onHold);
  const isEmpty = count === 0;
  return (
    <Split
      button={
        <Button
          icon={<Pause size={16} />}
          shortcut="⇧H"
          disabled={isEmpty}
          onClick={holdAll}
          className="rounded-r-none"
        >
          {t('holdAll')}
        </Button>
      }
      more={t('moreHold')}
    >
      <MenuItem icon={<Pause size={15} />} shortcut="⇧H" isDisabled={isEmpty} onSelect={holdAll}>
        {t('withCount', { what: t('holdAll'), count })}
      </MenuItem>
      <MenuItem icon={<Play size={15} />} isDisabled={isEmpty} onSelect={unholdAll}>
        {t('withCount', { what: t('unholdAll'), count: held })}
      </MenuItem>
    </Split>
  );
}

function Split({
  button,
  more,
  children,
}: {
  readonly button: ReactNode;
  readonly more: string;
  readonly children: ReactNode;
}) {
  return (
    <span className="flex shrink-0">
      {button}
      <Menu
        trigger={
          <IconButton
            label={more}
            icon={<ChevronDown size={14} />}
            className="-ml-px w-6 rounded-l-none"
          />
        }
      >
        {children}
      </Menu>
    </span>
  );
}

function RecordingTools() {
  const t = useTranslations('desk.tools');
  const desk = useDeskStore();
  const { pauseRecording, resumeRecording, stopRecording } = useConferenceCommands();
  const phase = useConference((view): RecordingView['phase'] =>
    view.foreseen === null ? 'off' : recordingOf(view.foreseen).phase,
  );
  switch (phase) {
    case 'off':
      return (
        <Button
          icon={<CircleDot size={16} />}
          shortcut="R"
          onClick={() => {
            desk.setState({ question: { ask: 'record' } });
          }}
        >
          {t('record')}
        </Button>
      );
    case 'stopping':
      return (
        <Button icon={<CircleDot size={16} />} disabled>
          {t('stopping')}
        </Button>
      );
    case 'recording':
    case 'paused': {
      const isPaused = phase === 'paused';
      return (
        <>
          <Button
            look={isPaused ? 'hold' : 'recording'}
            icon={isPaused ? <CirclePlay size={16} /> : <CirclePause size={16} />}
            shortcut="R"
            aria-label={isPaused ? t('resume') : t('pause')}
            onClick={isPaused ? resumeRecording : pauseRecording}
          >
            <span className="md:hidden">{isPaused ? t('resumeShort') : t('pauseShort')}</span>
            <span className="max-md:hidden">{isPaused ? t('resume') : t('pause')}</span>
          </Button>
          <Button
            look="ghost"
            icon={<Square size={15} />}
            aria-label={t('stopRecording')}
            onClick={stopRecording}
          >
            {t('stop')}
          </Button>
        </>
      );
    }
  }
}
