import { Volume2, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useShallow } from 'zustand/react/shallow';
import { Button } from '@/components/ui/button';
import { usePacedConference } from '@/lib/browser/use-conference';
import { useMay } from '@/lib/browser/use-may';
import type { Conference } from '@/lib/domain/conference/conference';
import { hearsAudio, isCompleted, isPresent } from '@/lib/domain/conference/view';
import type { CallControlId } from '@/lib/domain/ids';
import { valuesOf } from '@/lib/domain/keyed';
import type { Micros } from '@/lib/domain/stamp';
import { useHands } from './hands';
import { RunningClock } from '@/components/shell/running-clock';

// What comes and goes by the tenth of a second is no news, and the list above would change its height each time.
const everyMs = 1000;

/**
 * What is played or spoken now, and the way to stop it; nothing while nothing is. Stands below the
 * roster, whose rows must not move when it comes and goes.
 */
export function NowPlaying() {
  const t = useTranslations('deskForms.playing');
  const room = usePacedConference(
    everyMs,
    useShallow(({ foreseen }) => roomAudio(foreseen)),
  );
  const legs = usePacedConference(
    everyMs,
    useShallow(({ foreseen }) => hearing(foreseen)),
  );
  const { conference } = useHands();
  if (room.what === null && legs.length === 0) return null;
  return (
    <div
      role="group"
      aria-label={t('label')}
      className="flex shrink-0 flex-wrap items-center gap-x-5 gap-y-1 border-t border-line bg-live-soft px-3 py-1.5 text-sm text-live md:px-5"
    >
      {room.what !== null && (
        <Heard
          onStop={() => {
            conference.stopAudio('everyone');
          }}
        >
          {t.rich(room.what, { time: () => <RunningClock since={room.since} /> })}
        </Heard>
      )}
      {legs.length > 0 && (
        <Heard
          onStop={() => {
            conference.stopAudio(legs);
          }}
        >
          {t('people', { count: legs.length })}
        </Heard>
      )}
    </div>
  );
}

function Heard({
  onStop,
  children,
}: {
  readonly onStop: () => void;
  readonly children: ReactNode;
}) {
  const t = useTranslations('deskForms.playing');
  const mayStop = useMay('conference.moderate');
  return (
    <span className="flex items-center gap-2">
      <Volume2 aria-hidden size={15} />
      <span>{children}</span>
      {mayStop && (
        <Button size="sm" icon={<VolumeX size={13} />} onClick={onStop}>
          {t('stop')}
        </Button>
      )}
    </span>
  );
}

const silence = { what: null, since: 0 } as const;

function roomAudio(
  conference: Conference | null,
): { readonly what: 'playback' | 'speak'; readonly since: Micros } | typeof silence {
  if (conference === null || isCompleted(conference)) return silence;
  const { playback, speak } = conference;
  if (speak?.value === true) return { what: 'speak', since: speak.at };
  return playback?.value === true ? { what: 'playback', since: playback.at } : silence;
}

function hearing(conference: Conference | null): readonly CallControlId[] {
  if (conference === null || isCompleted(conference)) return [];
  // Asked each second: nobody sorts eight hundred people to find out that nothing is played.
  return valuesOf(conference.participants).flatMap((leg) =>
    isPresent(leg) && hearsAudio(leg) ? [leg.callControlId] : [],
  );
}
