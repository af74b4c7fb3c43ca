import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Account } from '../../shared/wire/overview.ts';
import { needsSecondFactor } from '../../shared/role-rights.ts';
import { localDay } from '../../shared/period.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { keptRest } from '../set-up-rest.ts';
import { LIMITS } from '../session-limits.ts';
import { accountById, noteSignIn, type StoredAccount } from '../store/accounts.ts';
import {
  accountOfSession,
  addSession,
  endOldSessions,
  endSession,
  type SessionStage,
  touchSession,
} from '../store/sessions.ts';
import { note } from '../store/audit.ts';
import { allUnits } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

/** A session is written at most once a minute: reading pages must not keep the writer busy. */
const TOUCH_MS = 60_000;

export interface Entrant {
  readonly account: StoredAccount;
  readonly stage: SessionStage;
}

export interface Sessions {
  /**
   * A new session in the place of the one before, for the account as it is by then, which is answered; `what` is written
   * into the audit log with it.
   */
  begin(c: Context, account: StoredAccount, what: string): Promise<StoredAccount>;
  /** Ends the session of the request; returns whose it was. */
  end(c: Context): Promise<void>;
  /** The account of the request, or the problem `no-session`; `second-factor` while it must still set one up. */
  account(c: Context): Promise<StoredAccount>;
  /** The same without a problem, and without counting as use: for what a page does while nobody touches it. */
  look(c: Context): Promise<StoredAccount | undefined>;
  /** The same for whoever has only shown a password yet. */
  entrant(c: Context): Promise<Entrant>;
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
  const find = async (hash: string | undefined) =>
    hash === undefined ? undefined : accountOfSession(deps.store.read, hash, deps.clock(), LIMITS);

  async function entrant(c: Context): Promise<Entrant> {
    const hash = hashOf(c);
    const found = await find(hash);
    if (hash === undefined || !found) throw new ProblemError('no-session');
    const now = deps.clock();
    if (now - found.seen > TOUCH_MS) await deps.store.write((tx) => touchSession(tx, hash, now));
    return found;
  }

  return {
    entrant,
    async begin(c, account, what) {
      const token = newSecret(deps.random);
      const before = hashOf(c);
      const entered = await deps.store.write(async (tx) => {
        const now = deps.clock();
        const current = await accountById(tx, account.id);
        // closed, promoted or given another password since its secrets were compared, which takes a moment
        if (!current || current.closed) throw new ProblemError('wrong-credentials');
        if (current.password !== account.password || current.totp !== account.totp)
          throw new ProblemError('wrong-credentials');
        const { id, unit } = current;
        await endOldSessions(tx, now, LIMITS);
        // whoever knew the token of before must not hold the new session: nothing is carried over
        if (before) await endSession(tx, before);
        await addSession(tx, hashSecret(token), id, now, await stageOf(tx, current));
        await noteSignIn(tx, id, localDay(now));
        const details = { secondFactor: current.totp !== null };
        await note(tx, audited(deps, { account: id, unit, what, subject: null, details }));
        return current;
      });
      setCookie(c, name, token, cookie);
      return entered;
    },
    async end(c) {
      const hash = hashOf(c);
      const found = await find(hash);
      if (hash) {
        await deps.store.write(async (tx) => {
          await endSession(tx, hash);
          if (!found) return;
          const { id, unit } = found.account;
          await note(tx, audited(deps, { account: id, unit, what: 'sign-out', subject: null, details: {} }));
        });
      }
      setCookie(c, name, '', { ...cookie, maxAge: 0 });
    },
    async look(c) {
      const found = await find(hashOf(c));
      return found?.stage === 'full' ? found.account : undefined;
    },
    async account(c) {
      const { account, stage } = await entrant(c);
      if (stage !== 'full') throw new ProblemError('second-factor');
      return account;
    },
  };
}

async function stageOf(read: Reader, account: StoredAccount): Promise<SessionStage> {
  const { tree } = await unitOf(read, account);
  return account.totp === null && needsSecondFactor(account.role, tree) ? 'second-factor' : 'full';
}

async function unitOf(read: Reader, account: StoredAccount) {
  const unit = (await allUnits(read)).find(({ id }) => id === account.unit);
  if (!unit) throw new ProblemError('no-session');
  return unit;
}

/** What an account learns about itself. */
export async function describeAccount(deps: Pick<Deps, 'store'>, account: StoredAccount): Promise<Account> {
  const { id, name, tree } = await unitOf(deps.store.read, account);
  const isSettingUp = account.role === 'administrator' && (await keptRest(deps.store.read))?.unit === id;
  return {
    login: account.login,
    name: account.name,
    role: account.role,
    unit: { id, name, tree },
    secondFactor: account.totp !== null,
    ...(isSettingUp && { isSettingUp }),
  };
}
