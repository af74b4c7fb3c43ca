import { hasRight } from '../../shared/role-rights.ts';
import { DAY_MS } from '../../shared/period.ts';
import type { SendMail } from '../letter.ts';
import { claimMail, type DueMail, dropMail, dueMails, mailAgain } from '../store/mails.ts';
import { putSetting, setting } from '../store/settings.ts';
import type { Reader, Store } from '../store/store.ts';

/** Letters of one round. */
const AT_ONCE = 20;
/** Pause after the first refusal of a letter; it doubles. With eight tries that is two days. */
const AGAIN_MS = 15 * 60_000;
const TRIES_MOST = 8;
/** What could not leave for a week tells nobody anything any more. */
const AGE_MOST_MS = 7 * DAY_MS;
/** Longer than a mail server may take for a letter: one who sends has it for himself so long. */
const CLAIM_MS = 5 * 60_000;

const STATE = 'mail-state';

/** What the last round met, as health shows it. */
export interface MailState {
  /** ms. */
  readonly at: number;
  /** A code of SMTP or of the network; null = all went well. */
  readonly trouble: string | null;
}

export async function mailState(read: Reader): Promise<MailState | null> {
  const text = await setting(read, STATE);
  return text === undefined ? null : (JSON.parse(text) as MailState);
}

export async function isMailDue(read: Reader, now: number): Promise<boolean> {
  return (await dueMails(read, now, 1)).length > 0;
}

/**
 * Sends what waits. A mail server that cannot be reached loses nothing: the round ends, rejects, and the schedule comes again
 * after a pause that grows. A letter is written down as sent after the server has taken it, so that a fall in between sends
 * it twice rather than never; two who send at once, of two instances, never send the same one.
 */
export async function deliver(store: Store, send: SendMail, clock: () => number): Promise<void> {
  for (const mail of await dueMails(store.read, clock(), AT_ONCE)) {
    const trouble = await deliverOne(store, send, mail, clock());
    if (trouble !== undefined) {
      await remember(store, { at: clock(), trouble });
      throw new Error('the mail server does not take letters');
    }
  }
  await remember(store, { at: clock(), trouble: null });
}

/** The trouble with the server, if there was any. */
async function deliverOne(
  store: Store,
  send: SendMail,
  mail: DueMail,
  now: number,
): Promise<string | undefined> {
  const { to, tries, made, subject, body } = mail;
  // whoever has no address any more, or no business with alerts, gets none
  if (to.email === null || to.closed || !hasRight(to, 'review')) {
    await store.write((tx) => dropMail(tx, mail));
    return undefined;
  }
  const giveUp = (failed: string) =>
    store.write((tx) => mailAgain(tx, mail, { tries: tries + 1, due: now, failed }));
  if (now - made > AGE_MOST_MS) {
    await giveUp('too old');
    return undefined;
  }
  const until = now + CLAIM_MS;
  if (!(await store.write((tx) => claimMail(tx, mail, { now, until })))) return undefined;
  const sent = await send({ to: to.email, subject, body });
  if (sent.kind === 'trouble') {
    await store.write((tx) => mailAgain(tx, mail, { tries, due: now, failed: null }));
    return sent.word;
  }
  if (sent.kind === 'sent') await store.write((tx) => dropMail(tx, mail));
  else if (sent.kind === 'refused' || tries + 1 >= TRIES_MOST) await giveUp(sent.word);
  else {
    const due = now + AGAIN_MS * 2 ** tries;
    await store.write((tx) => mailAgain(tx, mail, { tries: tries + 1, due, failed: null }));
  }
  return undefined;
}

async function remember(store: Store, state: MailState): Promise<void> {
  await store.write((tx) => putSetting(tx, STATE, JSON.stringify(state)));
}
