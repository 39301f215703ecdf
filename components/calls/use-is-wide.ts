import { type RefObject, useLayoutEffect, useState } from 'react';

// As wide as the rows need to stand in one line: `@3xl` of the grid.
const wide = 768;

/** Whether there is room for each call in one line. */
export function useIsWide(element: RefObject<HTMLElement | null>): boolean {
  const [isWide, setWide] = useState(true);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const look = () => {
      setWide(current.clientWidth >= wide);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return isWide;
}
