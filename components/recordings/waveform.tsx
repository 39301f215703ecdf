import { type RefObject, useEffect, useRef, useState } from 'react';
import { usePreferences } from '@/lib/browser/use-preferences';
import type { RecordingPeaks } from '@/lib/contract/recording';

/** Pixels of the whole drawing; two channels share them. */
const waveHeight = 44;

/**
 * The shape of the sound, what was played in the brand's colour; it follows the element by itself. Of two
 * channels each is a line.
 */
export function Waveform({
  audio,
  peaks: { channels, durationMs },
  onFailed,
}: {
  readonly audio: HTMLAudioElement;
  readonly peaks: RecordingPeaks;
  readonly onFailed: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const played = useRef<HTMLSpanElement>(null);
  const ahead = useRef<HTMLSpanElement>(null);
  const colours = useColours(played, ahead);
  useEffect(() => {
    const container = box.current;
    if (container === null || colours === null) return undefined;
    let isWanted = true;
    let destroy = () => {
      isWanted = false;
    };
    import('wavesurfer.js').then(
      ({ default: WaveSurfer }) => {
        if (!isWanted) return;
        const height = waveHeight / channels.length;
        const surfer = WaveSurfer.create({
          container,
          media: audio,
          peaks: channels.map((channel) => [...channel]),
          duration: durationMs / 1000,
          ...(channels.length > 1
            ? { splitChannels: channels.map(() => ({ height, ...colours })) }
            : { height }),
          ...colours,
          ...{ barWidth: 3, barGap: 2, barRadius: 2, cursorWidth: 0, normalize: true },
          ...{ interact: false, hideScrollbar: true, autoScroll: false },
        });
        destroy = () => {
          surfer.destroy();
        };
      },
      () => {
        if (isWanted) onFailed();
      },
    );
    return () => {
      destroy();
    };
  }, [audio, channels, durationMs, colours, onFailed]);
  return (
    <div className="pointer-events-none">
      {/* A canvas knows no variables; what is not played must be opaque, for the played is drawn by it. */}
      <span ref={played} className="text-brand" />
      <span
        ref={ahead}
        className="text-[color-mix(in_srgb,var(--color-outline)_60%,var(--color-panel))]"
      />
      <div ref={box} style={{ height: waveHeight }} />
    </div>
  );
}

interface Colours {
  readonly progressColor: string;
  readonly waveColor: string;
}

/** The two colours as a canvas takes them, of the theme that is on. */
function useColours(
  played: RefObject<HTMLElement | null>,
  ahead: RefObject<HTMLElement | null>,
): Colours | null {
  const theme = usePreferences((preferences) => preferences.theme);
  const [colours, setColours] = useState<Colours | null>(null);
  useEffect(() => {
    const look = () => {
      if (played.current === null || ahead.current === null) return;
      const [progressColor, waveColor] = [played.current, ahead.current].map(
        (element) => getComputedStyle(element).color,
      );
      if (progressColor === undefined || waveColor === undefined) return;
      setColours((known) =>
        known?.progressColor === progressColor && known.waveColor === waveColor
          ? known
          : { progressColor, waveColor },
      );
    };
    look();
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', look);
    return () => {
      system.removeEventListener('change', look);
    };
  }, [theme, played, ahead]);
  return colours;
}
