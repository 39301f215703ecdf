const beatMs = 2000;
const sleptMs = 10_000;

/**
 * Calls back whenever this page may have slept or been cut off: it is shown again, restored from the
 * back-forward cache, the network is back, or the clock ran on without us. Answers how to stop.
 */
export function onWake(wake: () => void): () => void {
  const shown = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const restored = (event: PageTransitionEvent) => {
    if (event.persisted) wake();
  };
  let beatAt = Date.now();
  const beat = setInterval(() => {
    const gap = Date.now() - beatAt;
    beatAt = Date.now();
    // Hidden pages beat slowly by the browser's will; they wake when they are shown.
    if (gap > sleptMs && document.visibilityState === 'visible') wake();
  }, beatMs);
  document.addEventListener('visibilitychange', shown);
  window.addEventListener('pageshow', restored);
  window.addEventListener('online', wake);
  return () => {
    clearInterval(beat);
    document.removeEventListener('visibilitychange', shown);
    window.removeEventListener('pageshow', restored);
    window.removeEventListener('online', wake);
  };
}
