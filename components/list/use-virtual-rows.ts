import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Which rows of a long list to draw, and where. */
export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  /** Pixels the whole list would take. */
  readonly height: number;
  readonly show: (index: number) => void;
  readonly measure: (element: HTMLElement | null) => void;
}

/**
 * The rows in sight of `scroller`, and a few more. `keepIndex` is always among them, so that the
 * row with the focus is not taken away while it is scrolled out of sight.
 */
export function useVirtualRows({
  scroller,
  count,
  rowHeight,
  keyAt,
  keepIndex = -1,
  overscan = 6,
}: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Pixels; an estimate where rows are measured. */
  readonly rowHeight: number;
  /** The same reference while the rows are: all of them are placed anew with a new one. */
  readonly keyAt: (index: number) => string;
  readonly keepIndex?: number;
  /** How many more are drawn on each side. */
  readonly overscan?: number;
}): VirtualRows {
  // The virtualizer is one object that changes: results of it must not be kept between renders.
  'use no memo';
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyAt,
    overscan,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (keepIndex < 0 || keepIndex >= count || indexes.includes(keepIndex)) return indexes;
      return [...indexes, keepIndex].sort((a, b) => a - b);
    },
  });
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    show: (index) => {
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    measure: virtualizer.measureElement,
  };
}
