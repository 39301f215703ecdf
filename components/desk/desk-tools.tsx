import { ChevronDown, CircleDot, Ellipsis, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useActionBoard } from '@/components/actions/use-action-board';
import { useShownChord } from '@/components/actions/use-chords';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { useDesk } from './desk-store';
import { ActionButton, ActionItem } from './action-button';
import { useDeskRights } from './use-desk-rights';
import { useScene } from './use-scene';

/** What can be done with the whole conference; at the bottom where the screen is narrow. */
export function DeskTools() {
  const t = useTranslations('desk.tools');
  const rights = useDeskRights();
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="flex shrink-0 items-center gap-1.5 overflow-x-auto border-line bg-panel px-3 py-2.5 max-lg:order-last max-lg:border-t md:px-5 lg:border-b max-lg:[&_kbd]:hidden"
    >
      {rights.mute && <MuteTools />}
      {rights.hold && <HoldTools />}
      {rights.mute && <AudioTools />}
      {rights.record && (
        <>
          <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line max-md:hidden" />
          <RecordingTools />
        </>
      )}
      <span className="flex-1" />
      <span className="shrink-0 bg-panel max-md:sticky max-md:-right-3 max-md:-mr-3 max-md:pr-1">
        <CommandsButton />
      </span>
    </div>
  );
}

function CommandsButton() {
  const t = useTranslations('desk.tools');
  const board = useActionBoard();
  return (
    <Button
      look="ghost"
      icon={<Search size={16} />}
      shortcut={useShownChord('palette')}
      aria-label={t('commands')}
      aria-haspopup="dialog"
      onClick={() => {
        board.open('palette');
      }}
    >
      <span className="max-md:hidden">{t('commands')}</span>
    </Button>
  );
}

function MuteTools() {
  const t = useTranslations('desk');
  const count = useDesk((now) => now.roster.counts.all);
  const muted = useDesk((now) => now.roster.counts.muted);
  return (
    <Split
      button={<ActionButton id="muteAll" className="rounded-r-none" />}
      more={t('tools.moreMute')}
    >
      <ActionItem id="muteAll">
        {t('tools.withCount', { what: t('action.muteAll'), count })}
      </ActionItem>
      <ActionItem id="muteAllButHosts" />
      <ActionItem id="unmuteAll">
        {t('tools.withCount', { what: t('action.unmuteAll'), count: muted })}
      </ActionItem>
      <ActionItem id="muteNewcomers" />
      <ActionItem id="letNewcomersTalk" />
    </Split>
  );
}

function HoldTools() {
  const t = useTranslations('desk');
  const count = useDesk((now) => now.roster.counts.all);
  const held = useDesk((now) => now.roster.counts.onHold);
  return (
    <Split
      button={<ActionButton id="holdAll" className="rounded-r-none" />}
      more={t('tools.moreHold')}
    >
      <ActionItem id="holdAll">
        {t('tools.withCount', { what: t('action.holdAll'), count })}
      </ActionItem>
      <ActionItem id="unholdAll">
        {t('tools.withCount', { what: t('action.unholdAll'), count: held })}
      </ActionItem>
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

function AudioTools() {
  const t = useTranslations('desk.tools');
  return (
    <>
      <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line max-md:hidden" />
      <ActionButton id="playAll" />
      <ActionButton id="speakAll" />
      <ActionButton id="sendDigitsAll" />
      <Menu trigger={<IconButton label={t('more')} icon={<Ellipsis size={15} />} />}>
        <ActionItem id="stopAll" />
        <ActionItem id="setRegion" />
        <ActionItem id="setLobby" />
      </Menu>
    </>
  );
}

function RecordingTools() {
  const t = useTranslations('desk.tools');
  const { recording } = useScene();
  return (
    <>
      <ActionButton id="record" />
      {recording === 'stopping' && (
        <Button icon={<CircleDot size={16} />} disabled>
          {t('stopping')}
        </Button>
      )}
      <ActionButton id="pauseRecording" look="recording">
        <ShortOnPhones short={t('pauseShort')} long={t('pause')} />
      </ActionButton>
      <ActionButton id="resumeRecording" look="hold">
        <ShortOnPhones short={t('resumeShort')} long={t('resume')} />
      </ActionButton>
      <ActionButton id="stopRecording" look="ghost">
        {t('stop')}
      </ActionButton>
    </>
  );
}

function ShortOnPhones({ short, long }: { readonly short: string; readonly long: string }) {
  return (
    <>
      <span className="md:hidden">{short}</span>
      <span className="max-md:hidden">{long}</span>
    </>
  );
}
