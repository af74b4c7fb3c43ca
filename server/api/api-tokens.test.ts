import { beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { keepSignedIn, signInAs } from '../../tests/fakes/office.ts';
import { addressOfReading } from '../../tests/fakes/address-of-reading.ts';
import { openSplitProvince, type SplitProvince } from '../../tests/fakes/split-province.ts';
import { DAY_MS } from '../../shared/period.ts';
import { API_SCOPES, type ApiScope, type NewToken, type TokenList } from '../../shared/wire/api-tokens.ts';
import { TABLES_IN_ORDER } from '../store/tables-in-order.ts';
import { PER_MINUTE } from './admit-token.ts';
import { READINGS } from './readings.ts';

/** Programs that read with an access code, against the real application. */

let province: SplitProvince;
let cookie: string;
beforeEach(async () => {
  province = await openSplitProvince();
  // looks after a commune
  cookie = await signInAs({ ...province.office, unit: province.inside.unit }, 'administrator');
});

interface Asked {
  readonly scopes?: readonly ApiScope[];
  readonly unit?: string;
  readonly until?: string;
  readonly name?: string;
}
const make = (asked: Asked, as = cookie) =>
  province.office.call('/api/v1/tokens', {
    cookie: as,
    body: {
      name: asked.name ?? 'Cổng dữ liệu của tỉnh',
      unit: asked.unit ?? province.inside.unit,
      scopes: asked.scopes ?? API_SCOPES,
      until: asked.until ?? '2027-06-30',
    },
  });
const newToken = async (asked: Asked = {}, as = cookie) => (await (await make(asked, as)).json()) as NewToken;
const read = (path: string, token: string, method = 'GET') =>
  province.office.call(`/api/v1${path}`, { token, method, ...(method !== 'GET' && { body: {} }) });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const overviewOf = (unit: string) => `/overview?unit=${unit}&period=month-2026-11`;

test('what a program reads is, byte for byte, what the page of its maker reads', async () => {
  const { secret } = await newToken();
  for (const { path } of READINGS) {
    const address = addressOfReading(path, province.inside);
    const [program, page] = await Promise.all([
      read(address, secret),
      province.office.call(`/api/v1${address}`, { cookie }),
    ]);
    expect([path, program.status, page.status]).toEqual([path, 200, 200]);
    expect(await program.text(), path).toBe(await page.text());
  }
});

test('a code opens what its scopes name, and the refusal says which scope is missing', async () => {
  for (const scope of API_SCOPES) {
    const { secret } = await newToken({ scopes: [scope] });
    for (const reading of READINGS) {
      const answer = await read(addressOfReading(reading.path, province.inside), secret);
      if (reading.scope === null || reading.scope === scope) expect(answer.status, reading.path).toBe(200);
      else {
        expect(answer.headers.get('www-authenticate')).toContain(`scope="${reading.scope}"`);
        expect(await answer.json()).toMatchObject({
          status: 403,
          code: 'scope-missing',
          scope: reading.scope,
        });
      }
    }
  }
});

test('nothing that takes a person opens to a program, whatever its scopes: no write, no account, no remark, no number of a citizen', async () => {
  const { secret } = await newToken();
  const open = new Set(READINGS.map(({ path }) => `GET /api/v1${path}`));
  const others = province.office.app.routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/') && !open.has(`${method} ${path}`),
  );
  expect(others.length).toBeGreaterThan(120);
  for (const { method, path } of others) {
    // asks no faster than it may
    province.office.now += 1_000;
    const answer = await read(path.slice('/api/v1'.length).replace(/:\w+/g, 'nothing'), secret, method);
    expect([`${method} ${path}`, answer.status, await codeOf(answer)]).toEqual([
      `${method} ${path}`,
      403,
      'forbidden',
    ]);
  }
  // also beside the cookie of a person: the code decides
  const both = await province.office.call('/api/v1/people', { token: secret, cookie });
  expect(both.status).toBe(403);
});

test('unknown, ended and revoked codes are refused in the same words, and a revoked one at once', async () => {
  const { office, inside } = province;
  const path = overviewOf(inside.unit);
  const [revoked, ending] = [await newToken(), await newToken({ until: '2026-11-20' })];
  expect((await read(path, revoked.secret)).status).toBe(200);
  expect((await read(path, ending.secret)).status).toBe(200);
  await office.call(`/api/v1/tokens/${revoked.token.id}/revoke`, { cookie, body: {} });
  const refusals = [await read(path, revoked.secret), await read(path, `sipas_${'x'.repeat(43)}`)];
  refusals.push(await read(path, 'sipas_'));
  office.now += DAY_MS;
  refusals.push(await read(path, ending.secret));
  const texts = new Set<string>();
  for (const refusal of refusals) {
    expect(refusal.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    texts.add(await refusal.text());
  }
  expect([...texts]).toEqual([expect.stringContaining('"code":"token-refused","status":401')]);
  await keepSignedIn(office);
  const list = (await (await office.call('/api/v1/tokens', { cookie })).json()) as TokenList;
  expect(list.tokens.map(({ id, state, lastUsed }) => [id, state, lastUsed])).toEqual(
    expect.arrayContaining([
      [revoked.token.id, 'revoked', '2026-11-20'],
      [ending.token.id, 'expired', '2026-11-20'],
    ]),
  );
  expect((await office.call(`/api/v1/tokens/${revoked.token.id}/revoke`, { cookie, body: {} })).status).toBe(
    409,
  );
});

test('a code sees its unit and what lies below, however much its maker sees', async () => {
  const { office, inside, outside, foreign } = province;
  const top = await signInAs(office, 'administrator');
  const { secret } = await newToken({ unit: inside.unit }, top);
  expect((await read(overviewOf(inside.unit), secret)).status).toBe(200);
  for (const unit of [outside.unit, foreign.unit, office.unit])
    expect((await read(overviewOf(unit), secret)).status).toBe(404);
  const units = (await (await read('/units', secret)).json()) as { id: string }[];
  expect(units.map(({ id }) => id)).toEqual([inside.unit]);
});

test('codes end with the account of their maker, and when it gets another role', async () => {
  const { office, inside } = province;
  const top = await signInAs(office, 'administrator');
  const path = overviewOf(inside.unit);
  for (const [act, method, body] of [
    ['', 'PUT', { name: 'Lan', role: 'reader', unit: inside.unit }],
    ['/close', 'POST', {}],
  ] as const) {
    const maker = await signInAs({ ...office, unit: inside.unit }, 'administrator');
    const { secret, token } = await newToken({}, maker);
    expect((await read(path, secret)).status).toBe(200);
    const made = await office.store.read
      .selectFrom('api_tokens')
      .select('made_by')
      .where('id', '=', token.id)
      .executeTakeFirstOrThrow();
    const answer = await office.call(`/api/v1/people/${made.made_by}${act}`, { cookie: top, method, body });
    expect(answer.status).toBe(200);
    expect(await codeOf(await read(path, secret))).toBe('token-refused');
  }
});

test('a program that asks too often waits, is told how long, and keeps no other one waiting', async () => {
  const { office, inside } = province;
  const [busy, other] = [await newToken(), await newToken()];
  const first = await read('/units/days', busy.secret);
  expect(first.headers.get('ratelimit-policy')).toBe(`"token";q=${PER_MINUTE};w=60`);
  expect(first.headers.get('ratelimit')).toBe(`"token";r=${PER_MINUTE - 1};t=1`);
  for (let i = 1; i < PER_MINUTE; i++) expect((await read('/units/days', busy.secret)).status).toBe(200);
  const refused = await read('/units/days', busy.secret);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  expect(refused.headers.get('ratelimit')).toBe('"token";r=0;t=60');
  expect((await read('/units/days', other.secret)).status).toBe(200);
  office.now += 1_000;
  expect((await read('/units/days', busy.secret)).status).toBe(200);
  // of what takes long, few at once, and the rest is told to come again
  office.now += 60_000;
  const path = `/cuts?unit=${inside.unit}&period=month-2026-11&by=channel`;
  const statuses = (await Promise.all(Array.from({ length: 8 }, () => read(path, busy.secret)))).map(
    ({ status }) => status,
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(4);
  expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  expect((await read(path, busy.secret)).status).toBe(200);
  // nor do all of them together keep the people waiting
  const codes = [busy, other, await newToken(), await newToken()];
  for (const { secret } of codes) await read('/units/days', secret);
  const asked = codes.flatMap(({ secret }) => Array.from({ length: 4 }, () => read(path, secret)));
  const all = await Promise.all(asked);
  expect(all.filter(({ status }) => status === 200)).toHaveLength(12);
  const [sent] = all.filter(({ status }) => status === 429);
  expect(sent!.headers.get('retry-after')).toBe('1');
});

test('the secret stands nowhere: no log, no line of the audit log, no row of any table', async () => {
  const { office, inside } = province;
  const { secret, token } = await newToken();
  await read(overviewOf(inside.unit), secret);
  await read('/people', secret);
  await office.call(`/api/v1/tokens/${token.id}/revoke`, { cookie, body: {} });
  const kept: unknown[] = [office.logs];
  for (const [table] of TABLES_IN_ORDER)
    kept.push((await sql`select * from ${sql.table(table)}`.execute(office.store.read)).rows);
  const text = JSON.stringify(kept);
  expect(text).toContain(token.id);
  expect(text).not.toContain(secret);
  expect(text).not.toContain(secret.slice('sipas_'.length));
  const audit = await office.store.read
    .selectFrom('audit')
    .select(['what', 'subject', 'details'])
    .where('what', 'like', 'token-%')
    .orderBy('what')
    .execute();
  expect(audit.map(({ what, subject }) => [what, subject])).toEqual([
    ['token-made', token.id],
    ['token-revoked', token.id],
  ]);
  expect(JSON.parse(audit[0]!.details)).toEqual({
    name: token.name,
    scopes: API_SCOPES.join(', '),
    until: '2027-06-30',
  });
});

test('a code is made for a unit of the scope, for a year at most, and for something', async () => {
  const faults = async (asked: Asked) =>
    ((await (await make(asked)).json()) as { faults: readonly { at: string; why: string }[] }).faults;
  expect(await faults({ unit: province.outside.unit })).toEqual([{ at: 'unit', why: 'unknown' }]);
  expect(await faults({ until: '2026-11-19' })).toEqual([{ at: 'until', why: 'too-early' }]);
  expect(await faults({ until: '2028-01-01' })).toEqual([{ at: 'until', why: 'too-late' }]);
  expect(await faults({ scopes: [] })).toEqual([{ at: 'scopes', why: 'needed' }]);
  expect(await faults({ name: ' ' })).toEqual([{ at: 'name', why: 'needed' }]);
});
