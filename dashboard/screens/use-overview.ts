import { useCallback } from 'preact/hooks';
import type { Choice, ServerLink } from '../server-link.ts';
import { useFresh } from '../use-fresh.ts';

/** While the page is looked at it asks again this often; live streams come with a later issue. */
export const REFRESH_EVERY_MS = 15_000;

/**
 * Keeps the figures of a choice fresh. Old figures stay when a call fails: they carry their own unit, period and
 * time, so they stay true; only the notice above them changes.
 */
export function useOverview(server: ServerLink, choice: Choice, ended: () => void) {
  const { unit, period, form, asOf } = choice;
  const ask = useCallback(
    (signal: AbortSignal) => server.overview({ unit, period, form, ...(asOf && { asOf }) }, signal),
    [server, unit, period, form, asOf],
  );
  const { value, ...state } = useFresh(ask, REFRESH_EVERY_MS, ended);
  return { overview: value, ...state };
}
