import { beforeEach, expect, test } from 'vitest';
import { type EnrolledTablet, type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import type { AuditLine } from '../../shared/wire/manage.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { UnitDetail } from '../../shared/wire/units.ts';
import { placeOf } from '../place-of.ts';

/** An office with a counter at its centre, and the tablet of the centre. */
let office: Office;
let cookie: string;
let tablet: EnrolledTablet;
let counter: string;

const call = (path: string, body?: unknown, method?: 'PUT' | 'POST') =>
  office.call(`/api/v1${path}`, { cookie, ...(body !== undefined && { body }), ...(method && { method }) });
const put = async (of: 'units' | 'points', id: string, contact: string) =>
  (await (await call(`/organisation/${of}/${id}/contact`, { contact }, 'PUT')).json()) as UnitDetail &
    Problem;
const onTablet = async () => {
  const answer = await office.call('/api/v1/device', { token: tablet.token });
  return ((await answer.json()) as { settings: { contact?: string } }).settings.contact;
};
const spaced = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ') ?? null;

beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
  tablet = await office.enrol();
  const point = { name: { vi: 'Quầy 1', en: 'Counter 1' }, opening: [], fields: [], from: '2026-11-01' };
  const { pointList } = (await (
    await call('/organisation/points', { unit: office.unit, parent: office.point, ...point })
  ).json()) as UnitDetail;
  counter = pointList.find(({ parent }) => parent === office.point)!.id;
});

test('a place shows its own number, else that of its centre, else that of the nearest unit above', async () => {
  const shownAt = ({ pointList }: UnitDetail, id: string) =>
    spaced(pointList.find((point) => point.id === id)!.contact.shown);
  expect(await onTablet()).toBeUndefined();
  let unit = await put('units', office.unit, '(0263) 3822.345');
  expect([spaced(unit.contact.own), shownAt(unit, office.point), shownAt(unit, counter)]).toEqual([
    '0263 3822 345',
    '0263 3822 345',
    '0263 3822 345',
  ]);
  expect(spaced(await onTablet())).toBe('0263 3822 345');
  unit = await put('points', office.point, '1900 1234');
  expect([shownAt(unit, office.point), shownAt(unit, counter)]).toEqual(['1900 1234', '1900 1234']);
  expect(spaced(await onTablet())).toBe('1900 1234');
  unit = await put('points', counter, '0912345678');
  expect([shownAt(unit, office.point), shownAt(unit, counter)]).toEqual(['1900 1234', '0912 345 678']);
  unit = await put('points', office.point, ' ');
  expect([spaced(unit.contact.own), shownAt(unit, office.point)]).toEqual(['0263 3822 345', '0263 3822 345']);
});

test('an own phone is told the number of the place of its code, as a tablet is', async () => {
  await put('units', office.unit, '024 3825 4321');
  const { campaign, point: servicePoint } = office;
  const where = { servicePoint, campaign, channel: 'qr', day: '2026-11-20' } as const;
  expect(spaced((await placeOf(office.store.read, where))?.contact)).toBe('024 3825 4321');
});

test('what cannot be called is said at the field, and nothing is taken', async () => {
  for (const typed of ['113', '0263 382', '0912345678; 0987654321', 'gặp chị Hoa']) {
    const { faults } = await put('units', office.unit, typed);
    expect(faults, typed).toEqual([{ at: 'contact', why: 'wrong' }]);
  }
  expect((await put('units', office.unit, 'x'.repeat(41))).faults).toContainEqual({
    at: 'contact',
    why: 'too-long',
  });
  expect(await onTablet()).toBeUndefined();
});

test('each change leaves one line in the audit log, the same once more leaves none', async () => {
  for (const contact of ['0263 3822 345', '02633822345', '']) await put('units', office.unit, contact);
  await put('points', counter, '0912 345 678');
  const lines = await office.store.read
    .selectFrom('audit')
    .select(['what', 'unit', 'details'])
    .where('what', 'like', '%-contact')
    .execute();
  const phoneOf = ({ details }: Pick<(typeof lines)[number], 'details'>) =>
    spaced((JSON.parse(details) as AuditLine['details'])['phone'] as string);
  // of one instant they have no order
  expect(lines.map((line) => `${line.what} ${line.unit} ${phoneOf(line)}`).sort()).toEqual([
    `point-contact ${office.unit} 0912 345 678`,
    `unit-contact ${office.unit} `,
    `unit-contact ${office.unit} 0263 3822 345`,
  ]);
});
