import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { isSetUpSession } from '../set-up-link.ts';

/** Who came by the link of the set-up, known by a cookie of its own: no account stands behind it. */
export interface SetUpSession {
  readonly write: (c: Context, token: string) => void;
  readonly end: (c: Context) => void;
  /** The token of a live session of the set-up. */
  readonly find: (c: Context) => Promise<string | undefined>;
  /** The same, or the problem `no-session`. */
  readonly token: (c: Context) => Promise<string>;
}

export function createSetUpSession(deps: Pick<Deps, 'store' | 'clock' | 'publicUrl'>): SetUpSession {
  // as the cookie of accounts: __Host- needs HTTPS
  const secure = deps.publicUrl.startsWith('https:');
  const name = secure ? '__Host-sipas-set-up' : 'sipas-set-up';
  const cookie = { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const;
  const find = async (c: Context) => {
    const token = getCookie(c, name);
    if (!token || !/^[\w-]{43}$/.test(token)) return undefined;
    return (await isSetUpSession(deps.store.read, token, deps.clock())) ? token : undefined;
  };
  return {
    write: (c, token) => setCookie(c, name, token, cookie),
    end: (c) => setCookie(c, name, '', { ...cookie, maxAge: 0 }),
    find,
    async token(c) {
      const token = await find(c);
      if (token === undefined) throw new ProblemError('no-session');
      return token;
    },
  };
}
