import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Account } from '../../shared/wire/overview.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import {
  accountOfSession,
  addSession,
  endOldSessions,
  endSession,
  type StoredAccount,
  touchSession,
} from '../store/accounts.ts';
import { allUnits } from '../store/organisation.ts';

/** Sessions end after 30 minutes without use and after 8 hours in any case (ASVS 7.3). */
const LIMITS = { idleMs: 30 * 60_000, absoluteMs: 8 * 3_600_000 };
/** A session is written at most once a minute: reading pages must not keep the writer busy. */
const TOUCH_MS = 60_000;

export interface Sessions {
  begin(c: Context, account: StoredAccount): Promise<void>;
  end(c: Context): Promise<void>;
  /** The account of the request, or the problem `no-session`. */
  account(c: Context): Promise<StoredAccount>;
}

export function createSessions(deps: Deps): Sessions {
  // __Host- needs HTTPS; a server on a plain local address says so in its name by going without it
  const secure = deps.publicUrl.startsWith('https:');
  const name = secure ? '__Host-sipas' : 'sipas';
  const cookie = { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const;
  const hashOf = (c: Context) => {
    const token = getCookie(c, name);
    return token && /^[\w-]{43}$/.test(token) ? hashSecret(token) : undefined;
  };
  return {
    async begin(c, account) {
      const token = newSecret(deps.random);
      const now = deps.clock();
      await deps.store.write(async (tx) => {
        await endOldSessions(tx, now, LIMITS);
        await addSession(tx, hashSecret(token), account.id, now);
      });
      setCookie(c, name, token, cookie);
    },
    async end(c) {
      const hash = hashOf(c);
      if (hash) await deps.store.write((tx) => endSession(tx, hash));
      setCookie(c, name, '', { ...cookie, maxAge: 0 });
    },
    async account(c) {
      const hash = hashOf(c);
      const now = deps.clock();
      const found = hash && (await accountOfSession(deps.store.read, hash, now, LIMITS));
      if (!hash || !found) throw new ProblemError('no-session');
      if (now - found.seen > TOUCH_MS) await deps.store.write((tx) => touchSession(tx, hash, now));
      return found.account;
    },
  };
}

/** What an account learns about itself. */
export async function describeAccount(deps: Pick<Deps, 'store'>, account: StoredAccount): Promise<Account> {
  const unit = (await allUnits(deps.store.read)).find(({ id }) => id === account.unit);
  if (!unit) throw new ProblemError('no-session');
  const { id, name, tree } = unit;
  return {
    login: account.login,
    name: account.name,
    role: account.role,
    unit: { id, name, tree },
    secondFactor: account.totp !== null,
  };
}
