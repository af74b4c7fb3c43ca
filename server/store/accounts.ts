import type { Account } from '../../shared/wire/overview.ts';
import type { Reader, Tx } from './store.ts';

/** Accounts, their sessions, and one-time links. Secrets are stored as hashes only. */

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
}

export async function addAccount(tx: Tx, account: Omit<StoredAccount, 'closed' | 'totp'>): Promise<void> {
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
  return row && { ...row, role: row.role as Account['role'], closed: row.closed !== 0 };
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

// --- sessions ---

export async function addSession(tx: Tx, tokenSha256: string, account: string, at: number): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({ token_sha256: tokenSha256, account, created: at, seen: at })
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
): Promise<{ readonly account: StoredAccount; readonly seen: number } | undefined> {
  const session = await read
    .selectFrom('sessions')
    .selectAll()
    .where('token_sha256', '=', tokenSha256)
    .where('seen', '>', at - limits.idleMs)
    .where('created', '>', at - limits.absoluteMs)
    .executeTakeFirst();
  if (!session) return undefined;
  const account = await accountById(read, session.account);
  return account && !account.closed ? { account, seen: session.seen } : undefined;
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

// --- one-time links ---

/** What a link opens: an enrolment (device id), a first account (unit id), a new password (account id). */
export type LinkKind = 'device' | 'account' | 'password';

export async function addLink(
  tx: Tx,
  link: {
    readonly secretSha256: string;
    readonly kind: LinkKind;
    readonly subject: string;
    readonly expires: number;
  },
): Promise<void> {
  await tx
    .insertInto('links')
    .values({
      secret_sha256: link.secretSha256,
      kind: link.kind,
      subject: link.subject,
      expires: link.expires,
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
  const row = await tx
    .deleteFrom('links')
    .where('secret_sha256', '=', secretSha256)
    .where('kind', '=', kind)
    .where('expires', '>', at)
    .returning('subject')
    .executeTakeFirst();
  return row?.subject;
}

/** Takes back the open links of a kind (a new one replaces them) and those that are too old. */
export async function dropLinks(tx: Tx, kind: LinkKind, at: number, subject?: string): Promise<void> {
  await tx.deleteFrom('links').where('expires', '<=', at).execute();
  if (subject !== undefined)
    await tx.deleteFrom('links').where('kind', '=', kind).where('subject', '=', subject).execute();
}
