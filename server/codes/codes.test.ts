import { beforeEach, expect, test } from 'vitest';
import { addForeignUnit, bytesOf, type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import { DAY_MS } from '../../shared/period.ts';
import type { CodeOptions, CodeRow } from '../../shared/wire/codes.ts';
import { addServicePoint, addWalkUpCode } from '../store/organisation.ts';
import { sheetOfCodes } from './sheet-words.ts';

let office: Office;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
});

const ask = (path: string, body?: unknown) => office.call(`/api/v1/codes${path}`, { cookie, body });
const list = async () => (await (await ask('')).json()) as CodeRow[];
const make = async (counter: string | null = '3') => {
  const body = { places: [{ point: office.point, counter, field: null }], campaign: null };
  return ((await (await ask('', body)).json()) as CodeRow[])[0]!;
};
const send = (code: string) =>
  office.call('/api/v1/phone', { body: { proto: 1, code, items: [{ p: bytesOf(office, { ch: 'qr' }) }] } });
const states = async () => Object.fromEntries((await list()).map(({ code, state }) => [code, state]));

test('a code is made for a counter, opens a visit there, and stands in the list and the audit log', async () => {
  const made = await make();
  expect(made).toMatchObject({ state: 'active', counter: '3', made: '2026-11-20', ends: null, tree: 'real' });
  expect(made.code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
  expect((await list()).map(({ code }) => code).sort()).toEqual([office.code, made.code].sort());
  expect((await send(made.code)).status).toBe(200);
  const lines = await office.store.read
    .selectFrom('audit')
    .selectAll()
    .where('what', '=', 'code-made')
    .execute();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ subject: made.code, unit: office.unit });
});

test('a revoked code takes nothing any more, and says to a citizen that it has ended', async () => {
  const made = await make();
  const [row] = (await (await ask('/revoke', { codes: [made.code] })).json()) as CodeRow[];
  expect(row).toMatchObject({ state: 'revoked', ends: '2026-11-20' });
  const answer = await send(made.code);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'unknown-code']);
  // revoked before: nothing happens a second time
  await ask('/revoke', { codes: [made.code] });
  const lines = await office.store.read
    .selectFrom('audit')
    .select('id')
    .where('what', '=', 'code-revoked')
    .execute();
  expect(lines).toHaveLength(1);
});

test('a renewed code works beside its successor until the end of its last day, and what was opened then may be sent', async () => {
  const [successor] = (await (
    await ask('/renew', { codes: [office.code], ends: '2026-11-21' })
  ).json()) as CodeRow[];
  expect(await states()).toEqual({ [office.code]: 'ending', [successor!.code]: 'active' });
  office.now += 2 * DAY_MS;
  cookie = await signInAs(office, 'manager');
  expect(await states()).toEqual({ [office.code]: 'ended', [successor!.code]: 'active' });
  expect((await send(office.code)).status).toBe(200);
  office.now += DAY_MS;
  cookie = await signInAs(office, 'manager');
  expect((await send(office.code)).status).toBe(404);
  expect((await send(successor!.code)).status).toBe(200);
  expect((await ask('/renew', { codes: [office.code], ends: '2026-11-30' })).status).toBe(409);
});

test('a code of a closed place has ended: it is listed so, and neither renewed nor printed', async () => {
  const close = (day: string) =>
    office.store.write(async (tx) => {
      await tx.updateTable('service_points').set({ valid_to: day }).execute();
    });
  await close('2026-11-22');
  expect(await states()).toEqual({ [office.code]: 'ending' });
  await close('2026-11-19');
  expect(await states()).toEqual({ [office.code]: 'ended' });
  expect((await ask('/renew', { codes: [office.code], ends: '2026-11-30' })).status).toBe(409);
  const sheet = { codes: [office.code], format: 'A4', language: 'vi' };
  expect((await ask('/print', sheet)).status).toBe(409);
});

test('what is filled in wrongly is named at its field', async () => {
  const place = { point: office.point, counter: null, field: null };
  const faults = async (path: string, body: unknown) =>
    ((await (await ask(path, body)).json()) as { faults: unknown }).faults;
  expect(await faults('', { places: [place, { ...place, point: 'p' }], campaign: null })).toEqual([
    { at: 'places.1.point', why: 'unknown' },
  ]);
  expect(await faults('', { places: [{ ...place, field: 'dd' }], campaign: null })).toEqual([
    { at: 'places.0.field', why: 'unknown' },
  ]);
  expect(await faults('', { places: [place], campaign: 'other' })).toEqual([
    { at: 'campaign', why: 'unknown' },
  ]);
  expect(await faults('/renew', { codes: [office.code], ends: '2026-11-19' })).toEqual([
    { at: 'ends', why: 'too-early' },
  ]);
});

test('outside of the scope no code is listed, offered, ended or printed', async () => {
  const unit = await addForeignUnit(office);
  const name = { vi: 'Nơi khác', en: 'Elsewhere' };
  await office.store.write(async (tx) => {
    const dates = { validFrom: '2025-07-01', validTo: null };
    await addServicePoint(tx, { id: 'p-other', unit, name, opening: [], fields: [], ...dates });
    await addWalkUpCode(tx, {
      code: 'AAAAAAAAAA',
      servicePoint: 'p-other',
      field: null,
      campaign: office.campaign,
    });
  });
  expect((await list()).map(({ code }) => code)).toEqual([office.code]);
  const options = (await (await ask('/options')).json()) as CodeOptions;
  expect(options.points.map(({ id }) => id)).toEqual([office.point]);
  const codes = [office.code, 'AAAAAAAAAA'];
  for (const [path, body] of [
    ['/revoke', { codes }],
    ['/renew', { codes, ends: '2026-12-01' }],
    ['/print', { codes, format: 'A4', language: 'vi' }],
  ] as const)
    expect((await ask(path, body)).status).toBe(404);
  expect((await list()).map(({ state }) => state)).toEqual(['active']);
});

test('a code of a counter that stands in a centre names both on paper', async () => {
  const name = { vi: 'Quầy 1 Hộ tịch', en: 'Counter 1' };
  const dates = { validFrom: '2025-07-01', validTo: null };
  const counter = { id: 'p-counter', unit: office.unit, parent: office.point, name, opening: [], fields: [] };
  await office.store.write((tx) => addServicePoint(tx, { ...counter, ...dates }));
  const body = { places: [{ point: 'p-counter', counter: null, field: null }], campaign: null };
  const [row] = (await (await ask('', body)).json()) as CodeRow[];
  expect(row!.centre?.vi).toContain('Trung tâm');
  const { codes } = sheetOfCodes('https://x.example', [row!], 'A4', 'vi');
  expect(codes[0]).toMatchObject({ point: row!.centre!.vi, place: 'Quầy 1 Hộ tịch' });
});

test('codes and places come as somebody walks through the house: unit by unit, each place before its counters', async () => {
  const place = (id: string, vi: string, parent?: string) => ({
    id,
    unit: office.unit,
    ...(parent !== undefined && { parent }),
    name: { vi, en: vi },
    opening: [],
    fields: [],
    validFrom: '2026-01-01',
    validTo: null,
  });
  await office.store.write(async (tx) => {
    for (const one of [place('b', 'Bộ phận B'), place('b10', 'Quầy 10', 'b'), place('b2', 'Quầy 2', 'b')])
      await addServicePoint(tx, one);
    await addServicePoint(tx, place('a', 'An'));
  });
  const { points } = (await (await ask('/options')).json()) as CodeOptions;
  const names = points.map(({ id }) => id).filter((id) => id !== office.point);
  expect(names).toEqual(['a', 'b', 'b2', 'b10']);
  const places = ['b10', 'a', 'b2', 'b'].map((point) => ({ point, counter: null, field: null }));
  await ask('', { places, campaign: null });
  const listed = (await list()).map(({ point }) => point.id).filter((id) => id !== office.point);
  expect(listed).toEqual(['a', 'b', 'b2', 'b10']);
});
