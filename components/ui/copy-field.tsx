'use client';
import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from './button';

/** A text to take along: it can be selected, and copied with one press. */
export function CopyField({
  label,
  value,
  copyLabel,
  copiedLabel,
}: {
  readonly label: string;
  readonly value: string;
  readonly copyLabel: string;
  readonly copiedLabel: string;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    // Where there is no clipboard the selected text can still be copied by hand.
    field.current?.select();
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(value))
      .then(
        () => {
          setCopied(true);
        },
        () => undefined,
      );
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      <div className="flex gap-1.5">
        <input
          ref={field}
          id={id}
          readOnly
          value={value}
          className="h-[30px] min-w-0 flex-1 rounded-lg border border-line bg-raise px-2.5 font-mono text-sm text-ink"
        />
        <Button
          icon={isCopied ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
          onClick={copy}
        >
          <span aria-live="polite">{isCopied ? copiedLabel : copyLabel}</span>
        </Button>
      </div>
    </div>
  );
}
