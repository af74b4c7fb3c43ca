import { type RandomBytes, toHex } from '../../shared/ids.ts';
import type { MailSettings } from '../config.ts';
import type { SendMail, Sent } from '../letter.ts';
import { oneLine } from './one-line.ts';

/** A mail server that says nothing for so long is no mail server. */
const PATIENCE_MS = 20_000;

/** Sends one letter after another over a connection each; certificates are checked, and TLS is never given up silently. */
export function createSendMail(
  settings: MailSettings,
  random: RandomBytes,
  patienceMs = PATIENCE_MS,
): SendMail {
  const { host, port, tls, user, password, from } = settings;
  const domain = from.slice(from.indexOf('@') + 1);
  return async ({ to, subject, body }) => {
    // with the first letter: many servers send none, and it takes 2 MB
    const { default: nodemailer } = await import('nodemailer');
    const transport = nodemailer.createTransport({
      host,
      port,
      secure: tls === 'tls',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    });
    try {
      await transport.sendMail({
        from,
        to,
        subject: oneLine(subject),
        text: body,
        messageId: `<${toHex(random(16))}@${domain}>`,
        // nobody's holiday message needs to come back
        headers: { 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { kind: 'sent' };
    } catch (error) {
      return judgeFault(error as { readonly code?: string; readonly responseCode?: number });
    } finally {
      transport.close();
    }
  };
}

/** Answers about the envelope or the message are about this letter; everything else is about the server. */
const ABOUT_LETTER: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

function judgeFault({
  code = 'EUNKNOWN',
  responseCode,
}: {
  readonly code?: string;
  readonly responseCode?: number;
}): Sent {
  const word = responseCode === undefined ? code : `${code} ${responseCode}`;
  if (!ABOUT_LETTER.has(code)) return { kind: 'trouble', word };
  return { kind: responseCode !== undefined && responseCode >= 500 ? 'refused' : 'later', word };
}
