import type { Role } from '../../shared/wire/overview.ts';
import type { Reader, Tx } from './store.ts';

/**
 * E-mails that wait. Promised: an account gets one for an occasion at most; one that has gone leaves no row; and an address
 * is looked up when a mail goes, so that one taken away gets no more.
 */
export interface NewMail {
  readonly account: string;
  /** A half-day that ended, or the day on which reports were due; in the column `half_day`. */
  readonly occasion: string;
  readonly subject: string;
  readonly body: string;
}
export interface DueMail extends NewMail {
  readonly tries: number;
  readonly made: number;
  readonly to: {
    readonly email: string | null;
    readonly role: Role;
    readonly closed: boolean;
  };
}

export async function queueMail(tx: Tx, mail: NewMail, now: number): Promise<void> {
  const { account, occasion, subject, body } = mail;
  await tx
    .insertInto('mails')
    .values({ account, half_day: occasion, subject, body, made: now, due: now, tries: 0, failed: null })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** What is to be tried now, the oldest first. */
export async function dueMails(read: Reader, now: number, most: number): Promise<DueMail[]> {
  const rows = await read
    .selectFrom('mails as m')
    .innerJoin('accounts as a', 'a.id', 'm.account')
    .select(['m.account', 'm.half_day', 'm.subject', 'm.body', 'm.tries', 'm.made'])
    .select(['a.email', 'a.role', 'a.closed'])
    .where('m.failed', 'is', null)
    .where('m.due', '<=', now)
    .orderBy('m.made')
    .orderBy('m.account')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    account: row.account,
    occasion: row.half_day,
    subject: row.subject,
    body: row.body,
    tries: row.tries,
    made: row.made,
    to: { email: row.email, role: row.role as Role, closed: row.closed !== 0 },
  }));
}

type Named = Pick<NewMail, 'account' | 'occasion'>;

export async function dropMail(tx: Tx, { account, occasion }: Named): Promise<void> {
  await tx.deleteFrom('mails').where('account', '=', account).where('half_day', '=', occasion).execute();
}

/**
 * Takes a letter that is due for whoever is about to send it: until `until` nobody else may, and then it is due again, also
 * where the sender has died. False: somebody else has it.
 */
export async function claimMail(
  tx: Tx,
  { account, occasion }: Named,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mails')
    .set({ due: until })
    .where('account', '=', account)
    .where('half_day', '=', occasion)
    .where('failed', 'is', null)
    .where('due', '<=', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function mailAgain(
  tx: Tx,
  { account, occasion }: Named,
  state: { readonly tries: number; readonly due: number; readonly failed: string | null },
): Promise<void> {
  await tx
    .updateTable('mails')
    .set(state)
    .where('account', '=', account)
    .where('half_day', '=', occasion)
    .execute();
}

export async function countMails(
  read: Reader,
): Promise<{ readonly waiting: number; readonly failed: number }> {
  const rows = await read
    .selectFrom('mails')
    .select((eb) => ['failed', eb.fn.countAll<number>().as('count')])
    .groupBy('failed')
    .execute();
  const sum = (isFailed: boolean) =>
    rows.filter(({ failed }) => (failed !== null) === isFailed).reduce((all, { count }) => all + count, 0);
  return { waiting: sum(false), failed: sum(true) };
}

/** Mails that were given up, once nobody needs to know of them any more. */
export async function removeOldMails(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('mails').where('made', '<', before).execute();
}
