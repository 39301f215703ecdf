'use client';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names';

/** A place to drop files on; the button in it opens the system's own dialog. */
export function DropZone({
  accept,
  label,
  onFiles,
  children,
}: {
  /** What the dialog offers: endings and types. */
  readonly accept: string;
  /** The button's words. */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const zone = useRef<HTMLDivElement>(null);
  const isOver = useDrop(zone, onFiles);
  return (
    <div
      ref={zone}
      className={classNames(
        'flex flex-wrap items-center justify-center gap-x-3 gap-y-2 rounded-xl border border-dashed px-4 py-5 text-center',
        isOver ? 'border-brand bg-brand-soft' : 'border-outline bg-panel',
      )}
    >
      {children}
      <label className="inline-flex h-[30px] cursor-pointer items-center rounded-lg border border-line bg-panel px-[11px] font-[530] hover:bg-raise has-focus-visible:outline-2 has-focus-visible:outline-brand">
        {label}
        <input
          ref={input}
          type="file"
          accept={accept}
          className="sr-only"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // Else the same file, mended, could not be chosen again.
            if (input.current !== null) input.current.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
    </div>
  );
}

/** Hands over what is dropped; whether something is held over the place now. */
function useDrop(
  zone: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  }, [onFiles]);
  useEffect(() => {
    const place = zone.current;
    const leaving = new AbortController();
    const { signal } = leaving;
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = () => {
      setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    place?.addEventListener('dragover', over, { signal });
    place?.addEventListener('dragleave', leave, { signal });
    place?.addEventListener('drop', drop, { signal });
    return () => {
      leaving.abort();
    };
  }, [zone]);
  return isOver;
}
