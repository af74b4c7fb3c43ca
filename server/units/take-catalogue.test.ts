import { expect, test } from 'vitest';
import { openOffice, signInAs } from '../../tests/fakes/office.ts';
import type { CatalogueUnit, UnitDetail } from '../../shared/wire/units.ts';

test('a whole province comes from the bundled catalogue in a moment, once', async () => {
  const office = await openOffice();
  const cookie = await signInAs(office, 'administrator');
  const get = async <T>(path: string): Promise<T> =>
    (await (await office.call(`/api/v1${path}`, { cookie })).json()) as T;
  const take = async (codes: readonly string[]) => {
    const body = { under: office.unit, codes };
    return (await office.call('/api/v1/catalogue', { body, cookie })).json();
  };
  const provinces = await get<CatalogueUnit[]>('/catalogue');
  expect(provinces).toHaveLength(34);
  const all = await Promise.all(
    provinces.map(({ code }) => get<CatalogueUnit[]>(`/catalogue?province=${code}`)),
  );
  expect(all.flat()).toHaveLength(3_321);
  const codes = all.find((communes) => communes[0]!.province === '01')!.map(({ code }) => code);
  const started = performance.now();
  expect(await take(codes)).toEqual({ added: codes.length, known: 0 });
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(await take(codes)).toEqual({ added: 0, known: codes.length });
  expect(codes.length).toBeGreaterThan(100);
  await take(['75']);
  const { versions } = await get<UnitDetail>('/organisation/units/vn75');
  expect(versions.map(({ starts, name }) => [starts, name.vi])).toEqual([
    ['2025-12-01', 'Tỉnh Đồng Nai'],
    ['2026-04-30', 'Thành phố Đồng Nai'],
  ]);
});
