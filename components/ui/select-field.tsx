import { useId } from 'react';

/** One of the values a `SelectField` offers. */
export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A labelled list of values of which one is chosen; `isInline` puts the label beside it. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  isInline = false,
  hint,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly isInline?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: Value) => void;
}) {
  const id = useId();
  const about = error ?? hint;
  return (
    <div className={isInline ? 'flex items-center gap-2' : 'flex min-w-0 flex-col gap-1'}>
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      <select
        id={id}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
        className="h-[30px] min-w-0 rounded-lg border border-line bg-panel px-2 text-ink aria-invalid:border-bad"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
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
