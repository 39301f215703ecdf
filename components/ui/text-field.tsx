import { type ComponentProps, useId } from 'react';

/** A labelled field for a line of text or a number. */
export function TextField({
  label,
  hint,
  error,
  ...rest
}: Omit<ComponentProps<'input'>, 'className' | 'id'> & {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}) {
  const id = useId();
  const about = error ?? hint;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
        className="h-[30px] w-full min-w-0 rounded-lg border border-line bg-panel px-2.5 text-ink placeholder:text-ink-3 aria-invalid:border-bad"
      />
      {about !== undefined && (
        <p
          id={`${id}-about`}
          className={error === undefined ? 'text-xs text-ink-3' : 'text-xs text-bad'}
        >
          {about}
        </p>
      )}
    </div>
  );
}
