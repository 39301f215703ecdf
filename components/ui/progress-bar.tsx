import { useId } from 'react';

/** How much of something is done, from 0 to 1, in words and as a bar. */
export function ProgressBar({
  label,
  part,
  percent,
}: {
  readonly label: string;
  readonly part: number;
  /** The part in words. */
  readonly percent: string;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex justify-between text-sm text-ink-2">
        <span>{label}</span>
        <span className="tabular-nums">{percent}</span>
      </label>
      <progress id={id} value={part} max={1} className="h-2 w-full accent-brand" />
    </div>
  );
}
