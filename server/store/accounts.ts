import type { Account } from '../../shared/wire/overview.ts';
import { localDay } from '../../shared/period.ts';
import { revokeTokensOf } from './stored-tokens.ts';
import { retirePhonesOf } from './staff-phones.ts';
import type { Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** Accounts, and one-time links to them. Secrets are stored as hashes only. */

export interface StoredAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Account['role'];
  /** The top of what the account may see. */
  readonly unit: string;
  /** scrypt hash with its parameters; null until the invitation is accepted. */
  readonly password: string | null;
  readonly closed: boolean;
  /** Locked secret of the second factor; null = none. */
  readonly totp: string | null;
  /** Where alerts are mailed to; null = nowhere. */
  readonly email: string | null;
}

export async function addAccount(
  tx: Tx,
  account: Omit<StoredAccount, 'closed' | 'totp' | 'email'>,
): Promise<void> {
  await tx
    .insertInto('accounts')
    .values({ ...account, closed: 0, totp: null, totp_step: null })
    .execute();
}

export async function accountByLogin(read: Reader, login: string): Promise<StoredAccount | undefined> {
  return accountWhere(read, 'login', login);
}

export async function accountById(read: Reader, id: string): Promise<StoredAccount | undefined> {
  return accountWhere(read, 'id', id);
}

async function accountWhere(
  read: Reader,
  column: 'id' | 'login',
  value: string,
): Promise<StoredAccount | undefined> {
  const row = await read.selectFrom('accounts').selectAll().where(column, '=', value).executeTakeFirst();
  return row && storedAccount(row);
}

/** An account as it lies there. */
export const storedAccount = (row: Tables['accounts']): StoredAccount => ({
  ...row,
  role: row.role as Account['role'],
  closed: row.closed !== 0,
});

export async function setEmail(tx: Tx, id: string, email: string | null): Promise<void> {
  await tx.updateTable('accounts').set({ email }).where('id', '=', id).execute();
}

/** Administrators who can sign in. */
export async function administrators(read: Reader): Promise<StoredAccount[]> {
  const rows = await read
    .selectFrom('accounts')
    .selectAll()
    .where('role', '=', 'administrator')
    .where('closed', '=', 0)
    .where('password', 'is not', null)
    .execute();
  return rows.map((row) => ({ ...row, role: 'administrator', closed: false }));
}

/** Sets the password and ends every session of the account. */
export async function setPassword(tx: Tx, id: string, password: string): Promise<void> {
  await tx.updateTable('accounts').set({ password }).where('id', '=', id).execute();
  await tx.deleteFrom('sessions').where('account', '=', id).execute();
}

/** Sets or takes away the second factor (locked secret) and ends every session of the account. */
export async function setSecondFactor(
  tx: Tx,
  id: string,
  factor: { readonly locked: string; readonly step: number } | null,
): Promise<void> {
  const columns = { totp: factor?.locked ?? null, totp_step: factor?.step ?? null };
  await tx.updateTable('accounts').set(columns).where('id', '=', id).execute();
  await tx.deleteFrom('sessions').where('account', '=', id).execute();
}

/** Uses a time step up; false when it or a later one was used before, also by a request at the same moment. */
export async function spendStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const row = await tx
    .updateTable('accounts')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('totp_step', 'is', null), eb('totp_step', '<', step)]))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Closes the account: nobody signs in with it any more, and what it was let into, or let others into, ends at once. How
 * many telephones of it were retired, and access codes of programs revoked.
 */
export async function closeAccount(
  tx: Tx,
  id: string,
  at: number,
): Promise<{ readonly phones: number; readonly tokens: number }> {
  await tx.updateTable('accounts').set({ closed: 1 }).where('id', '=', id).execute();
  const { tokens } = await endAccess(tx, id, at);
  return { phones: await retirePhonesOf(tx, id, at), tokens };
}

/**
 * Ends what an account got by the rights that it had: its sessions, open links for its password (whoever made one would
 * get the rights of now), and open links and access codes that it made for others. How many of both last.
 */
export async function endAccess(
  tx: Tx,
  id: string,
  at: number,
): Promise<{ readonly sessions: number; readonly tokens: number }> {
  await tx
    .deleteFrom('links')
    .where((eb) =>
      eb.or([eb('made_by', '=', id), eb.and([eb('kind', '=', 'password'), eb('subject', '=', id)])]),
    )
    .execute();
  const ended = await tx.deleteFrom('sessions').where('account', '=', id).returning('account').execute();
  return { sessions: ended.length, tokens: await revokeTokensOf(tx, id, localDay(at)) };
}

export async function accountsByIds(
  read: Reader,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly name: string; readonly role: Account['role'] }[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('accounts')
    .select(['id', 'name', 'role'])
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Account['role'] }));
}

/** Accounts of these units that have not been closed. */
export async function openAccountsOf(
  read: Reader,
  units: readonly string[],
): Promise<{ readonly id: string; readonly name: string; readonly role: Account['role'] }[]> {
  if (units.length === 0) return [];
  const rows = await read
    .selectFrom('accounts')
    .select(['id', 'name', 'role'])
    .where('unit', 'in', [...units])
    .where('closed', '=', 0)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Account['role'] }));
}

/** The local day is enough to see which accounts nobody uses. */
export async function noteSignIn(tx: Tx, id: string, day: string): Promise<void> {
  await tx.updateTable('accounts').set({ last_sign_in: day }).where('id', '=', id).execute();
}

// --- one-time links ---

/** What a link opens: a first account (unit id), a new password (account id). */
export type LinkKind = 'account' | 'password';

export async function addLink(
  tx: Tx,
  link: {
    readonly secretSha256: string;
    readonly kind: LinkKind;
    readonly subject: string;
    readonly expires: number;
    /** Of an invitation. */
    readonly role?: Account['role'];
    /** The account that made it; left out = the operator. */
    readonly by?: string;
  },
): Promise<void> {
  await tx
    .insertInto('links')
    .values({
      secret_sha256: link.secretSha256,
      kind: link.kind,
      subject: link.subject,
      expires: link.expires,
      role: link.role ?? null,
      made_by: link.by ?? null,
    })
    .execute();
}

/** Uses a link up: its subject, or undefined when it is unknown, used or too old. The delete decides races. */
export async function useLink(
  tx: Tx,
  kind: LinkKind,
  secretSha256: string,
  at: number,
): Promise<string | undefined> {
  return (await takeLink(tx, kind, secretSha256, at))?.subject;
}

/** Uses an invitation up: the unit and the role that it gives. */
export async function useInvitation(
  tx: Tx,
  secretSha256: string,
  at: number,
): Promise<{ readonly unit: string; readonly role: Account['role'] } | undefined> {
  const link = await takeLink(tx, 'account', secretSha256, at);
  return link && { unit: link.subject, role: (link.role ?? 'administrator') as Account['role'] };
}

async function takeLink(tx: Tx, kind: LinkKind, secretSha256: string, at: number) {
  return tx
    .deleteFrom('links')
    .where('secret_sha256', '=', secretSha256)
    .where('kind', '=', kind)
    .where('expires', '>', at)
    .returning(['subject', 'role'])
    .executeTakeFirst();
}

/**
 * Takes back the open links of a kind (a new one replaces them) and those that are too old. Invitations of other roles
 * than administrator stay: several people of one office may be invited at once.
 */
export async function dropLinks(tx: Tx, kind: LinkKind, at: number, subject?: string): Promise<void> {
  await tx.deleteFrom('links').where('expires', '<=', at).execute();
  if (subject !== undefined)
    await tx
      .deleteFrom('links')
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .where('role', 'is', null)
      .execute();
}
