/** What a colour means; it never stands alone, but beside an icon or a word. */
export type Tone = 'neutral' | 'brand' | 'live' | 'warn' | 'bad' | 'violet';

/** Text on a soft tint of the same colour. */
export const softTone: Record<Tone, string> = {
  neutral: 'bg-raise text-ink-2',
  brand: 'bg-brand-soft text-brand',
  live: 'bg-live-soft text-live',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  violet: 'bg-violet-soft text-violet',
};

/** Text alone. */
export const textTone: Record<Tone, string> = {
  neutral: 'text-ink-2',
  brand: 'text-brand',
  live: 'text-live',
  warn: 'text-warn',
  bad: 'text-bad',
  violet: 'text-violet',
};
