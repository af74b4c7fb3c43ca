import type { Context } from 'hono';
import { localDay } from '../shared/period.ts';
import type { Right } from '../shared/role-rights.ts';
import type { Deps } from './deps.ts';
import { requireRight } from './rights.ts';
import { type Scope, scopeOf } from './scope.ts';
import type { StoredAccount } from './store/accounts.ts';

/** Who asks, what they may see and change, and the day on which they ask. */
export interface Caller {
  readonly account: StoredAccount;
  readonly scope: Scope;
  readonly today: string;
}

/** How requests that need a right begin: with who asks, or with the problem that says what is missing. */
export function createBegin(
  deps: Pick<Deps, 'store' | 'clock'>,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
  right: Right,
): (c: Context) => Promise<Caller> {
  return async (c) => {
    const account = await guards.account(c);
    requireRight(account, right);
    const today = localDay(deps.clock());
    return { account, scope: await scopeOf(deps.store.read, account, today), today };
  };
}
