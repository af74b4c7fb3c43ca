import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { uuid4 } from '../../shared/ids.ts';
import {
  LoginSchema,
  NewPasswordSchema,
  PersonNameSchema,
  SignInSchema,
} from '../../shared/wire/sign-in-asks.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { hashPassword, hashSecret, passwordFits } from '../secrets.ts';
import {
  accountById,
  accountByLogin,
  addAccount,
  setPassword,
  type StoredAccount,
  useInvitation,
  useLink,
} from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import type { AddressThrottle } from '../throttle.ts';
import { codeFits } from './second-factor.ts';
import { describeAccount, type Sessions } from './session.ts';
import type { SignInDelays } from './sign-in-delays.ts';

const secret = v.pipe(v.string(), v.maxLength(128));

const AcceptSchema = v.strictObject({
  secret,
  login: LoginSchema,
  name: PersonNameSchema,
  password: NewPasswordSchema,
});
const ResetSchema = v.strictObject({ secret, password: NewPasswordSchema });
const MOST_BYTES = 4 * 1024;

export interface ManagerGuards {
  readonly sessions: Sessions;
  readonly delays: SignInDelays;
  /** Of wrong sign-ins, by address. */
  readonly strangers: AddressThrottle;
  /** Of one-time links, by address. */
  readonly links: AddressThrottle;
  readonly addressOf: (c: Context) => string;
}

export function managerRoutes(deps: Deps, guards: ManagerGuards): Hono {
  const routes = new Hono();
  const { sessions, delays } = guards;
  const slowDown = (waitSeconds: number) => {
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
  };

  routes.get('/session', async (c) => c.json(await describeAccount(deps, await sessions.account(c))));

  routes.post('/session', async (c) => {
    const given = await readJson(c, SignInSchema, MOST_BYTES);
    const address = guards.addressOf(c);
    slowDown((await delays.secondsToWait(given.login, address)) || (await guards.strangers.wait(address)));
    const account = await accountByLogin(deps.store.read, given.login);
    const stored = account && !account.closed ? account.password : null;
    const refuse = async (code: 'wrong-credentials' | 'wrong-code') => {
      await guards.strangers.take(address);
      await noteRefusal(deps, account, await delays.note(given.login, address, false));
      throw new ProblemError(code);
    };
    const fits = await passwordFits(given.password, stored);
    // hashes wait for each other: of many tries sent at once, those after the first wrong ones are not judged
    slowDown(await delays.secondsToWait(given.login, address));
    if (!fits || !account) return refuse('wrong-credentials');
    if (account.totp !== null) {
      if (given.code === undefined) throw new ProblemError('code-needed');
      if (!(await codeFits(deps, account, given.code))) return refuse('wrong-code');
    }
    await delays.note(given.login, address, true);
    const entered = await sessions.begin(c, account, 'sign-in');
    return c.json(await describeAccount(deps, entered));
  });

  routes.delete('/session', async (c) => {
    await sessions.end(c);
    return c.body(null, 204);
  });

  routes.post('/invitations/accept', async (c) => {
    slowDown(await guards.links.take(guards.addressOf(c)));
    const given = await readJson(c, AcceptSchema, MOST_BYTES);
    const hash = await hashPassword(given.password, deps.random);
    const account = await deps.store.write(async (tx) => {
      const invited = await useInvitation(tx, hashSecret(given.secret), deps.clock());
      if (!invited) return undefined;
      // only whoever holds a link learns which names exist; thrown, so that the link stays good
      if (await accountByLogin(tx, given.login)) throw new ProblemError('login-taken');
      const id = uuid4(deps.random);
      const { login, name } = given;
      const { unit, role } = invited;
      await addAccount(tx, { id, login, name, role, unit, password: hash });
      await note(
        tx,
        audited(deps, { account: id, unit, what: 'account-added', subject: id, details: { role, login } }),
      );
      return accountById(tx, id);
    });
    if (!account) throw new ProblemError('link-used');
    const entered = await sessions.begin(c, account, 'sign-in');
    return c.json(await describeAccount(deps, entered));
  });

  routes.post('/invitations/reset', async (c) => {
    slowDown(await guards.links.take(guards.addressOf(c)));
    const given = await readJson(c, ResetSchema, MOST_BYTES);
    const hash = await hashPassword(given.password, deps.random);
    const account = await deps.store.write(async (tx) => {
      const id = await useLink(tx, 'password', hashSecret(given.secret), deps.clock());
      const found = id === undefined ? undefined : await accountById(tx, id);
      if (!found || found.closed) return undefined;
      await setPassword(tx, found.id, hash);
      const { unit } = found;
      await note(
        tx,
        audited(deps, { account: found.id, unit, what: 'password-changed', subject: found.id, details: {} }),
      );
      return { ...found, password: hash };
    });
    if (!account) throw new ProblemError('link-used');
    // the link stands for the password alone: who has a second factor signs in with both
    if (account.totp !== null) return c.body(null, 204);
    const entered = await sessions.begin(c, account, 'sign-in');
    return c.json(await describeAccount(deps, entered));
  });
  return routes;
}

/** A refused sign-in of an account that exists; what was typed is written nowhere: it may be a password. */
async function noteRefusal(
  deps: Deps,
  account: StoredAccount | undefined,
  alarmTries: number | undefined,
): Promise<void> {
  deps.log({ level: 'warn', what: 'sign-in refused' });
  if (alarmTries !== undefined) deps.log({ level: 'warn', what: 'sign-in alarm', tries: alarmTries });
  if (!account) return;
  const { id: subject, unit } = account;
  const line = { account: null, unit, subject };
  await deps.store.write(async (tx) => {
    await note(tx, audited(deps, { ...line, what: 'sign-in-refused', details: {} }));
    if (alarmTries === undefined) return;
    await note(tx, audited(deps, { ...line, what: 'sign-in-alarm', details: { tries: alarmTries } }));
  });
}
