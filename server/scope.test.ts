import { beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../tests/fakes/office.ts';
import { type Asked, BY_LINK, SCOPE_TABLE } from '../tests/fakes/scope-table.ts';
import {
  FORMS_TAKEN,
  openSplitProvince,
  OUTSIDE,
  type SplitProvince,
} from '../tests/fakes/split-province.ts';
import { hasRight } from '../shared/role-rights.ts';
import { type Overview, ROLES, type Role } from '../shared/wire/overview.ts';

/** Every row of the table is asked by every role of a commune, inside and outside; a new address fails until it has one. */

const send = ({ office }: SplitProvince, route: string, asked: Asked = {}, cookie?: string) => {
  const [method = '', path = ''] = route.split(' ');
  const { query = '', ids = [], body } = asked;
  const left = [...ids];
  const filled = path.replace(/:\w+/g, () => encodeURIComponent(left.shift() ?? ''));
  return office.call(`/api/v1${filled}${query}`, {
    method,
    ...(cookie && { cookie }),
    ...(method !== 'GET' && { body: body ?? {} }),
  });
};

test('every address that asks who is signed in has its row here, and each row has its address', async () => {
  const province = await openSplitProvince();
  const asking = new Set<string>();
  for (const { method, path } of province.office.app.routes) {
    if (method === 'ALL' || !path.startsWith('/api/v1/')) continue;
    const route = `${method} ${path.slice('/api/v1'.length)}`;
    const answer = await send(province, route, SCOPE_TABLE[route]?.ask?.(province.inside));
    const { code } = answer.status === 401 ? ((await answer.json()) as { code: string }) : { code: '' };
    if (code === 'no-session' && !BY_LINK.has(route)) asking.add(route);
  }
  expect([...asking].filter((route) => !Object.hasOwn(SCOPE_TABLE, route))).toEqual([]);
  expect(Object.keys(SCOPE_TABLE).filter((route) => !asking.has(route))).toEqual([]);
});

describe.each(ROLES)('the role %s of a commune', (role: Role) => {
  let province: SplitProvince;
  let cookie: string;
  beforeAll(async () => {
    province = await openSplitProvince();
    cookie = await signInAs({ ...province.office, unit: province.inside.unit }, role);
  });

  test('is answered inside as the table says, finds nothing outside, and sees nothing of it', async () => {
    const { inside, outside, foreign } = province;
    const hidden = [
      OUTSIDE,
      ...[outside, foreign].flatMap(({ device, code, ticket }) => [device, code, ticket]),
    ];
    const hides = (route: string, text: string) =>
      expect(
        hidden.filter((word) => text.includes(word)),
        route,
      ).toEqual([]);
    const seen: string[] = [];
    for (const [route, row] of Object.entries(SCOPE_TABLE)) {
      const may = row.right === 'any' || hasRight({ role }, row.right);
      const refused = async (asked: Asked | undefined, statuses: readonly number[]) => {
        const answer = await send(province, route, asked, cookie);
        const text = await answer.text();
        expect(statuses, `${route} ${text}`).toContain(answer.status);
        hides(route, text);
      };
      for (const away of may ? [outside, foreign] : []) {
        if (row.outside !== null) await refused(row.ask?.(away), [row.outside ?? 404]);
        if (row.across) await refused(row.across(inside, away), [404, 422]);
      }
      const answer = await send(province, route, row.ask?.(inside), cookie);
      if (may && row.isStream) await answer.body?.cancel();
      const text = may && row.isStream ? '' : await answer.text();
      expect(answer.status, `${route} ${text.slice(0, 200)}`).toBe(may ? (row.inside ?? 200) : 403);
      hides(route, text);
      if (may && row.shows) expect(text, route).toContain(row.shows);
      if (may) seen.push(route);
    }
    expect(seen.length).toBeGreaterThan(3);
  });
});

test('the top of a province sees both of its communes and their sum, and nothing of the other province', async () => {
  const { office, inside, outside, foreign } = await openSplitProvince();
  const cookie = await signInAs(office, 'reader');
  const overview = (unit: string) =>
    office.call(`/api/v1/overview?unit=${unit}&period=month-2026-11&form=express`, { cookie });
  const whole = (await (await overview(office.unit)).json()) as Overview;
  expect(whole.received).toBe(2 * FORMS_TAKEN);
  const ids = whole.units.map(({ unit }) => unit.id);
  expect(ids).toEqual(expect.arrayContaining([inside.unit, outside.unit]));
  expect(ids).not.toContain(foreign.unit);
  expect((await overview(outside.unit)).status).toBe(200);
  expect((await overview(foreign.unit)).status).toBe(404);
});
