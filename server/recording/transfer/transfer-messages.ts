import type { RecordingProblem } from '@/lib/contract/recording';
import type { SoundLength } from '@/server/recording/sound/sound-duration';
import type { Downloaded, DownloadRequest } from './download-recording';

/** What a thread begins with. */
export interface TransferSetup {
  /** From where it may download (`Config.recordings.hosts`). */
  readonly hosts: readonly string[];
}

/** A file that came whole, and the sound in it; null for what is no sound. */
export interface Transferred extends Downloaded {
  readonly sound: SoundLength | null;
}

/** One thing for a thread to do; it does one at a time. */
export type TransferWork =
  | ({ readonly kind: 'download' } & Pick<
      DownloadRequest,
      'path' | 'etag' | 'keptBytes' | 'maxBytes'
    >)
  | { readonly kind: 'sum'; readonly path: string };

/** What a thread is told. */
export type ToThread =
  | TransferWork
  /** To its question; null where there will be no answer, and so nothing more to do. */
  | { readonly kind: 'answer'; readonly link: string | null }
  | { readonly kind: 'stop' };

/** What a thread asks, and waits for the answer. */
export type ThreadQuestion =
  | { readonly kind: 'link' }
  | { readonly kind: 'begun'; readonly bytes: number | null; readonly etag: string | null }
  | { readonly kind: 'kept'; readonly bytes: number };

/** Why a thread did not do it: what `ArchiveError` says, or what the system said. */
export type ThreadFailure =
  | {
      readonly kind: 'archive';
      readonly problem: RecordingProblem;
      readonly isFinal: boolean;
      readonly isSpoilt: boolean;
    }
  | { readonly kind: 'other'; readonly code: string | null; readonly text: string };

/** What a thread says. */
export type FromThread =
  | ThreadQuestion
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'downloaded'; readonly file: Transferred }
  | { readonly kind: 'summed'; readonly sha256: string }
  | { readonly kind: 'failed'; readonly failure: ThreadFailure };
