import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { Tone } from '@/components/ui/tone';

const frames: Readonly<Record<Tone, string>> = {
  neutral: 'border-line bg-panel',
  brand: 'border-line bg-panel',
  live: 'border-line bg-panel',
  warn: 'border-warn bg-warn-soft',
  bad: 'border-bad bg-bad-soft',
  violet: 'border-violet bg-violet-soft',
};

/** The frame of one tile: what it is, how it stands, and what is to be read from five metres. */
export function TileFrame({
  name,
  state,
  tone,
  children,
  foot,
}: {
  readonly name: string;
  readonly state: ReactNode;
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}) {
  return (
    <li
      className={classNames(
        '@container-[size] flex min-h-0 min-w-0 flex-col justify-between gap-[1.5vmin] overflow-hidden rounded-[2vmin] border-2 p-[3vmin] max-md:min-h-56',
        frames[tone],
      )}
    >
      <div className="flex items-baseline justify-between gap-[2vmin]">
        <h2 className="truncate text-[3vmin] font-[560]">{name}</h2>
        <p className="shrink-0 text-[2.8vmin] font-[560]">{state}</p>
      </div>
      <div className="flex min-h-0 flex-1 items-center gap-[3vmin]">{children}</div>
      <p className="flex flex-wrap gap-x-[4vmin] gap-y-1 text-[2.5vmin] text-ink-2">{foot}</p>
    </li>
  );
}

/** A small figure at the foot of a tile, with its word. */
export function TileFigure({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <span className="whitespace-nowrap">
      {label} <b className="font-mono font-[650] text-ink tabular-nums">{children}</b>
    </span>
  );
}
