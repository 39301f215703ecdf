import { useEffect, useRef, useState } from 'react';

/** The value, taken up at most once in so many milliseconds, the first change at once; the newest always arrives. */
export function useThrottled<T>(value: T, everyMs: number): T {
  const [taken, setTaken] = useState(value);
  const takenAt = useRef(-Infinity);
  const latest = useRef(value);
  useEffect(() => {
    if (Object.is(latest.current, value)) return undefined;
    const wait = Math.max(0, takenAt.current + everyMs - performance.now());
    const timer = setTimeout(() => {
      takenAt.current = performance.now();
      latest.current = value;
      setTaken(() => value);
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [value, everyMs]);
  return taken;
}
