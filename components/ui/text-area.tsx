import { type ComponentProps, useId } from 'react';

/** A labelled field for several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'className' | 'id'> & {
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
}) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      <textarea
        rows={5}
        {...rest}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-about`}
        className="w-full min-w-0 resize-y rounded-lg border border-line bg-panel px-2.5 py-1.5 text-ink aria-invalid:border-bad"
      />
      <p
        id={`${id}-about`}
        className={error === undefined ? 'text-xs text-ink-3' : 'text-xs text-bad'}
      >
        {error ?? hint}
      </p>
    </div>
  );
}
