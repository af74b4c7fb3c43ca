import { isEmail } from '../../shared/email.ts';
import type { RandomBytes } from '../../shared/ids.ts';
import type { Config } from '../config.ts';
import { mailState } from '../mail/deliver.ts';
import { createSendMail } from '../mail/send-mail.ts';
import { writeTrial } from '../mail/write-digest.ts';
import { countMails } from '../store/mails.ts';
import type { Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';

const OFF = 'E-mail is off: MAIL_HOST is not set (docs/operations.md, "E-mail").';

/** Sends a test message at once; nothing of it is kept. */
export async function testMail(config: Config, random: RandomBytes, address: string): Promise<string> {
  if (!config.mail) throw new CallFault(OFF);
  if (!isEmail(address)) throw new CallFault('Name a plain address: npm run sipas -- mail test ADDRESS');
  const sent = await createSendMail(config.mail, random)({ to: address, ...writeTrial(config.publicUrl) });
  if (sent.kind === 'sent') return 'The mail server has taken the message.';
  throw new CallFault(`The message was not sent (${sent.word}). ${NEXT[sent.kind]}`);
}

const NEXT = {
  refused: 'The mail server refuses this address or MAIL_FROM.',
  later: 'The mail server asks to try again later.',
  trouble: 'Check MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_USER and the password.',
} as const;

/** Whether mail leaves, in words. */
export async function mailInWords(store: Store, { mail }: Config): Promise<string> {
  if (!mail) return OFF;
  const { waiting, failed } = await countMails(store.read);
  const state = await mailState(store.read);
  const last =
    state === null
      ? 'Nothing has been sent yet.'
      : `Last round ${new Date(state.at).toISOString()}: ${state.trouble ?? 'all went well'}.`;
  return `E-mail leaves by ${mail.host}:${mail.port} (${mail.tls}) from ${mail.from}. ${last} Waiting: ${waiting}, given up: ${failed}.`;
}
