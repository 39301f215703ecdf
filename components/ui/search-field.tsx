'use client';
import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { classNames } from './class-names';
import { Kbd } from './kbd';

/** A field to search by what is typed; Escape empties it. */
export function SearchField({
  label,
  clearLabel,
  value,
  onChange,
  shortcut,
  inputRef,
  className,
}: {
  /** What can be found; also stands in the empty field. */
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly shortcut?: string | undefined;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly className?: string;
}) {
  return (
    <div
      className={classNames(
        'flex h-[30px] items-center gap-2 rounded-lg border border-line bg-panel px-2.5 text-ink-3 focus-within:border-brand',
        className,
      )}
    >
      <Search aria-hidden size={14} className="shrink-0" />
      <input
        ref={inputRef}
        type="text"
        role="searchbox"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        placeholder={label}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onChange('');
        }}
        className="min-w-0 flex-1 bg-transparent text-ink outline-none placeholder:text-ink-3"
      />
      {value === '' && shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
      {value !== '' && (
        <button
          type="button"
          aria-label={clearLabel}
          title={clearLabel}
          className="rounded hover:text-ink"
          onClick={() => {
            onChange('');
          }}
        >
          <X size={14} />
        </button>
      )}
    </div>
  );
}
