import type { Role } from '../../shared/wire/overview.ts';
import type { StoredAccount } from './accounts.ts';
import type { SessionLimits } from './sessions.ts';
import type { Reader, Tx } from './store.ts';

/** Accounts as a list that somebody looks after, and the invitations that nobody has used yet. */

export interface ListedAccount
  extends Pick<StoredAccount, 'id' | 'login' | 'name' | 'role' | 'unit' | 'closed'> {
  readonly secondFactor: boolean;
  readonly email: string | null;
  readonly lastSignIn: string | null;
  /** Live sessions. */
  readonly signedIn: number;
}

export async function accountsIn(
  read: Reader,
  units: readonly string[],
  at: number,
  limits: SessionLimits,
): Promise<ListedAccount[]> {
  const rows = await read
    .selectFrom('accounts')
    .selectAll()
    .where('unit', 'in', [...units])
    .execute();
  const sessions = await read
    .selectFrom('sessions')
    .select((eb) => ['account', eb.fn.countAll<number>().as('count')])
    .where('seen', '>', at - limits.idleMs)
    .where('created', '>', at - limits.absoluteMs)
    .groupBy('account')
    .execute();
  const live = new Map(sessions.map(({ account, count }) => [account, count]));
  return rows.map((row) => ({
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role as Role,
    unit: row.unit,
    closed: row.closed !== 0,
    secondFactor: row.totp !== null,
    email: row.email,
    lastSignIn: row.last_sign_in,
    signedIn: live.get(row.id) ?? 0,
  }));
}

export async function changeAccount(
  tx: Tx,
  id: string,
  change: {
    readonly name: string;
    readonly role: Role;
    readonly unit: string;
    readonly email: string | null;
  },
): Promise<void> {
  await tx.updateTable('accounts').set(change).where('id', '=', id).execute();
}

/** A closed account may sign in again, with the password and the second factor that it had. */
export async function reopenAccount(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('accounts').set({ closed: 0 }).where('id', '=', id).execute();
}

/** Whether nobody else could look after all of this top unit any more: its last administrator who can sign in. */
export async function isLastAdministrator(read: Reader, id: string): Promise<boolean> {
  const rows = await read
    .selectFrom('accounts as a')
    .innerJoin('units as u', 'u.id', 'a.unit')
    .select(['a.id', 'a.unit'])
    .where('u.parent', 'is', null)
    .where('a.role', '=', 'administrator')
    .where('a.closed', '=', 0)
    .execute();
  const own = rows.find((row) => row.id === id);
  return own !== undefined && rows.filter(({ unit }) => unit === own.unit).length === 1;
}

export interface Invitation {
  /** Hash of the secret: names it without opening it. */
  readonly id: string;
  readonly unit: string;
  readonly role: Role;
  readonly expires: number;
}

export async function invitationsIn(
  read: Reader,
  units: readonly string[],
  at: number,
): Promise<Invitation[]> {
  const rows = await read
    .selectFrom('links')
    .selectAll()
    .where('kind', '=', 'account')
    .where('subject', 'in', [...units])
    .where('expires', '>', at)
    .orderBy('expires')
    .execute();
  return rows.map((row) => ({
    id: row.secret_sha256,
    unit: row.subject,
    role: (row.role ?? 'administrator') as Role,
    expires: row.expires,
  }));
}

/** Takes an invitation back; false when it was used in the same moment. */
export async function dropInvitation(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('links')
    .where('secret_sha256', '=', id)
    .where('kind', '=', 'account')
    .returning('secret_sha256')
    .executeTakeFirst();
  return row !== undefined;
}

/** Open accounts that have an address, with where and as what they work. */
export async function accountsWithEmail(
  read: Reader,
): Promise<{ readonly id: string; readonly unit: string; readonly role: Role }[]> {
  const rows = await read
    .selectFrom('accounts')
    .select(['id', 'unit', 'role'])
    .where('email', 'is not', null)
    .where('closed', '=', 0)
    .orderBy('id')
    .execute();
  return rows.map(({ id, unit, role }) => ({ id, unit, role: role as Role }));
}
