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
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly isInline?: boolean;
  readonly onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div className={isInline ? 'flex items-center gap-2' : 'flex min-w-0 flex-col gap-1'}>
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
        className="h-[30px] min-w-0 rounded-lg border border-line bg-panel px-2 text-ink"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
