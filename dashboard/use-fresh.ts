import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Refusal } from './server-link.ts';

/** A call that hangs is a lost connection to whoever waits for it; while one runs, no timer asks again. */
const SLOW_AFTER_MS = 12_000;

export interface Fresh<T> {
  /** The newest that came, which may be the answer to the question before. */
  readonly value: T | null;
  readonly busy: boolean;
  /** Why the newest call brought nothing; null when it brought something. */
  readonly refusal: Refusal | null;
  readonly refresh: () => Promise<void>;
}

/**
 * Keeps an answer of the server fresh while the page is looked at. What came before stays when a call fails; an
 * answer that was overtaken is dropped. `ask` must stay the same function while the question is the same; null asks
 * nothing.
 */
export function useFresh<T>(
  ask: ((signal: AbortSignal) => Promise<Answer<T>>) | null,
  everyMs: number,
  ended: () => void,
): Fresh<T> {
  const [state, setState] = useState<Omit<Fresh<T>, 'refresh'>>({ value: null, busy: true, refusal: null });
  const running = useRef<AbortController | null>(null);

  const refresh = useCallback(async (): Promise<void> => {
    if (!ask) return;
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setState((before) => ({ ...before, busy: true }));
    let isSlow = false;
    const slow = setTimeout(() => {
      isSlow = true;
      own.abort();
    }, SLOW_AFTER_MS);
    const answer = await ask(own.signal);
    clearTimeout(slow);
    if (running.current === own) running.current = null;
    if (own.signal.aborted && !isSlow) return;
    if (answer.kind === 'ok') return setState({ value: answer.value, busy: false, refusal: null });
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    setState((before) => ({ ...before, busy: false, refusal: answer }));
  }, [ask]);

  useEffect(() => {
    const whileLookedAt = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    void refresh();
    const timer = setInterval(() => {
      if (running.current === null) whileLookedAt();
    }, everyMs);
    document.addEventListener('visibilitychange', whileLookedAt);
    globalThis.addEventListener('online', whileLookedAt);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whileLookedAt);
      globalThis.removeEventListener('online', whileLookedAt);
      running.current?.abort();
    };
  }, [refresh, everyMs]);

  return { ...state, refresh };
}
