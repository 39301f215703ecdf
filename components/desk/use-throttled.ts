import { useEffect, useRef, useState } from 'react';

/** The value, taken up at most once in so many milliseconds; the newest always arrives. */
export function useThrottled<T>(value: T, everyMs: number): T {
  const [taken, setTaken] = useState(value);
  const takenAt = useRef(-Infinity);
  useEffect(() => {
    const wait = Math.max(0, takenAt.current + everyMs - performance.now());
    const timer = setTimeout(() => {
      takenAt.current = performance.now();
      setTaken(() => value);
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [value, everyMs]);
  return taken;
}
