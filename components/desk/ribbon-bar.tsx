import {
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { classNames } from '@/components/ui/class-names';
import type { Micros } from '@/lib/domain/stamp';
import type { RibbonBlock, RibbonSpan } from './ribbon';
import { personColour } from './person-colour';

/** The ribbon itself: points by pointer, and by arrow keys from turn to turn. */
export function RibbonBar({
  blocks,
  span,
  looked,
  isShaded = true,
  label,
  hint,
  wordsOf,
  onPoint,
  onChoose,
  className,
  children,
}: {
  readonly blocks: readonly RibbonBlock[];
  readonly span: RibbonSpan;
  readonly looked: RibbonBlock | null;
  /** Whether all but the piece that is looked at is dimmed. */
  readonly isShaded?: boolean;
  readonly label: string;
  readonly hint: string;
  /** What a piece says; of none, that nobody speaks. */
  readonly wordsOf: (block: RibbonBlock | null) => string;
  readonly onPoint: (at: Micros | null) => void;
  readonly onChoose: (at: Micros) => void;
  readonly className: string;
  /** What lies over its pieces. */
  readonly children?: ReactNode;
}) {
  const index = looked === null ? -1 : blocks.indexOf(looked);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = blocks[targetOf(event.key, index, blocks.length)];
    if (target === undefined) return;
    event.preventDefault();
    onPoint(null);
    onChoose(target.from);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, blocks.length - 1)}
      aria-valuenow={index === -1 ? Math.max(0, blocks.length - 1) : index}
      aria-valuetext={wordsOf(looked ?? blocks.at(-1) ?? null)}
      title={hint}
      className={classNames('relative cursor-crosshair overflow-hidden bg-raise', className)}
      onPointerMove={(event) => {
        onPoint(timeAt(event, span));
      }}
      onPointerLeave={() => {
        onPoint(null);
      }}
      onClick={(event) => {
        onChoose(timeAt(event, span));
      }}
      onKeyDown={onKeyDown}
    >
      <Blocks blocks={blocks} />
      {children}
      {isShaded && looked !== null && <Shade looked={looked} />}
    </div>
  );
}

/** The coloured pieces; drawn anew when who spoke changes, not when one is pointed at. */
const Blocks = memo(function Blocks({ blocks }: { readonly blocks: readonly RibbonBlock[] }) {
  return blocks.map((block) => (
    <i
      key={block.from}
      className="absolute inset-y-0"
      style={{
        left: `${block.left * 100}%`,
        width: `${block.width * 100}%`,
        backgroundColor: personColour(block.callControlId),
      }}
    />
  ));
});

/** Dims all but the piece that is looked at. */
function Shade({ looked }: { readonly looked: RibbonBlock }) {
  const right = looked.left + looked.width;
  return (
    <>
      <i
        className="absolute inset-y-0 left-0 bg-panel/60"
        style={{ width: `${looked.left * 100}%` }}
      />
      <i className="absolute inset-y-0 right-0 bg-panel/60" style={{ left: `${right * 100}%` }} />
    </>
  );
}

function timeAt(event: PointerEvent | MouseEvent, span: RibbonSpan): Micros {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const fraction = Math.min(1, Math.max(0, (event.clientX - left) / width));
  return Math.round(span.from + fraction * (span.until - span.from));
}

function targetOf(key: string, index: number, count: number): number {
  const from = index === -1 ? count : index;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, from - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, from + 1);
    case 'PageDown':
      return Math.max(0, from - 10);
    case 'PageUp':
      return Math.min(count - 1, from + 10);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
