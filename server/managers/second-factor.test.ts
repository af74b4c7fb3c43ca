import { beforeEach, expect, test } from 'vitest';
import {
  codeOf,
  cookieOf,
  type Office,
  openOffice,
  PASSWORD,
  quickenPasswords,
  setUpSecondFactor,
} from '../../tests/fakes/office.ts';
import type { Role } from '../../shared/wire/overview.ts';
import { ROLES } from '../../shared/wire/overview.ts';
import type { NewSecondFactor } from '../../shared/wire/sign-in-asks.ts';
import { newAccountLink } from '../set-up.ts';
import { accountByLogin, setSecondFactor } from '../store/accounts.ts';
import { totpCode, totpStep } from '../totp.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const FACTOR = '/api/v1/session/second-factor';
const codeIn = async (response: Response) =>
  response.ok ? 'ok' : ((await response.json()) as { code: string }).code;
const signIn = (code?: string, password = PASSWORD) =>
  office.call('/api/v1/session', { body: { login: 'lan.nguyen', password, ...(code && { code }) } });
const session = (cookie: string) => office.call('/api/v1/session', { cookie });

async function firstCookie(role?: Role, at = office): Promise<string> {
  const link = {
    kind: 'account',
    subject: at.unit,
    at: at.now,
    livesMs: 60_000,
    ...(role && { role }),
  } as const;
  const secret = await at.store.write((tx) => newAccountLink(tx, link, at.random));
  const body = { secret, login: 'lan.nguyen', name: 'Nguyễn Thị Lan', password: PASSWORD };
  const cookie = cookieOf(await at.call('/api/v1/invitations/accept', { body }));
  await quickenPasswords(at);
  return cookie;
}
const begin = async (cookie: string) =>
  (await (await office.call(FACTOR, { method: 'POST', cookie })).json()) as NewSecondFactor;

test('whoever must have a second factor and has none can do nothing but set it up', async () => {
  const cookie = await firstCookie();
  for (const path of [
    '/api/v1/session',
    '/api/v1/units',
    '/api/v1/audit',
    `/api/v1/overview?unit=${office.unit}`,
  ]) {
    expect([path, await codeIn(await office.call(path, { cookie }))]).toEqual([path, 'second-factor']);
  }
  const { secret, address, pending } = await begin(cookie);
  expect(address).toContain(`secret=${secret}`);
  const wrong = await office.call(FACTOR, { method: 'PUT', cookie, body: { code: '000000', pending } });
  expect(await codeIn(wrong)).toBe('wrong-code');
  const code = totpCode(secret, totpStep(office.now));
  const answer = await office.call(FACTOR, {
    method: 'PUT',
    cookie,
    body: { code: `${code.slice(0, 3)} ${code.slice(3)}`, pending },
  });
  expect(await answer.json()).toMatchObject({ login: 'lan.nguyen', secondFactor: true });
  // the session of before is dead, the new one may do everything
  expect((await session(cookie)).status).toBe(401);
  expect((await session(cookieOf(answer))).status).toBe(200);
});

test('from then on a sign-in needs password and code, and no code works twice', async () => {
  await office.signIn();
  expect(await codeIn(await signIn(undefined, 'wrong wrong wrong'))).toBe('wrong-credentials');
  expect(await codeIn(await signIn())).toBe('code-needed');
  const used = await office.store.read.selectFrom('accounts').select('totp_step').executeTakeFirstOrThrow();
  expect(used.totp_step).toBe(totpStep(office.now));
  // the code that set it up was used
  const account = await accountByLogin(office.store.read, 'lan.nguyen');
  const secret = office.keys.unlock(account!.totp!)!;
  expect(await codeIn(await signIn(totpCode(secret, totpStep(office.now))))).toBe('wrong-code');
  const next = await codeOf(office, 'lan.nguyen');
  expect(await codeIn(await signIn(next))).toBe('ok');
  expect(await codeIn(await signIn(next))).toBe('wrong-code');
  office.now += 90_000;
  expect(await codeIn(await signIn(await codeOf(office, 'lan.nguyen'), 'wrong wrong wrong'))).toBe(
    'wrong-credentials',
  );
  expect(await codeIn(await signIn(await codeOf(office, 'lan.nguyen')))).toBe('ok');
});

test('two sign-ins with one code at the same moment are one', async () => {
  await office.signIn();
  office.now += 60_000;
  const code = await codeOf(office, 'lan.nguyen');
  const answers = await Promise.all([signIn(code), signIn(code)]);
  expect((await Promise.all(answers.map(codeIn))).sort()).toEqual(['ok', 'wrong-code']);
});

test('wrong codes are slowed down like wrong passwords', async () => {
  await office.signIn();
  for (let i = 0; i < 3; i++) expect(await codeIn(await signIn('000000'))).toBe('wrong-code');
  expect(await codeIn(await signIn('000000'))).toBe('too-many');
});

test('the secret is stored locked, and is told to nobody once it is set up', async () => {
  const cookie = await firstCookie();
  const { secret, pending } = await begin(cookie);
  const body = { code: totpCode(secret, totpStep(office.now)), pending };
  const full = cookieOf(await office.call(FACTOR, { method: 'PUT', cookie, body }));
  const row = await office.store.read.selectFrom('accounts').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(office.keys.unlock(row.totp!)).toBe(secret);
  for (const again of [
    await office.call(FACTOR, { method: 'POST', cookie: full }),
    await office.call(FACTOR, { method: 'PUT', cookie: full, body }),
  ]) {
    expect(await codeIn(again)).toBe('forbidden');
  }
});

test('what is set up belongs to its account and its half hour', async () => {
  const { secret, pending } = await begin(await firstCookie());
  const other = cookieOf(
    await office.call('/api/v1/invitations/accept', {
      body: {
        secret: await office.store.write((tx) =>
          newAccountLink(
            tx,
            { kind: 'account', subject: office.unit, at: office.now, livesMs: 60_000 },
            office.random,
          ),
        ),
        login: 'binh',
        name: 'Bình',
        password: PASSWORD,
      },
    }),
  );
  const put = async (cookie: string) =>
    codeIn(
      await office.call(FACTOR, {
        method: 'PUT',
        cookie,
        body: { code: totpCode(secret, totpStep(office.now)), pending },
      }),
    );
  expect(await put(other)).toBe('malformed');
  const again = cookieOf(await signIn());
  office.now += 29 * 60_000;
  await office.call(FACTOR, { method: 'POST', cookie: again });
  office.now += 2 * 60_000;
  expect(await put(again)).toBe('link-used');
});

test('administrators, managers and auditors of a real tree must; staff and readers may; demo and training may', async () => {
  for (const tree of ['real', 'demo', 'training'] as const) {
    for (const role of ROLES) {
      const at = await openOffice({ tree });
      const cookie = await firstCookie(role, at);
      const must = tree === 'real' && ['administrator', 'manager', 'auditor'].includes(role);
      const code = await codeIn(await at.call('/api/v1/session', { cookie }));
      expect([tree, role, code]).toEqual([tree, role, must ? 'second-factor' : 'ok']);
      if (!must) expect((await at.call(FACTOR, { method: 'POST', cookie })).status).toBe(200);
    }
  }
}, 60_000);

test('a second factor that is taken away ends every session and has to be set up again', async () => {
  const cookie = await office.signIn();
  const account = await accountByLogin(office.store.read, 'lan.nguyen');
  await office.store.write((tx) => setSecondFactor(tx, account!.id, null));
  expect((await session(cookie)).status).toBe(401);
  const again = await signIn();
  expect(await codeIn(await session(cookieOf(again)))).toBe('second-factor');
  expect((await session(await setUpSecondFactor(office, cookieOf(again)))).status).toBe(200);
});
