import { type StoredAccount, storedAccount } from './accounts.ts';
import type { Reader, Tx } from './store.ts';

/** Sessions of accounts, known by the hash of their token. */

/** What a session may do: everything, or only set up the second factor that its account must have. */
export type SessionStage = 'full' | 'second-factor';

export async function addSession(
  tx: Tx,
  tokenSha256: string,
  account: string,
  at: number,
  stage: SessionStage = 'full',
): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({ token_sha256: tokenSha256, account, created: at, seen: at, stage })
    .execute();
}

export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** The account of a live session. */
export async function accountOfSession(
  read: Reader,
  tokenSha256: string,
  at: number,
  limits: SessionLimits,
): Promise<
  { readonly account: StoredAccount; readonly seen: number; readonly stage: SessionStage } | undefined
> {
  const found = await read
    .selectFrom('sessions as s')
    .innerJoin('accounts as a', 'a.id', 's.account')
    .selectAll('a')
    .select(['s.seen', 's.stage'])
    .where('s.token_sha256', '=', tokenSha256)
    .where('s.seen', '>', at - limits.idleMs)
    .where('s.created', '>', at - limits.absoluteMs)
    .where('a.closed', '=', 0)
    .executeTakeFirst();
  if (!found) return undefined;
  const { seen, stage, ...account } = found;
  return { account: storedAccount(account), seen, stage: stage === 'full' ? 'full' : 'second-factor' };
}

export async function touchSession(tx: Tx, tokenSha256: string, at: number): Promise<void> {
  await tx.updateTable('sessions').set({ seen: at }).where('token_sha256', '=', tokenSha256).execute();
}

export async function endSession(tx: Tx, tokenSha256: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_sha256', '=', tokenSha256).execute();
}

export async function endOldSessions(tx: Tx, at: number, limits: SessionLimits): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('seen', '<=', at - limits.idleMs), eb('created', '<=', at - limits.absoluteMs)]))
    .execute();
}
