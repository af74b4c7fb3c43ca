import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { uuid4 } from '../../shared/ids.ts';
import { isLongEnough } from '../../shared/password-rule.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { hashPassword, hashSecret, passwordFits } from '../secrets.ts';
import { accountById, accountByLogin, addAccount, setPassword, useLink } from '../store/accounts.ts';
import type { Throttle } from '../throttle.ts';
import type { SignInDelays } from './sign-in-delays.ts';
import { describeAccount, type Sessions } from './session.ts';

const login = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[a-z0-9][a-z0-9._@-]{1,60}$/));
const password = v.pipe(v.string(), v.maxLength(200), v.check(isLongEnough));
const secret = v.pipe(v.string(), v.maxLength(128));

const SignInSchema = v.strictObject({
  login: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(80)),
  password: v.pipe(v.string(), v.maxLength(200)),
});
const AcceptSchema = v.strictObject({
  secret,
  login,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  password,
});
const ResetSchema = v.strictObject({ secret, password });
const MOST_BYTES = 4 * 1024;

export function managerRoutes(
  deps: Deps,
  guards: {
    readonly sessions: Sessions;
    readonly delays: SignInDelays;
    readonly links: Throttle;
    readonly addressOf: (c: Context) => string;
  },
): Hono {
  const routes = new Hono();
  const { sessions, delays } = guards;
  const slowDown = (waitSeconds: number) => {
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
  };

  routes.get('/session', async (c) => c.json(await describeAccount(deps, await sessions.account(c))));

  routes.post('/session', async (c) => {
    const given = await readJson(c, SignInSchema, MOST_BYTES);
    slowDown(delays.secondsToWait(given.login));
    const account = await accountByLogin(deps.store.read, given.login);
    const fits = await passwordFits(given.password, account && !account.closed ? account.password : null);
    delays.note(given.login, fits);
    if (!fits || !account) {
      deps.log({ level: 'warn', what: 'sign-in refused' });
      throw new ProblemError('wrong-credentials');
    }
    await sessions.begin(c, account);
    return c.json(await describeAccount(deps, account));
  });

  routes.delete('/session', async (c) => {
    await sessions.end(c);
    return c.body(null, 204);
  });

  routes.post('/invitations/accept', async (c) => {
    slowDown(guards.links.take(guards.addressOf(c)));
    const given = await readJson(c, AcceptSchema, MOST_BYTES);
    const hash = await hashPassword(given.password, deps.random);
    const account = await deps.store.write(async (tx) => {
      const unit = await useLink(tx, 'account', hashSecret(given.secret), deps.clock());
      if (unit === undefined) return undefined;
      // only whoever holds a link learns which names exist; thrown, so that the link stays good
      if (await accountByLogin(tx, given.login)) throw new ProblemError('login-taken');
      const id = uuid4(deps.random);
      const { login, name } = given;
      await addAccount(tx, { id, login, name, role: 'administrator', unit, password: hash });
      return accountById(tx, id);
    });
    if (!account) throw new ProblemError('link-used');
    await sessions.begin(c, account);
    return c.json(await describeAccount(deps, account));
  });

  routes.post('/invitations/reset', async (c) => {
    slowDown(guards.links.take(guards.addressOf(c)));
    const given = await readJson(c, ResetSchema, MOST_BYTES);
    const hash = await hashPassword(given.password, deps.random);
    const account = await deps.store.write(async (tx) => {
      const id = await useLink(tx, 'password', hashSecret(given.secret), deps.clock());
      if (id === undefined) return undefined;
      await setPassword(tx, id, hash);
      return accountById(tx, id);
    });
    if (!account || account.closed) throw new ProblemError('link-used');
    await sessions.begin(c, account);
    return c.json(await describeAccount(deps, account));
  });
  return routes;
}
