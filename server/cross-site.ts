import type { Context } from 'hono';
import { ProblemError } from './problem.ts';

/**
 * Writes of whoever is signed in must come from our own pages. A cookie travels with every request of a browser, so
 * each address that is not named here is guarded, also one that somebody adds tomorrow.
 */

/** Who calls these shows a device token or a code that a page would have to know; cookies are never read there. */
export const WITHOUT_COOKIE: ReadonlySet<string> = new Set([
  '/api/v1/batches',
  '/api/v1/seals',
  '/api/v1/heartbeats',
  '/api/v1/calls/attempts',
  '/api/v1/phone',
  '/api/v1/tickets/open',
  '/api/v1/devices/code',
  '/api/v1/devices/enrol',
]);

const CHANGES_NOTHING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Fetch Metadata, and the Origin where a browser sends none; a request that shows neither is refused. */
export function refuseCrossSite(publicUrl: string) {
  const publicHost = new URL(publicUrl).host;
  return async (c: Context, next: () => Promise<void>): Promise<void> => {
    if (!CHANGES_NOTHING.has(c.req.method) && !WITHOUT_COOKIE.has(c.req.path)) {
      const site = c.req.header('sec-fetch-site');
      const origin = hostOf(c.req.header('origin'));
      const isOurs =
        site === undefined
          ? origin !== undefined && (origin === c.req.header('host') || origin === publicHost)
          : site === 'same-origin';
      if (!isOurs) throw new ProblemError('cross-site');
    }
    await next();
  };
}

function hostOf(origin: string | undefined): string | undefined {
  try {
    return origin && new URL(origin).host;
  } catch {
    return undefined;
  }
}
