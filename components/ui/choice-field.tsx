import { type ReactNode, useId } from 'react';

/** One of the values a `ChoiceField` offers. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
}

/** A few values side by side of which one is chosen, all of them in sight. */
export function ChoiceField<Value extends string>({
  label,
  value,
  choices,
  isLabelHidden = false,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly isLabelHidden?: boolean;
  readonly onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className={isLabelHidden ? 'sr-only' : 'mb-1.5 text-sm font-medium text-ink-2'}>
        {label}
      </legend>
      <div className="inline-flex w-fit max-w-full flex-wrap gap-0.5 rounded-lg border border-line bg-raise p-0.5">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex h-[26px] items-center gap-1.5 rounded-md px-2.5 font-[530] text-ink-2 has-checked:bg-panel has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-brand"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => {
                onChange(choice.value);
              }}
              className="sr-only"
            />
            {choice.icon}
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
