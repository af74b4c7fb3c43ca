import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { localDay } from '../../shared/period.ts';
import { hasRight, type Right } from '../../shared/role-rights.ts';
import type { LiveKind, Moved } from '../../shared/wire/live.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { requireRight } from '../rights.ts';
import { scopeOf } from '../scope.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Move } from '../store/moves.ts';
import { createMoveWatch } from './watch-moves.ts';

/** A stream says something at most this often, and all that came meanwhile at once. */
const SAY_MS = 10_000;
/** A comment that keeps proxies from closing the line; with it the session is looked at. */
const BEAT_MS = 15_000;
/** Open pages of one account, and of all: who comes later goes on asking by the clock. */
const OF_ACCOUNT_MOST = 6;
const IN_ALL_MOST = 500;

/** Who may learn that a kind has moved: whoever may ask for it. */
const RIGHT_OF: Readonly<Record<LiveKind, Right>> = { figures: 'figures', alerts: 'review' };

/** Tells open pages that something that may be served has moved in their scope; never what, where or how much. */
export function liveRoutes(
  deps: Deps,
  guards: {
    readonly account: (c: Context) => Promise<StoredAccount>;
    readonly look: (c: Context) => Promise<StoredAccount | undefined>;
  },
): Hono {
  const routes = new Hono();
  const watch = createMoveWatch(deps);
  const open = new Map<string, number>();
  let all = 0;
  const count = (account: string, step: 1 | -1) => {
    all += step;
    const own = (open.get(account) ?? 0) + step;
    if (own > 0) open.set(account, own);
    else open.delete(account);
  };

  routes.get('/live', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    if (all >= IN_ALL_MOST || (open.get(account.id) ?? 0) >= OF_ACCOUNT_MOST)
      throw new ProblemError('too-many', 60);
    // nobody would ever read it, nor end it
    if (c.req.method === 'HEAD') return c.body(null);
    count(account.id, 1);
    const answer = streamSSE(c, async (stream) => {
      let end = () => {};
      const over = new Promise<void>((resolve) => (end = resolve));
      stream.onAbort(end);
      deps.stopping?.addEventListener('abort', end, { once: true });
      if (deps.stopping?.aborted) end();

      let heard: Move[] = [];
      let saying: NodeJS.Timeout | undefined;
      let saidAt = Number.NEGATIVE_INFINITY;
      const say = async () => {
        saying = undefined;
        saidAt = performance.now();
        const moves = heard.splice(0);
        const still = await guards.look(c);
        if (!still) return end();
        const kinds = await kindsIn(still, moves);
        const data = JSON.stringify({ kinds } satisfies Moved);
        if (kinds.length > 0) await stream.writeSSE({ event: 'moved', data });
      };
      const unwatch = watch.watch((moves) => {
        heard = [...heard, ...moves];
        saying ??= setTimeout(() => void say().catch(end), Math.max(0, saidAt + SAY_MS - performance.now()));
      });
      const beat = setInterval(() => {
        void guards.look(c).then((still) => void (still ? stream.write(':\n\n') : end()), end);
      }, BEAT_MS);
      // not waited for: a reader who takes nothing must not keep what follows from being ended
      void stream.write(':\n\n');
      await over;
      deps.stopping?.removeEventListener('abort', end);
      unwatch();
      clearInterval(beat);
      clearTimeout(saying);
      count(account.id, -1);
    });
    answer.headers.set('cache-control', 'no-store');
    // nginx would keep an answer back until its buffer is full
    answer.headers.set('x-accel-buffering', 'no');
    return answer;
  });

  /** Kinds that moved at places of the account, by the tree and the rights of now. */
  async function kindsIn(account: StoredAccount, moves: readonly Move[]): Promise<LiveKind[]> {
    const { points } = await scopeOf(deps.store.read, account, localDay(deps.clock()));
    const kinds = moves.flatMap(({ kind, point }) => (points.has(point) ? kind : []));
    return [...new Set(kinds)].filter((kind) => hasRight(account, RIGHT_OF[kind]));
  }
  return routes;
}
