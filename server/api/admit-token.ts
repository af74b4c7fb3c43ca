import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { localDay } from '../../shared/period.ts';
import { RIGHT_OF_SCOPE } from '../../shared/role-rights.ts';
import { type ApiScope, TOKEN_PREFIX } from '../../shared/wire/api-tokens.ts';
import type { Deps } from '../deps.ts';
import { ProblemError, ScopeError } from '../problem.ts';
import { hashSecret } from '../secrets.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { noteUse, type StoredToken, tokenBySecret } from '../store/stored-tokens.ts';
import { createThrottle, sharedLimits } from '../throttle.ts';
import { scopeOfRoute } from './readings.ts';

/**
 * Programs that read with an access code. The gate stands before everything else and lets through only what the table of
 * operations opens to the scopes of the code: reading, never what takes a person. Whatever is added tomorrow stays shut
 * until it stands there.
 */

/** A page is drawn from five answers or so; a program that asks more often than twice a second gains nothing by it. */
export const PER_MINUTE = 120;
/** Figures are read by people too: of one code, and of all codes together, no more are worked on at once. */
const AT_ONCE = { ofOne: 4, ofAll: 12 };

export interface TokenGate {
  /** For all addresses of the API. */
  readonly admit: (c: Context, next: () => Promise<void>) => Promise<void>;
  /** As whom a request reads that has been let through. */
  readonly reader: (c: Context) => StoredAccount | undefined;
}

export function createTokenGate(deps: Pick<Deps, 'store' | 'clock' | 'together'>): TokenGate {
  const { store, clock } = deps;
  const admitted = new WeakMap<Request, StoredAccount>();
  const limit = createThrottle(sharedLimits(deps, 'tokens'), PER_MINUTE, PER_MINUTE);
  const crowd = createCrowd();

  async function tokenOf(c: Context, secret: string): Promise<StoredToken> {
    const today = localDay(clock());
    const token = await tokenBySecret(store.read, hashSecret(secret), today);
    // nobody guesses 256 bits: a wrong one costs a look into an index, and tells nothing of why it opens nothing
    if (!token) throw new ProblemError('token-refused');
    const { waitSeconds, left } = await limit.takeOne(token.id);
    c.header('ratelimit-policy', `"token";q=${PER_MINUTE};w=60`);
    c.header('ratelimit', `"token";r=${left};t=${Math.ceil(((PER_MINUTE - left) / PER_MINUTE) * 60)}`);
    slowDown(waitSeconds);
    if (token.lastUsed !== today) await store.write((tx) => noteUse(tx, token.id, today));
    return token;
  }

  return {
    reader: (c) => admitted.get(c.req.raw),
    async admit(c, next) {
      const secret = secretOf(c.req.header('authorization'));
      if (secret === undefined) return next();
      const token = await tokenOf(c, secret);
      // the first of those that fit answers: /cases/count before /cases/:id
      const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
      // no address of ours: said as to everybody else
      if (!route) return next();
      const scope = scopeOfRoute(c.req.method, route.path);
      if (scope === undefined) throw new ProblemError('forbidden');
      if (scope !== null && !token.scopes.includes(scope)) throw new ScopeError(scope);
      if (!crowd.enter(token.id)) throw new ProblemError('too-many', 1);
      try {
        if (scope !== null) admitted.set(c.req.raw, readerOf(token, scope));
        await next();
      } finally {
        crowd.leave(token.id);
      }
    },
  };
}

function slowDown(waitSeconds: number): void {
  if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
}

/** What claims to be an access code, also one that cannot be; other bearers are devices. */
function secretOf(authorization: string | undefined): string | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return bearer?.startsWith(TOKEN_PREFIX) ? bearer : undefined;
}

/** Reads what the scope is about and has no name, no address and no password. */
function readerOf({ id, unit }: StoredToken, scope: ApiScope): StoredAccount {
  const role = RIGHT_OF_SCOPE[scope] === 'figures' ? 'reader' : 'manager';
  return { id, login: '', name: '', role, unit, password: null, closed: false, totp: null, email: null };
}

/** Who is inside: counts in memory, so that one code cannot keep the others waiting, nor all of them the people. */
function createCrowd() {
  const inside = new Map<string, number>();
  let all = 0;
  return {
    enter(id: string): boolean {
      const own = inside.get(id) ?? 0;
      if (own >= AT_ONCE.ofOne || all >= AT_ONCE.ofAll) return false;
      inside.set(id, own + 1);
      all++;
      return true;
    },
    leave(id: string): void {
      const own = inside.get(id)! - 1;
      if (own === 0) inside.delete(id);
      else inside.set(id, own);
      all--;
    },
  };
}
