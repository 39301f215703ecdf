'use client';
import {
  type ComponentType,
  createContext,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useState,
} from 'react';

/** Tells the person that a part of the page could not be loaded. */
export const NotLoadedContext = createContext<() => void>(() => undefined);

/** A component whose code comes when it is first drawn, or asked for with `load`. */
export type Later<P> = ComponentType<P & { readonly onClose?: () => void }> & {
  readonly load: () => Promise<unknown>;
};

/**
 * A component whose code is split off. If it cannot be loaded the person is told, and the page stays:
 * a window closes, so that opening it again tries again; what has no `onClose` tries again as soon as the
 * browser is online.
 */
export function later<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  Waiting: () => ReactNode = nothing,
): Later<P> {
  let known: ComponentType<P> | null = null;
  const load = async () => {
    known ??= await fetch();
    return known;
  };
  function Loaded(props: P & { readonly onClose?: () => void }) {
    const [Part, setPart] = useState(() => known);
    const [attempt, setAttempt] = useState(0);
    const tell = use(NotLoadedContext);
    const fail = useEffectEvent(() => {
      tell();
      props.onClose?.();
    });
    useEffect(() => {
      let isWanted = true;
      const again = () => {
        setAttempt((n) => n + 1);
      };
      load().then(
        (part) => {
          if (isWanted) setPart(() => part);
        },
        () => {
          if (!isWanted) return;
          window.addEventListener('online', again, { once: true });
          fail();
        },
      );
      return () => {
        isWanted = false;
        window.removeEventListener('online', again);
      };
    }, [attempt]);
    return Part === null ? <Waiting /> : <Part {...props} />;
  }
  return Object.assign(Loaded, { load });
}

/** Loads what may be needed later as soon as the browser has nothing else to do. */
export function useLoadedWhenIdle(...parts: readonly Pick<Later<object>, 'load'>[]): void {
  const loadAll = useEffectEvent(() => {
    // What fails now is loaded, or told of, when it is drawn.
    for (const part of parts) part.load().catch(nothing);
  });
  useEffect(() => {
    const { requestIdleCallback: whenIdle = afterAMoment } = window as Partial<Window>;
    whenIdle(() => {
      loadAll();
    });
  }, []);
}

function afterAMoment(run: () => void): number {
  return window.setTimeout(run, 1);
}

function nothing(): null {
  return null;
}
