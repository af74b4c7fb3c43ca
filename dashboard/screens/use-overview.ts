import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Overview } from '../../shared/wire/overview.ts';
import type { Choice, Refusal, ServerLink } from '../server-link.ts';

/** While the page is looked at it asks again this often; live streams come with a later issue. */
export const REFRESH_EVERY_MS = 15_000;

/** A call that hangs is a lost connection to whoever waits for figures; it ends before the next one is due. */
const SLOW_AFTER_MS = 12_000;

export interface OverviewState {
  /** The newest figures that came, which may be those of the choice before. */
  readonly overview: Overview | null;
  readonly busy: boolean;
  /** Why the newest call brought nothing; null when it brought figures. */
  readonly refusal: Refusal | null;
}

/**
 * Keeps the figures of a choice fresh. Old figures stay when a call fails: they carry their own unit, period
 * and time, so they stay true; only the notice above them changes. An answer that was overtaken is dropped.
 */
export function useOverview(server: ServerLink, choice: Choice, ended: () => void) {
  const [state, setState] = useState<OverviewState>({ overview: null, busy: true, refusal: null });
  const running = useRef<AbortController | null>(null);
  const { unit, period, form } = choice;

  const refresh = useCallback(async (): Promise<void> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setState((before) => ({ ...before, busy: true }));
    let isSlow = false;
    const slow = setTimeout(() => {
      isSlow = true;
      own.abort();
    }, SLOW_AFTER_MS);
    const answer = await server.overview({ unit, period, form }, own.signal);
    clearTimeout(slow);
    if (own.signal.aborted && !isSlow) return;
    if (answer.kind === 'ok') return setState({ overview: answer.value, busy: false, refusal: null });
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    setState((before) => ({ ...before, busy: false, refusal: answer }));
  }, [server, unit, period, form]);

  useEffect(() => {
    const whileLookedAt = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    void refresh();
    const timer = setInterval(whileLookedAt, REFRESH_EVERY_MS);
    document.addEventListener('visibilitychange', whileLookedAt);
    globalThis.addEventListener('online', whileLookedAt);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whileLookedAt);
      globalThis.removeEventListener('online', whileLookedAt);
      running.current?.abort();
    };
  }, [refresh]);

  return { ...state, refresh };
}
