import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const everyBytes = 2 * 1024 * 1024;

/**
 * For a thread through which files flow: hears how far a file has come, and has V8 collect the pieces that are
 * done with. By itself it waits until there are 32 MB of them in each thread, which nothing but this changes.
 */
export function createPieceCollector(): (doneBytes: number) => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;
  let collectedAt = 0;
  return (doneBytes) => {
    if (doneBytes >= collectedAt && doneBytes - collectedAt < everyBytes) return;
    collectedAt = doneBytes;
    collect({ type: 'minor' });
  };
}
