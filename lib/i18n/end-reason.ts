const known = ['all_left', 'host_left', 'ended_via_api', 'time_exceeded'] as const;

/** Under which key of `desk.endReasons` a reason stands; null for one the carrier has made up since. */
export function endReasonKey(reason: string): (typeof known)[number] | null {
  return known.find((name) => name === reason) ?? null;
}

/** A word of the carrier's as it can be shown. */
export function plainWords(word: string): string {
  return word.replaceAll('_', ' ');
}
