import { beforeEach, expect, test } from 'vitest';
import { type Office, openOffice, PASSWORD, signInAs } from '../../tests/fakes/office.ts';
import { inEnglish } from '../../tests/fakes/in-english.ts';
import { accountByLogin } from '../store/accounts.ts';
import { auditLines } from '../store/audit.ts';
import { people } from './people-commands.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
const run = (name: string, words: readonly string[], role = '') =>
  inEnglish(
    people[name]!(
      { store: office.store, base: 'http://localhost:8080', random: office.random, clock: () => office.now },
      words,
      { role },
    ),
  );
const secretIn = (text: string) => /#invite=([\w-]{43})/.exec(text)![1]!;
const accept = (secret: string, login: string) =>
  office.call('/api/v1/invitations/accept', { body: { secret, login, name: login, password: PASSWORD } });
const lines = async () =>
  (
    await auditLines(office.store.read, {
      units: [office.unit],
      ofServer: false,
      before: undefined,
      most: 50,
    })
  ).map(({ what, account, details }) => [what, account === null, details] as const);

test('an invitation carries its role, and two of them for one unit stand side by side', async () => {
  expect(await run('invite', [])).toContain(office.unit);
  const [first, second] = [
    await run('invite', [office.unit], 'auditor'),
    await run('invite', [office.unit], 'staff'),
  ];
  expect(await (await accept(secretIn(first), 'an')).json()).toMatchObject({ role: 'auditor' });
  expect(await (await accept(secretIn(second), 'binh')).json()).toMatchObject({ role: 'staff' });
  expect(await (await accept(secretIn(await run('administrator', [])), 'chi')).json()).toMatchObject({
    role: 'administrator',
  });
  await expect(run('invite', [office.unit], 'king')).rejects.toThrow('--role with one of');
  await expect(run('invite', ['nowhere'], 'staff')).rejects.toThrow('no unit nowhere');
  expect((await lines()).filter(([what]) => what === 'account-invited')).toHaveLength(3);
});

test('a closed account is signed out at once and opens nothing any more', async () => {
  const cookie = await office.signIn();
  expect((await office.call('/api/v1/session', { cookie })).status).toBe(200);
  office.now += 1_000;
  expect(await run('close', ['LAN.nguyen'])).toMatch(/signed out everywhere.*was the last administrator/);
  expect((await office.call('/api/v1/session', { cookie })).status).toBe(401);
  office.now += 1_000;
  const again = await office.call('/api/v1/session', { body: { login: 'lan.nguyen', password: PASSWORD } });
  expect(((await again.json()) as { code: string }).code).toBe('wrong-credentials');
  expect(await office.store.read.selectFrom('sessions').selectAll().execute()).toHaveLength(0);
  expect((await lines())[0]).toEqual(['sign-in-refused', true, {}]);
  expect((await lines())[1]).toEqual(['account-closed', true, { by: 'operator' }]);
  expect(await run('reopen', ['lan.nguyen'])).toContain('may sign in again');
  expect(await run('reopen', ['lan.nguyen'])).toContain('is not closed');
});

test('a second factor is taken away by command, with every session of the account', async () => {
  const cookie = await office.signIn();
  const other = await signInAs(office, 'reader');
  await run('second-factor', ['reset', 'lan.nguyen']);
  expect((await accountByLogin(office.store.read, 'lan.nguyen'))!.totp).toBeNull();
  expect((await office.call('/api/v1/session', { cookie })).status).toBe(401);
  expect((await office.call('/api/v1/session', { cookie: other })).status).toBe(200);
  await expect(run('second-factor', ['lan.nguyen'])).rejects.toThrow('second-factor reset NAME');
  await expect(run('close', ['nobody'])).rejects.toThrow('no account of that name');
});

test('the link of the first run is made only while there is no real office', async () => {
  await expect(run('set-up-link', [])).rejects.toThrow('its set-up is closed');
  const demo = await openOffice({ tree: 'demo' });
  const place = {
    store: demo.store,
    base: 'http://localhost:8080',
    random: demo.random,
    clock: () => demo.now,
  };
  const secret = /#set-up=([\w-]{43})/.exec(
    await inEnglish(people['set-up-link']!(place, [], { role: '' })),
  )![1]!;
  expect((await demo.call('/api/v1/set-up/session', { body: { secret } })).status).toBe(204);
});
