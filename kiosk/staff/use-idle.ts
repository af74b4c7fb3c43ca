import { useEffect, useRef } from 'preact/hooks';

/** Calls once when nobody has touched the page or a key for so long; a new `name` begins anew. */
export function useIdle(ms: number, name: string, onIdle: () => void): void {
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const feel = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), ms);
    };
    const signs = ['pointerdown', 'keydown', 'scroll'] as const;
    feel();
    for (const sign of signs) addEventListener(sign, feel, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, feel, { capture: true });
    };
  }, [ms, name]);
}
