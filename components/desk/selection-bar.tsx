import { LogOut, Mic, MicOff, Pause, PhoneOff, Play, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useDesk, useDeskStore } from './desk-store';
import { withNobodyChosen } from './roster-keys';
import { reachableOf } from './selection';
import { useDeskRights } from './use-desk-rights';
import { useLegCommands } from './use-leg-commands';

/** What can be done with everybody who is selected, floating over the list. */
export function SelectionBar() {
  const t = useTranslations('desk.selection');
  const desk = useDeskStore();
  const rights = useDeskRights();
  const { mute, unmute, hold, unhold } = useLegCommands();
  const count = useDesk((now) => now.selection.chosen.size);
  const reachable = useDesk((now) => reachableOf(now.selection, now.roster.rows).length);
  const isEnded = useDesk((now) => now.isEnded);
  if (count === 0 || isEnded || !rights.anyToPeople) return null;
  const legs = () => reachableOf(desk.getState().selection, desk.getState().roster.rows);
  const isDisabled = reachable === 0;
  const act = (label: string, icon: ReactNode, onClick: () => void) => (
    <Button disabled={isDisabled} icon={icon} onClick={onClick} className="max-md:px-2">
      <span className="max-md:sr-only">{label}</span>
    </Button>
  );
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center px-2">
      <div
        role="toolbar"
        aria-label={t('label')}
        className="pointer-events-auto flex max-w-full animate-appear items-center gap-1.5 overflow-x-auto rounded-xl border border-line bg-raise py-[7px] pr-2 pl-3.5 shadow-float"
      >
        <strong className="mr-1.5 font-[560] whitespace-nowrap">
          {t('count', { count })}
          {reachable < count && (
            <span className="font-normal text-ink-3">
              {' '}
              {t('notReachable', { count: count - reachable })}
            </span>
          )}
        </strong>
        {rights.mute &&
          act(t('mute'), <MicOff size={14} />, () => {
            mute(legs());
          })}
        {rights.mute &&
          act(t('unmute'), <Mic size={14} />, () => {
            unmute(legs());
          })}
        {rights.hold &&
          act(t('hold'), <Pause size={14} />, () => {
            hold(legs());
          })}
        {rights.hold &&
          act(t('unhold'), <Play size={14} />, () => {
            unhold(legs());
          })}
        {rights.remove && (
          <Button
            look="danger"
            disabled={isDisabled}
            icon={<LogOut size={14} />}
            onClick={() => {
              desk.setState({ question: { ask: 'remove', legs: legs() } });
            }}
          >
            <span className="max-md:sr-only">{t('remove')}</span>
          </Button>
        )}
        {rights.hangUp && (
          <Button
            look="danger"
            disabled={isDisabled}
            icon={<PhoneOff size={14} />}
            onClick={() => {
              desk.setState({ question: { ask: 'hangUp', legs: legs() } });
            }}
          >
            <span className="max-md:sr-only">{t('hangUp')}</span>
          </Button>
        )}
        <IconButton
          look="ghost"
          label={t('clear')}
          icon={<X size={15} />}
          onClick={() => {
            desk.setState(withNobodyChosen);
          }}
        />
      </div>
    </div>
  );
}
