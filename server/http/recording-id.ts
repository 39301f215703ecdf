/** What Next hands to the routes of one recording. */
export interface RecordingContext {
  readonly params: Promise<{ recordingId: string }>;
}

/** The recording that an address names. */
export async function recordingIdIn({ params }: RecordingContext): Promise<string> {
  return decodeURIComponent((await params).recordingId);
}
