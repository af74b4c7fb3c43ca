import { beforeEach, expect, test } from 'vitest';
import { addForeignUnit, type Office, openOffice } from '../../tests/fakes/office.ts';
import { addCampaign, allCampaigns } from '../store/campaigns.ts';
import { addServicePoint, addUnit, addWalkUpCode } from '../store/organisation.ts';
import { chooseAmong, liveOffices } from './offices.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const DAY = '2026-11-20';
const live = () => liveOffices(office.store.read, DAY);
const namesOf = (list: readonly { readonly name: { readonly vi: string } }[]) =>
  list.map(({ name }) => name.vi);

/** A province of two communes with so many counters each, one code a counter. */
async function setUpProvince(counters: number): Promise<void> {
  const [model] = await allCampaigns(office.store.read);
  await office.store.write(async (tx) => {
    const unit = (id: string, parent: string | null, vi: string) =>
      addUnit(tx, {
        id,
        parent,
        tree: 'real',
        kind: 'xa',
        name: { vi, en: vi },
        validFrom: '2025-07-01',
        validTo: null,
      });
    await unit('p', null, 'Tỉnh Thử');
    await addCampaign(tx, { ...model!, id: 'c-p', unit: 'p' });
    for (const [id, vi] of [
      ['a', 'Phường Đông Lâm'],
      ['b', 'Xã Sơn Khê'],
    ] as const) {
      await unit(id, 'p', vi);
      for (let i = 1; i <= counters; i++) {
        const point = `${id}-${i}`;
        const name = { vi: `Quầy ${i}`, en: `Counter ${i}` };
        await addServicePoint(tx, {
          id: point,
          unit: id,
          name,
          opening: [],
          fields: [],
          validFrom: '2025-07-01',
          validTo: null,
        });
        await addWalkUpCode(tx, {
          code: `${id.toUpperCase()}22222222${i + 1}`,
          servicePoint: point,
          field: null,
          campaign: 'c-p',
        });
      }
    }
    await tx.updateTable('codes').set({ revoked: 1 }).where('code', '=', office.code).execute();
  });
}

test('an office can be chosen while its place is open, its code in use and a campaign runs', async () => {
  expect((await live()).map(({ code }) => code)).toEqual([office.code]);
  const set = async (
    table: 'service_points' | 'campaigns' | 'codes',
    column: string,
    value: string | number | null,
  ) => {
    await office.store.write(
      async (tx) =>
        void (await tx
          .updateTable(table)
          .set({ [column]: value })
          .execute()),
    );
    return (await live()).length;
  };
  expect(await set('service_points', 'valid_to', '2026-11-19')).toBe(0);
  expect(await set('service_points', 'valid_to', null)).toBe(1);
  expect(await set('campaigns', 'ends', '2026-11-19')).toBe(0);
  expect(await set('campaigns', 'ends', null)).toBe(1);
  expect(await set('codes', 'ends', '2026-11-19')).toBe(0);
  expect(await set('codes', 'ends', DAY)).toBe(1);
  expect(await set('codes', 'revoked', 1)).toBe(0);
});

test('of several codes of a place it is the one that presets least', async () => {
  await office.store.write((tx) =>
    addWalkUpCode(tx, {
      code: '2222222222',
      servicePoint: office.point,
      field: 'ht',
      campaign: office.campaign,
    }),
  );
  expect((await live()).map(({ code }) => code)).toEqual([office.code]);
});

test('few places are listed at once; of many one chooses the unit first, and levels with one way on are passed over', async () => {
  await setUpProvince(4);
  const few = chooseAmong(await live(), {});
  expect([few.units, few.points.length]).toEqual([[], 8]);
  await office.store.close();
  office = await openOffice();
  await setUpProvince(5);
  const many = chooseAmong(await live(), {});
  expect([namesOf(many.units), many.points, many.above]).toEqual([['Phường Đông Lâm', 'Xã Sơn Khê'], [], []]);
  const inside = chooseAmong(await live(), { at: 'a' });
  expect([inside.points.length, namesOf(inside.above)]).toEqual([5, ['Phường Đông Lâm']]);
  // a unit that is not there, or has nobody to ask, is the beginning again
  expect(chooseAmong(await live(), { at: 'elsewhere' })).toEqual(many);
});

test('a search needs no tone marks, and shows what one can read through', async () => {
  await setUpProvince(5);
  const found = (find: string) => chooseAmong(offices, { find }).points.map(({ id }) => id);
  const offices = await live();
  expect(found('dong lam')).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-5']);
  expect(found('SƠN khê 2')).toEqual(['b-2']);
  expect(found('nowhere')).toEqual([]);
  const all = Array.from({ length: 31 }, (_, i) => ({ ...offices[0]!, code: String(i) }));
  expect(chooseAmong(all, { find: 'dong' })).toMatchObject({ isCut: true, points: { length: 30 } });
});

test('invented offices are chosen from only where somebody asks for them, or where there is no real one', async () => {
  const demo = await openOffice({ tree: 'demo', seed: 2 });
  const [real] = await live();
  const [invented] = await liveOffices(demo.store.read, DAY);
  const both = [real!, invented!];
  expect(chooseAmong(both, {}).tree).toBe('real');
  expect(chooseAmong(both, { tree: 'demo' }).tree).toBe('demo');
  expect(chooseAmong([invented!], {}).tree).toBe('demo');
});

test('a chosen place leads to its code, one at a time and no faster than people choose', async () => {
  await addForeignUnit(office);
  const choose = (point: string) => office.call(`/q/at/${point}`);
  const answer = await choose(office.point);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/q/${office.code}`]);
  let last = answer;
  for (let tries = 0; tries < 80 && last.status === 303; tries++) last = await choose(office.point);
  expect([last.status, last.headers.has('retry-after')]).toEqual([429, true]);
});

test('a code that was typed is opened with spaces, dashes and small letters, and never guessed at', async () => {
  const typed = async (code: string) => {
    const answer = await office.call(`/q/?${new URLSearchParams({ code })}`);
    return answer.headers.get('location');
  };
  const [a, b] = [office.code.slice(0, 5).toLowerCase(), office.code.slice(5).toLowerCase()];
  expect(await typed(` ${a}-${b} `)).toBe(`/q/${office.code}`);
  // O is no 0 and 1 no I: it is asked again
  for (const wrong of [`O${office.code.slice(1)}`, office.code.slice(1), `${office.code}2`])
    expect(await typed(wrong)).toBeNull();
});
