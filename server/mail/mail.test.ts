import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MailSink, openMailSink } from '../../tests/fakes/mail-sink.ts';
import { type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import { ConfigFault, type MailSettings, readConfig } from '../config.ts';
import { closeAccount, setEmail } from '../store/accounts.ts';
import { countMails, queueMail } from '../store/mails.ts';
import { deliver, isMailDue, mailState } from './deliver.ts';
import { createSendMail } from './send-mail.ts';
import { SUBJECT, writeDigest } from './write-digest.ts';

let sink: MailSink;
let office: Office;
beforeEach(async () => {
  sink = await openMailSink();
  office = await openOffice();
});
afterEach(async () => {
  await sink.stop();
  await office.store.close();
});

const settings = (change: Partial<MailSettings> = {}): MailSettings => ({
  host: '127.0.0.1',
  port: sink.port,
  tls: 'none',
  user: undefined,
  password: undefined,
  from: 'khaosat@lamkhe.gov.vn',
  ...change,
});
const sender = (change: Partial<MailSettings> = {}) => createSendMail(settings(change), seeded(1), 500);
const LETTER = { to: 'lan@lamkhe.gov.vn', subject: 'Cảnh báo', body: 'Kính gửi Ông/Bà,\n' };

/** An account with an address, and a digest for it. */
async function waiting(
  email: string | null = 'lan@lamkhe.gov.vn',
  halfDay = '2026-11-20AM',
): Promise<string> {
  await signInAs(office, 'manager');
  const rows = await office.store.read.selectFrom('accounts').select('id').execute();
  const id = rows.at(-1)!.id;
  await office.store.write(async (tx) => {
    await setEmail(tx, id, email);
    await queueMail(tx, { account: id, occasion: halfDay, subject: SUBJECT, body: 'Thư' }, office.now);
  });
  return id;
}
const round = (change: Partial<MailSettings> = {}) => deliver(office.store, sender(change), () => office.now);

test('a letter arrives in plain UTF-8, marked as written by a machine', async () => {
  expect(await sender()(LETTER)).toEqual({ kind: 'sent' });
  const [letter] = sink.letters;
  expect(letter!.to).toEqual(['lan@lamkhe.gov.vn']);
  expect(letter!.text).toContain('From: khaosat@lamkhe.gov.vn');
  expect(letter!.text.toLowerCase()).toContain('auto-submitted: auto-generated');
  expect(letter!.text.toLowerCase()).toContain('content-type: text/plain; charset=utf-8');
});

test('line ends in a subject or a name begin no header and no line of their own', async () => {
  await sender()({ ...LETTER, subject: 'Cảnh báo\r\nBcc: x@y.vn' });
  const head = sink.letters[0]!.text.split('\n\n')[0]!;
  expect(head).not.toMatch(/^bcc:/im);
  expect(sink.letters[0]!.to).toEqual(['lan@lamkhe.gov.vn']);
  const evil = { vi: 'Quầy\r\n.\r\nMAIL FROM:<x@y.vn>', en: 'Counter\u0000' };
  const { body } = writeDigest([{ point: evil, unit: evil }], '2026-11-20PM', 'https://khaosat.example.vn');
  expect(body.split('\n')).toContain('  - Quầy . MAIL FROM:<x@y.vn> (Quầy . MAIL FROM:<x@y.vn>)');
});

test('a digest names places and half-day in both languages, and no number of answers', () => {
  const point = { vi: 'Trung tâm Sơn Khê', en: 'Sơn Khê centre' };
  const unit = { vi: 'Xã Sơn Khê', en: 'Sơn Khê commune' };
  const { subject, body } = writeDigest([{ point, unit }], '2026-11-20AM', 'https://khaosat.example.vn');
  expect(subject).toBe('Cảnh báo điểm hài lòng thấp / Low satisfaction alert');
  expect(body).toContain('Đến hết buổi sáng ngày 20/11/2026');
  expect(body).toContain('  - Trung tâm Sơn Khê (Xã Sơn Khê)');
  expect(body).toContain('morning of 20/11/2026');
  expect(body.replaceAll('20/11/2026', '')).not.toMatch(/\d|%/);
});

test('without TLS where it is asked for nothing is sent, and a refusal says a code and nothing that the server said', async () => {
  expect(await sender({ tls: 'starttls' })(LETTER)).toMatchObject({ kind: 'trouble' });
  expect(await sender({ tls: 'tls' })(LETTER)).toMatchObject({ kind: 'trouble' });
  expect(sink.letters).toEqual([]);
  sink.answers = { RCPT: '550 5.1.1 <lan@lamkhe.gov.vn> unknown' };
  const refused = await sender()(LETTER);
  expect(refused).toEqual({ kind: 'refused', word: 'EENVELOPE 550' });
  sink.answers = { '.': '451 try later' };
  expect(await sender()(LETTER)).toMatchObject({ kind: 'later' });
});

test('a mail server that is down loses nothing: what waits goes once it is back', async () => {
  await waiting();
  const { port } = sink;
  await sink.stop();
  await expect(round({ port })).rejects.toThrow();
  expect(await countMails(office.store.read)).toEqual({ waiting: 1, failed: 0 });
  expect((await mailState(office.store.read))?.trouble).toMatch(/^E/);
  sink = await openMailSink(port);
  await round({ port });
  expect(sink.letters).toHaveLength(1);
  expect(await countMails(office.store.read)).toEqual({ waiting: 0, failed: 0 });
  expect((await mailState(office.store.read))?.trouble).toBe(null);
  await round({ port });
  expect(sink.letters).toHaveLength(1);
});

test('"not now" is tried again after pauses that double, eight times; "never" is given up at once', async () => {
  await waiting();
  sink.answers = { RCPT: '450 greylisted' };
  let rounds = 0;
  while ((await countMails(office.store.read)).waiting > 0 && rounds < 200) {
    if (await isMailDue(office.store.read, office.now)) {
      await round();
      rounds++;
    }
    office.now += 15 * 60_000;
  }
  expect([rounds, await countMails(office.store.read)]).toEqual([8, { waiting: 0, failed: 1 }]);
  await waiting('minh@lamkhe.gov.vn', '2026-11-21AM');
  sink.answers = { RCPT: '550 unknown' };
  await round();
  expect(await countMails(office.store.read)).toEqual({ waiting: 0, failed: 2 });
});

test('whoever has no address any more, or no account, gets nothing, and what is a week old neither', async () => {
  await waiting(null);
  const closed = await waiting('minh@lamkhe.gov.vn', '2026-11-20PM');
  await office.store.write((tx) => closeAccount(tx, closed, office.now));
  await round();
  expect([sink.letters.length, await countMails(office.store.read)]).toEqual([0, { waiting: 0, failed: 0 }]);
  await waiting('hoa@lamkhe.gov.vn', '2026-11-21AM');
  office.now += 8 * 86_400_000;
  await round();
  expect([sink.letters.length, await countMails(office.store.read)]).toEqual([0, { waiting: 0, failed: 1 }]);
});

test('settings: off without a host, STARTTLS by itself, in the clear to this machine alone', () => {
  const read = (environment: Record<string, string>) => readConfig(environment).mail;
  expect(read({})).toBe(undefined);
  const host = { MAIL_HOST: 'mail.lamkhe.gov.vn', MAIL_FROM: 'khaosat@lamkhe.gov.vn' };
  expect(read(host)).toMatchObject({ port: 587, tls: 'starttls' });
  expect(read({ ...host, MAIL_TLS: 'tls' })).toMatchObject({ port: 465 });
  expect(() => read({ MAIL_HOST: 'mail.lamkhe.gov.vn' })).toThrow(ConfigFault);
  expect(() => read({ ...host, MAIL_TLS: 'none' })).toThrow(/only for a mail program of this machine/);
  expect(read({ ...host, MAIL_HOST: 'localhost', MAIL_TLS: 'none' })).toMatchObject({ port: 25 });
  expect(() => read({ ...host, MAIL_FROM: 'a@b.vn\r\nBcc: x@y.vn' })).toThrow(ConfigFault);
  expect(() => read({ ...host, MAIL_PASSWORD_FILE: '/nowhere' })).toThrow(/MAIL_PASSWORD_FILE/);
});
