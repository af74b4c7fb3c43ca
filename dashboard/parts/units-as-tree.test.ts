import { expect, test } from 'vitest';
import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { unitsAsTree, unitsBelow } from './units-as-tree.ts';

const unit = (id: string, vi: string, parent: string | null): ScopeUnit => ({
  id,
  name: { vi, en: vi },
  tree: 'demo',
  parent,
});
const drawn = (units: readonly ScopeUnit[]) =>
  unitsAsTree(units, 'vi').map(({ unit: { name }, depth }) => `${'-'.repeat(depth)}${name.vi}`);

test('each unit stands below its parent, brothers in Vietnamese order, numbers by size', () => {
  expect(
    drawn([
      unit('q12', 'Quầy 12', 'c'),
      unit('d', 'Xã Đắk Lâm', 'p'),
      unit('q5', 'Quầy 5', 'c'),
      unit('p', 'Tỉnh Lâm Khê', null),
      unit('c', 'Trung tâm', 'p'),
      unit('a', 'Xã An Điền', 'p'),
    ]),
  ).toEqual(['Tỉnh Lâm Khê', '-Trung tâm', '--Quầy 5', '--Quầy 12', '-Xã An Điền', '-Xã Đắk Lâm']);
});

test('a unit whose parent is outside the scope stands at the top', () => {
  expect(drawn([unit('b', 'Quầy 1', 'a'), unit('a', 'Phường Tân Khê', 'hidden')])).toEqual([
    'Phường Tân Khê',
    '-Quầy 1',
  ]);
});

test('a ring of parents loses no unit', () => {
  const ring = [unit('a', 'A', 'b'), unit('b', 'B', 'a')];
  expect(drawn(ring).length).toBe(2);
  expect([...unitsBelow(ring, 'a')].toSorted()).toEqual(['a', 'b']);
});
