import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { NewSecondFactor } from '../../shared/wire/sign-in-asks.ts';
import { ConfirmSchema } from '../../shared/wire/sign-in-asks.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { accountById, setSecondFactor, spendStep, type StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import type { Throttle } from '../throttle.ts';
import { newTotpSecret, otpauthAddress, stepOfCode } from '../totp.ts';
import { describeAccount, type Sessions } from './session.ts';

const MOST_BYTES = 4 * 1024;
/** Whoever opens the screen takes out a phone first. */
const SET_UP_MS = 30 * 60_000;

/** A secret that nobody has confirmed yet travels locked, so that the store holds only secrets that work. */
const PendingSchema = v.object({ account: v.string(), secret: v.string(), until: v.number() });

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
    const secret = newTotpSecret(deps.random);
    const pending = { account: account.id, secret, until: deps.clock() + SET_UP_MS };
    const answer: NewSecondFactor = {
      secret,
      address: otpauthAddress(secret, account.login),
      pending: deps.keys.lock(JSON.stringify(pending)),
    };
    return c.json(answer);
  });

  routes.put('/session/second-factor', async (c) => {
    const account = await withoutFactor(c);
    const given = await readJson(c, ConfirmSchema, MOST_BYTES);
    const waitSeconds = guards.confirmations.take(account.id);
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const secret = readPending(deps, given.pending, account);
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
    await sessions.begin(c, changed, 'sign-in');
    return c.json(await describeAccount(deps, changed));
  });
  return routes;
}

function readPending(deps: Pick<Deps, 'keys' | 'clock'>, locked: string, account: StoredAccount): string {
  const schema = v.pipe(v.string(), v.parseJson(), PendingSchema);
  const result = v.safeParse(schema, deps.keys.unlock(locked));
  if (!result.success || result.output.account !== account.id) throw new ProblemError('malformed');
  if (result.output.until < deps.clock()) throw new ProblemError('link-used');
  return result.output.secret;
}

/** Whether this is the code of now, and spends it: no code works twice. */
export async function codeFits(deps: Deps, account: StoredAccount, code: string): Promise<boolean> {
  const secret = account.totp === null ? undefined : deps.keys.unlock(account.totp);
  const step = secret === undefined ? undefined : stepOfCode(secret, code, deps.clock());
  return step !== undefined && deps.store.write((tx) => spendStep(tx, account.id, step));
}
