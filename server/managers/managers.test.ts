import { beforeEach, expect, test } from 'vitest';
import {
  addForeignUnit,
  codeOf,
  cookieOf,
  type Office,
  openOffice,
  PASSWORD,
} from '../../tests/fakes/office.ts';
import { newAccountLink } from '../set-up.ts';
import { closeAccount, setPassword } from '../store/accounts.ts';
import type { Tx } from '../store/store.ts';
import { hashPassword, passwordFits } from '../secrets.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const session = (cookie?: string) => office.call('/api/v1/session', cookie ? { cookie } : {});
const signInWith = (login: string, password: string, code?: string) =>
  office.call('/api/v1/session', { body: { login, password, ...(code && { code }) } });
const signInAgain = async (login = 'lan.nguyen') =>
  signInWith(login, PASSWORD, await codeOf(office, 'lan.nguyen'));

test('the first account comes from a one-time link, which works once', async () => {
  const link = { kind: 'account', subject: office.unit, at: office.now, livesMs: 60_000 } as const;
  const secret = await office.store.write((tx) => newAccountLink(tx, link, office.random));
  const body = { secret, login: 'Lan.Nguyen', name: 'Nguyễn Thị Lan', password: PASSWORD };
  const first = await office.call('/api/v1/invitations/accept', { body });
  expect(first.status).toBe(200);
  expect(await first.json()).toMatchObject({
    login: 'lan.nguyen',
    role: 'administrator',
    unit: { id: office.unit },
  });
  expect(first.headers.get('set-cookie')).toMatch(/^sipas=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const second = await office.call('/api/v1/invitations/accept', { body: { ...body, login: 'other' } });
  expect([second.status, ((await second.json()) as { code: string }).code]).toEqual([403, 'link-used']);
});

test('a link that is too old opens nothing, and a new one replaces the one before', async () => {
  const link = { kind: 'account', subject: office.unit, at: office.now, livesMs: 60_000 } as const;
  const make = () => office.store.write((tx) => newAccountLink(tx, link, office.random));
  const [replaced, current] = [await make(), await make()];
  const accept = (secret: string) =>
    office.call('/api/v1/invitations/accept', {
      body: { secret, login: 'lan', name: 'Lan', password: PASSWORD },
    });
  expect((await accept(replaced)).status).toBe(403);
  office.now += 60_001;
  expect((await accept(current)).status).toBe(403);
});

test('a password below twelve characters is refused', async () => {
  const link = { kind: 'account', subject: office.unit, at: office.now, livesMs: 60_000 } as const;
  const secret = await office.store.write((tx) => newAccountLink(tx, link, office.random));
  const body = { secret, login: 'lan', name: 'Lan', password: 'ngắn quá 11' };
  expect((await office.call('/api/v1/invitations/accept', { body })).status).toBe(400);
});

test('an account signs in with its password and no other', async () => {
  await office.signIn();
  expect((await signInAgain()).status).toBe(200);
  office.now += 60_000;
  expect((await signInAgain('LAN.NGUYEN ')).status).toBe(200);
  const wrong = await signInWith('lan.nguyen', `${PASSWORD}!`);
  expect([wrong.status, ((await wrong.json()) as { code: string }).code]).toEqual([401, 'wrong-credentials']);
  expect((await signInWith('nobody', PASSWORD)).status).toBe(401);
});

test('a session ends by signing out, after thirty minutes without use, and after eight hours', async () => {
  const cookie = await office.signIn();
  expect((await session(cookie)).status).toBe(200);
  office.now += 29 * 60_000;
  expect((await session(cookie)).status).toBe(200);
  office.now += 29 * 60_000;
  expect((await session(cookie)).status).toBe(200);
  office.now += 31 * 60_000;
  expect((await session(cookie)).status).toBe(401);

  const second = cookieOf(await signInAgain());
  for (let minutes = 0; minutes < 8 * 60; minutes += 20) {
    expect((await session(second)).status).toBe(200);
    office.now += 20 * 60_000;
  }
  expect((await session(second)).status).toBe(401);

  const third = cookieOf(await signInAgain());
  expect((await office.call('/api/v1/session', { method: 'DELETE', cookie: third })).status).toBe(204);
  expect((await session(third)).status).toBe(401);
});

test('a password link sets a new password and ends every session of the account', async () => {
  const cookie = await office.signIn();
  const account = await office.store.read.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
  const link = { kind: 'password', subject: account.id, at: office.now, livesMs: 60_000 } as const;
  const secret = await office.store.write((tx) => newAccountLink(tx, link, office.random));
  const response = await office.call('/api/v1/invitations/reset', {
    body: { secret, password: 'một mật khẩu khác' },
  });
  // the link stands for the password alone: no session comes of it
  expect([response.status, response.headers.get('set-cookie')]).toEqual([204, null]);
  expect((await session(cookie)).status).toBe(401);
  expect((await signInWith('lan.nguyen', PASSWORD)).status).toBe(401);
  const code = await codeOf(office, 'lan.nguyen');
  expect((await signInWith('lan.nguyen', 'một mật khẩu khác', code)).status).toBe(200);
});

test('a link for the password of a closed account changes nothing', async () => {
  await office.signIn();
  const { id, password } = await office.store.read
    .selectFrom('accounts')
    .select(['id', 'password'])
    .executeTakeFirstOrThrow();
  const link = { kind: 'password', subject: id, at: office.now, livesMs: 60_000 } as const;
  const secret = await office.store.write(async (tx) => {
    await closeAccount(tx, id, office.now);
    return newAccountLink(tx, link, office.random);
  });
  const body = { secret, password: 'một mật khẩu khác' };
  expect((await office.call('/api/v1/invitations/reset', { body })).status).toBe(403);
  const after = await office.store.read.selectFrom('accounts').select('password').executeTakeFirstOrThrow();
  expect(after.password).toBe(password);
  const lines = await office.store.read.selectFrom('audit').select('what').execute();
  expect(lines.map(({ what }) => what)).not.toContain('password-changed');
});

test.each<[string, string, (tx: Tx, id: string) => Promise<unknown>]>([
  ['closed', 'wrong-credentials', (tx, id) => closeAccount(tx, id, 0)],
  ['given another password', 'wrong-credentials', (tx, id) => setPassword(tx, id, 'another one')],
  [
    'made an administrator',
    'second-factor',
    (tx, id) => tx.updateTable('accounts').set({ role: 'administrator' }).where('id', '=', id).execute(),
  ],
])(
  'a sign-in under way of an account that is %s ends as if it came afterwards',
  async (_what, code, change) => {
    const link = { kind: 'account', subject: office.unit, at: office.now, livesMs: 60_000 } as const;
    const secret = await office.store.write((tx) =>
      newAccountLink(tx, { ...link, role: 'reader' }, office.random),
    );
    const body = { secret, login: 'binh', name: 'Bình', password: PASSWORD };
    await office.call('/api/v1/invitations/accept', { body });
    const { id } = await office.store.read.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
    const underWay = signInWith('binh', PASSWORD);
    // the row has been read by now, and the password is being hashed
    await new Promise((resolve) => setTimeout(resolve, 5));
    await office.store.write((tx) => change(tx, id));
    const answer = await underWay;
    const then = answer.status === 200 ? await session(cookieOf(answer)) : answer;
    expect(((await then.json()) as { code: string }).code).toBe(code);
  },
);

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling host', { 'sec-fetch-site': 'same-site' }],
  [
    'another origin, from a browser without Fetch Metadata',
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
  ],
])('a sign-in that comes from %s is refused', async (_what, given) => {
  const headers = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const response = await office.app.request('http://localhost:8080/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: 'localhost:8080', ...headers },
    body: JSON.stringify({ login: 'lan.nguyen', password: PASSWORD }),
  });
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'cross-site']);
});

test('without a session nothing is served, and outside of the scope there is nothing', async () => {
  const foreign = await addForeignUnit(office);
  for (const path of [
    '/api/v1/session',
    '/api/v1/units',
    `/api/v1/overview?unit=${office.unit}&period=month-2026-11`,
  ]) {
    const response = await office.call(path);
    expect([path, response.status]).toEqual([path, 401]);
  }
  const cookie = await office.signIn();
  const units = (await (await office.call('/api/v1/units', { cookie })).json()) as {
    id: string;
    parent: string | null;
  }[];
  expect(units.map(({ id, parent }) => [id, parent])).toEqual([[office.unit, null]]);
  const outside = await office.call(`/api/v1/overview?unit=${foreign}&period=month-2026-11`, { cookie });
  expect(outside.status).toBe(404);
  const nonsense = await office.call(`/api/v1/overview?unit=${office.unit}&period=week-2026-11`, { cookie });
  expect(nonsense.status).toBe(400);
});

test('a session dies with its account', async () => {
  const cookie = await office.signIn();
  await office.store.write(
    async (tx) => void (await tx.updateTable('accounts').set({ closed: 1 }).execute()),
  );
  expect((await session(cookie)).status).toBe(401);
});

test('passwords are kept as scrypt hashes whose parameters travel with them', async () => {
  const stored = await hashPassword(PASSWORD, office.random);
  expect(stored).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(await passwordFits(PASSWORD, stored)).toBe(true);
  expect(await passwordFits('something else', stored)).toBe(false);
  expect(await passwordFits(PASSWORD, null)).toBe(false);
});

test('every answer forbids sniffing, framing and foreign code, and none clears storage', async () => {
  for (const path of ['/', '/api/v1/session', '/healthz', '/nowhere']) {
    const { headers } = await office.call(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.has('clear-site-data')).toBe(false);
  }
});

test('a name that is taken is said to whoever holds a link, to nobody else, and the link stays good', async () => {
  await office.signIn();
  const link = { kind: 'account', subject: office.unit, at: office.now, livesMs: 60_000 } as const;
  const secret = await office.store.write((tx) => newAccountLink(tx, link, office.random));
  const accept = async (given: object) => {
    const body = { secret, login: 'lan.nguyen', name: 'Lan', password: PASSWORD, ...given };
    const response = await office.call('/api/v1/invitations/accept', { body });
    return response.status === 200 ? 'ok' : ((await response.json()) as { code: string }).code;
  };
  expect(await accept({ secret: 'stranger' })).toBe('link-used');
  expect(await accept({})).toBe('login-taken');
  expect(await accept({ login: 'another' })).toBe('ok');
});
