/** One thing that is due at a moment; `order` keeps those of the same moment in the order made. */
export interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/** A heap of what is due, earliest first: push and pop cost the logarithm of its size. */
export interface TimerHeap {
  push(due: Due): void;
  /** The earliest that was not cancelled, or null. Cancelled ones on the way are dropped. */
  peek(): Due | null;
  pop(): Due | null;
  clear(): void;
}

const isEarlier = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);

function siftUp(heap: Due[], from: number): void {
  let at = from;
  const due = heap[at];
  while (due !== undefined && at > 0) {
    const parentAt = (at - 1) >> 1;
    const parent = heap[parentAt];
    if (parent === undefined || !isEarlier(due, parent)) return;
    heap[parentAt] = due;
    heap[at] = parent;
    at = parentAt;
  }
}

function siftDown(heap: Due[]): void {
  let at = 0;
  const due = heap[at];
  while (due !== undefined) {
    let childAt = 2 * at + 1;
    let child = heap[childAt];
    const other = heap[childAt + 1];
    if (child !== undefined && other !== undefined && isEarlier(other, child)) {
      child = other;
      childAt += 1;
    }
    if (child === undefined || !isEarlier(child, due)) return;
    heap[at] = child;
    heap[childAt] = due;
    at = childAt;
  }
}

/** An empty heap; see {@link TimerHeap}. */
export function createTimerHeap(): TimerHeap {
  const heap: Due[] = [];
  const pop = (): Due | null => {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length > 0) {
      heap[0] = last;
      siftDown(heap);
    }
    return top;
  };
  return {
    push(due) {
      heap.push(due);
      siftUp(heap, heap.length - 1);
    },
    peek() {
      while (heap[0]?.cancelled === true) pop();
      return heap[0] ?? null;
    },
    pop,
    clear() {
      heap.length = 0;
    },
  };
}
