import type { RecordingRow } from '@/lib/contract/recording';

/** What the page asks about before something is done. */
export type RecordingQuestion =
  | { readonly ask: 'delete' | 'zip'; readonly rows: readonly RecordingRow[] }
  | { readonly ask: 'hold' | 'lift' | 'share'; readonly row: RecordingRow };

/** What is done with recordings, the same object as long as the page is open. */
export interface RecordingHands {
  /** Opens it in the player and plays it; what is there already goes on or rests. */
  readonly play: (row: RecordingRow) => void;
  readonly open: (row: RecordingRow) => void;
  /** Has the browser take the file. */
  readonly download: (row: RecordingRow) => void;
  readonly copyLink: (row: RecordingRow) => void;
  readonly retry: (row: RecordingRow) => void;
  readonly ask: (question: RecordingQuestion) => void;
  /** Takes this one into the selection or out of it, or, with a range, all up to it. */
  readonly choose: (row: RecordingRow, isRange: boolean) => void;
}
