import type { Context } from 'hono';
import { hasRight } from '../../shared/role-rights.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import type { Tx } from '../store/store.ts';

/** What every act on a pack begins and ends with: who may, and its line in the audit log. */
export function createPackGround(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
) {
  const beginChange = createBegin(deps, guards, 'settings');
  return {
    /** Whoever sets up an office sees the languages. */
    begin: createBegin(deps, guards, 'organise'),
    /** Packs hold for a whole tree, like its list of fields. */
    changer: async (c: Context): Promise<Caller> => {
      const caller = await beginChange(c);
      if (!caller.scope.isWhole) throw new ProblemError('forbidden');
      return caller;
    },
    mayChange: ({ account, scope }: Caller) => hasRight(account, 'settings') && scope.isWhole,
    write: (
      tx: Tx,
      { account, scope }: Caller,
      line: {
        readonly what: string;
        readonly subject: string;
        readonly details: Record<string, string | number | null>;
        readonly unit?: string;
      },
    ) => {
      // what holds for every office of the server is read at the top of each real tree
      const unit = line.unit ?? (scope.tree === 'real' ? null : account.unit);
      return note(tx, audited(deps, { ...line, account: account.id, unit }));
    },
  };
}
