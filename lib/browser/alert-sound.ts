const tones = [
  { hertz: 880, startsAt: 0 },
  { hertz: 660, startsAt: 0.16 },
] as const;
const toneSeconds = 0.14;
const loudness = 0.2;

/** The sound of alerts. */
export interface AlertSound {
  /** Plays it; where the browser lets no page sound before it was clicked, nothing is heard. */
  play: () => void;
  close: () => void;
}

/** Two short tones, made where they are heard: there is no file to be loaded when it matters. */
export function createAlertSound(): AlertSound {
  let context: AudioContext | null = null;
  return {
    play: () => {
      context ??= new AudioContext();
      const audio = context;
      audio.resume().then(
        () => {
          for (const { hertz, startsAt } of tones) playTone(audio, hertz, startsAt);
        },
        () => undefined,
      );
    },
    close: () => {
      context?.close().catch(() => undefined);
      context = null;
    },
  };
}

function playTone(audio: AudioContext, hertz: number, startsAt: number): void {
  const from = audio.currentTime + startsAt;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = hertz;
  // Begun and ended softly: a tone that is cut off clicks.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + 0.01);
  gain.gain.linearRampToValueAtTime(0, from + toneSeconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(from + toneSeconds);
}
