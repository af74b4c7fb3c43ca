import { beforeEach, expect, test } from 'vitest';
import { type Office, openOffice } from '../../tests/fakes/office.ts';
import { addServicePoint, addUnit, type ServicePoint, servicePoints } from './organisation.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const dates = { validFrom: '2025-07-01', validTo: null };
const pointWith = (change: Partial<ServicePoint>): ServicePoint => ({
  id: 'p1',
  unit: office.unit,
  name: { vi: 'Quầy 1', en: 'Counter 1' },
  opening: [{ days: [1, 5], from: '07:30', to: '11:30' }],
  fields: ['ht'],
  ...dates,
  ...change,
});
const add = (change: Partial<ServicePoint>) =>
  office.store.write((tx) => addServicePoint(tx, pointWith(change)));

test('a service point is read back as it was written', async () => {
  await add({});
  expect(await servicePoints(office.store.read)).toContainEqual(pointWith({}));
});

test.each<[string, Partial<ServicePoint>]>([
  ['a weekday 0', { opening: [{ days: [0], from: '07:30', to: '17:00' }] }],
  ['a weekday 8', { opening: [{ days: [8], from: '07:30', to: '17:00' }] }],
  ['an hour that no clock shows', { opening: [{ days: [1], from: '7:30', to: '24:00' }] }],
  ['an empty Vietnamese name', { name: { vi: '', en: 'Counter 1' } }],
  ['an empty English name', { name: { vi: 'Quầy 1', en: '' } }],
])('%s never reaches a device: it is refused where it is written', async (_what, change) => {
  const before = await servicePoints(office.store.read);
  await expect(add(change)).rejects.toThrow();
  expect(await servicePoints(office.store.read)).toEqual(before);
});

test('a unit without a name is refused', async () => {
  const unit = {
    id: 'u1',
    parent: null,
    tree: 'real',
    kind: 'xa',
    name: { vi: '', en: 'A' },
    ...dates,
  } as const;
  await expect(office.store.write((tx) => addUnit(tx, unit))).rejects.toThrow();
});

test('hours that somebody damaged in the database are noticed when they are read', async () => {
  await add({});
  await office.store.write(async (tx) => {
    await tx
      .updateTable('service_points')
      .set({ opening: '[{"days":[0],"from":"","to":""}]' })
      .where('id', '=', 'p1')
      .execute();
  });
  await expect(servicePoints(office.store.read)).rejects.toThrow();
});
