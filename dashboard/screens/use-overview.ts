import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Overview } from '../../shared/wire/overview.ts';
import type { Choice, ServerLink } from '../server-link.ts';
import { useFresh } from '../use-fresh.ts';
import { useLive } from '../use-live.ts';

/** While the page is looked at it asks again this often: the number of received forms has no stream, figures may have one. */
const EVERY_MS = { withStream: 60_000, without: 15_000 } as const;

/**
 * Keeps the figures of a choice fresh. Old figures stay when a call fails: they carry their own unit, period and
 * time, so they stay true; only the notice above them changes. `updatedAt`: when other figures took the place of those of
 * the same choice, ms; null while none did.
 */
export function useOverview(server: ServerLink, choice: Choice, ended: () => void) {
  // what is asked, not the object that asks it: a choice of the same view must not ask again
  const question = JSON.stringify(choice);
  const ask = useCallback(
    (signal: AbortSignal) => server.overview(JSON.parse(question) as Choice, signal),
    [server, question],
  );
  const [isLive, setLive] = useState(false);
  const { value, ...state } = useFresh(ask, isLive ? EVERY_MS.withStream : EVERY_MS.without, ended);
  useLive(server.live, 'figures', state.refresh, setLive);
  return { overview: value, updatedAt: useUpdated(value), ...state };
}

function useUpdated(overview: Overview | null): number | null {
  const before = useRef<{ readonly question: string; readonly figures: string } | null>(null);
  const [updatedAt, setUpdatedAt] = useState<number | null>(null);
  useEffect(() => {
    if (!overview) return;
    const { unit, period, form, method, treeDay } = overview;
    const shown = {
      question: JSON.stringify([unit.id, period.id, form, method, treeDay]),
      figures: JSON.stringify(overview, (key, value: unknown) => (MOVING.has(key) ? undefined : value)),
    };
    const last = before.current;
    before.current = shown;
    if (last?.question !== shown.question) setUpdatedAt(null);
    else if (last.figures !== shown.figures) setUpdatedAt(overview.asOf);
  }, [overview]);
  return updatedAt;
}

/** What moves without any figure: the time of the answer, the forms that wait, the devices. */
const MOVING: ReadonlySet<string> = new Set(['asOf', 'received', 'devices']);
