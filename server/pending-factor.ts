import * as v from 'valibot';
import type { NewSecondFactor } from '../shared/wire/sign-in-asks.ts';
import type { Deps } from './deps.ts';
import { ProblemError } from './problem.ts';
import { newTotpSecret, otpauthAddress } from './totp.ts';

/** A secret that nobody has confirmed yet travels locked, so that the store holds only secrets that work. */

/** Whoever opens the screen takes out a phone first. */
const SET_UP_MS = 30 * 60_000;

const PendingSchema = v.object({ account: v.string(), secret: v.string(), until: v.number() });

/** For an account, by its id, or for whoever else will bring it back. */
export function newPendingFactor(
  deps: Pick<Deps, 'keys' | 'clock' | 'random'>,
  owner: { readonly account: string; readonly login: string },
): NewSecondFactor {
  const secret = newTotpSecret(deps.random);
  const pending = { account: owner.account, secret, until: deps.clock() + SET_UP_MS };
  return {
    secret,
    address: otpauthAddress(secret, owner.login),
    pending: deps.keys.lock(JSON.stringify(pending)),
  };
}

/** The secret of what came back; a problem when it is of somebody else or too old. */
export function readPendingFactor(
  deps: Pick<Deps, 'keys' | 'clock'>,
  locked: string,
  account: string,
): string {
  const schema = v.pipe(v.string(), v.parseJson(), PendingSchema);
  const result = v.safeParse(schema, deps.keys.unlock(locked));
  if (!result.success || result.output.account !== account) throw new ProblemError('malformed');
  if (result.output.until < deps.clock()) throw new ProblemError('link-used');
  return result.output.secret;
}
