import { createStore, type StoreApi } from 'zustand/vanilla';

/** How the sound in the player stands. */
export interface PlaybackState {
  readonly isPlaying: boolean;
  readonly atMs: number;
  /** What the sound itself says; null before it is known. */
  readonly lengthMs: number | null;
  /** Whether it is to be heard and is still being loaded. */
  readonly isWaiting: boolean;
  readonly hasFailed: boolean;
}

/** The sound in the player, for whoever shows it and whoever steers it. */
export interface Playback {
  readonly store: StoreApi<PlaybackState>;
  /** Plays by this element until the function it answers is called. */
  attach: (audio: HTMLAudioElement, start: { atMs: number; isSounding: boolean }) => () => void;
  toggle: () => void;
  /** Loads anew what could not be loaded. */
  again: () => void;
  seek: (atMs: number) => void;
  skip: (byMs: number) => void;
  setSpeed: (speed: number) => void;
}

/** The speeds there are. */
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** The next speed up or down from one; the same where there is none. */
export function nextSpeed(speed: number, step: 1 | -1): number {
  const others = speeds.filter((one) => (step === 1 ? one > speed : one < speed));
  return (step === 1 ? others[0] : others.at(-1)) ?? speed;
}

/** A speed there is: the one kept, or as it was spoken. */
export function speedFrom(kept: number): number {
  return speeds.find((one) => one === kept) ?? 1;
}

const silent: PlaybackState = {
  ...{ isPlaying: false, atMs: 0, lengthMs: null, isWaiting: false, hasFailed: false },
};

/** A player that no sound is in yet. */
export function createPlayback(): Playback {
  const store = createStore<PlaybackState>(() => silent);
  let element: HTMLAudioElement | null = null;
  let speed = 1;
  const applySpeed = () => {
    if (element === null) return;
    element.defaultPlaybackRate = speed;
    element.playbackRate = speed;
  };
  const play = () => {
    // What keeps it from being heard is told by the element's own events, and a browser may forbid it.
    element?.play().catch(() => undefined);
  };
  const seek = (atMs: number) => {
    const { lengthMs } = store.getState();
    const to = Math.max(0, Math.min(atMs, lengthMs ?? Infinity));
    store.setState({ atMs: to });
    if (element !== null) element.currentTime = to / 1000;
  };
  return {
    store,
    attach(audio, { atMs, isSounding }) {
      element = audio;
      applySpeed();
      store.setState({ ...silent, atMs }, true);
      const stop = listen(audio, store);
      audio.currentTime = atMs / 1000;
      if (isSounding) play();
      return () => {
        stop();
        audio.pause();
        // Else the browser goes on loading what nobody hears.
        audio.removeAttribute('src');
        audio.load();
        element = null;
        store.setState(silent, true);
      };
    },
    toggle() {
      if (element === null) return;
      if (!element.paused) element.pause();
      else play();
    },
    again() {
      const { atMs } = store.getState();
      store.setState({ hasFailed: false });
      element?.load();
      seek(atMs);
      play();
    },
    seek,
    skip(byMs) {
      seek(store.getState().atMs + byMs);
    },
    setSpeed(next) {
      speed = next;
      applySpeed();
    },
  };
}

function listen(audio: HTMLAudioElement, store: StoreApi<PlaybackState>): () => void {
  const learn = () => {
    const { duration } = audio;
    store.setState({ lengthMs: Number.isFinite(duration) ? duration * 1000 : null });
  };
  const follow = () => {
    // Before its head is loaded the element stands at the beginning, wherever it will begin.
    if (audio.readyState > 0) store.setState({ atMs: audio.currentTime * 1000 });
  };
  const events: Readonly<Record<string, () => void>> = {
    play: () => {
      store.setState({ isPlaying: true });
    },
    pause: () => {
      store.setState({ isPlaying: false, isWaiting: false });
    },
    ended: () => {
      store.setState({ isPlaying: false });
    },
    timeupdate: follow,
    seeked: follow,
    durationchange: learn,
    waiting: () => {
      store.setState({ isWaiting: true });
    },
    playing: () => {
      store.setState({ isWaiting: false, hasFailed: false });
    },
    error: () => {
      if (audio.error !== null)
        store.setState({ hasFailed: true, isPlaying: false, isWaiting: false });
    },
  };
  for (const [name, run] of Object.entries(events)) audio.addEventListener(name, run);
  return () => {
    for (const [name, run] of Object.entries(events)) audio.removeEventListener(name, run);
  };
}
