import { useCallback, useEffect, useRef, useState } from 'react';

/** One sound at a time, heard in this browser alone. */
export interface Listening {
  /** What is being heard; null in silence. */
  readonly name: string | null;
  readonly start: (name: string, address: string) => void;
  readonly stop: () => void;
}

/** Plays sounds to whoever is at this page; falls silent when the page is left. */
export function useListening(onFailure: (name: string) => void): Listening {
  const [name, setName] = useState<string | null>(null);
  const audio = useRef<HTMLAudioElement | null>(null);
  const stop = useCallback(() => {
    audio.current?.pause();
    audio.current = null;
    setName(null);
  }, []);
  useEffect(() => () => audio.current?.pause(), []);
  const start = (wanted: string, address: string) => {
    stop();
    const sound = new Audio(address);
    audio.current = sound;
    setName(wanted);
    sound.addEventListener('ended', stop);
    sound.play().catch(() => {
      // Another one was started, or this one stopped, before it could be heard.
      if (audio.current !== sound) return;
      stop();
      onFailure(wanted);
    });
  };
  return { name, start, stop };
}
