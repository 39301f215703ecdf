import type { Services } from '@/server/services';

/** What Next hands to the routes of a shared recording. */
export interface SharedContext {
  readonly params: Promise<{ token: string }>;
}

/** The link that an address holds and the recording it opens; throws `link-used` where it opens nothing any more. */
export async function sharedIn(
  { recordings }: Pick<Services, 'recordings'>,
  { params }: SharedContext,
) {
  const link = await recordings.shared((await params).token);
  return { link, id: link.recordingIds[0] ?? '' };
}
