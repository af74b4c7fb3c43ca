import { type Context, Hono } from 'hono';
import { ConfirmSchema } from '../../shared/wire/sign-in-asks.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { newPendingFactor, readPendingFactor } from '../pending-factor.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { accountById, setSecondFactor, spendStep, type StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import type { Throttle } from '../throttle.ts';
import { stepOfCode } from '../totp.ts';
import { describeAccount, type Sessions } from './session.ts';

const MOST_BYTES = 4 * 1024;

export function secondFactorRoutes(
  deps: Deps,
  guards: { readonly sessions: Sessions; readonly confirmations: Throttle },
): Hono {
  const routes = new Hono();
  const { sessions } = guards;
  /** Of an account that has none: another one is set up after an administrator took the first away. */
  const withoutFactor = async (c: Context) => {
    const { account } = await sessions.entrant(c);
    if (account.totp !== null) throw new ProblemError('forbidden');
    return account;
  };

  routes.post('/session/second-factor', async (c) => {
    const account = await withoutFactor(c);
    return c.json(newPendingFactor(deps, { account: account.id, login: account.login }));
  });

  routes.put('/session/second-factor', async (c) => {
    const account = await withoutFactor(c);
    const given = await readJson(c, ConfirmSchema, MOST_BYTES);
    const waitSeconds = await guards.confirmations.take(account.id);
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const secret = readPendingFactor(deps, given.pending, account.id);
    const step = stepOfCode(secret, given.code, deps.clock());
    if (step === undefined) throw new ProblemError('wrong-code');
    const changed = await deps.store.write(async (tx) => {
      await setSecondFactor(tx, account.id, { locked: deps.keys.lock(secret), step });
      const { id, unit } = account;
      await note(
        tx,
        audited(deps, { account: id, unit, what: 'second-factor-on', subject: id, details: {} }),
      );
      return accountById(tx, id);
    });
    if (!changed) throw new ProblemError('no-session');
    const entered = await sessions.begin(c, changed, 'sign-in');
    return c.json(await describeAccount(deps, entered));
  });
  return routes;
}

/** Whether this is the code of now, and spends it: no code works twice. */
export async function codeFits(deps: Deps, account: StoredAccount, code: string): Promise<boolean> {
  const secret = account.totp === null ? undefined : deps.keys.unlock(account.totp);
  const step = secret === undefined ? undefined : stepOfCode(secret, code, deps.clock());
  return step !== undefined && deps.store.write((tx) => spendStep(tx, account.id, step));
}
