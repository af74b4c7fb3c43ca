import { isEmail } from '../../shared/email.ts';
import type { RandomBytes } from '../../shared/ids.ts';
import type { Config } from '../config.ts';
import { mailState } from '../mail/deliver.ts';
import { createSendMail } from '../mail/send-mail.ts';
import { writeTrial } from '../mail/write-digest.ts';
import type { Said } from '../said/said.ts';
import { countMails } from '../store/mails.ts';
import type { Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';

/** Sends a test message at once; nothing of it is kept. */
export async function testMail(config: Config, random: RandomBytes, address: string): Promise<Said> {
  if (!config.mail) throw new CallFault(({ office }) => office.mail.off);
  if (!isEmail(address)) throw new CallFault(({ office }) => office.mail.address);
  const sent = await createSendMail(config.mail, random)({ to: address, ...writeTrial(config.publicUrl) });
  if (sent.kind === 'sent') return ({ office }) => office.mail.sent;
  const { kind, word } = sent;
  throw new CallFault(({ office }) => office.mail[kind](word));
}

/** Whether mail leaves, in words. */
export async function mailInWords(store: Store, { mail }: Config): Promise<Said> {
  if (!mail) return ({ office }) => office.mail.off;
  const { waiting, failed } = await countMails(store.read);
  const state = await mailState(store.read);
  return ({ office: { mail: words } }) =>
    [
      words.leaves(mail.host, mail.port, mail.tls, mail.from),
      state === null
        ? words.never
        : state.trouble === null
          ? words.well(state.at)
          : words.met(state.at, state.trouble),
      words.counts(waiting, failed),
    ].join(' ');
}
