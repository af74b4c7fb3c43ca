import { expect, test } from 'vitest';
import type { PointOption } from '../../shared/wire/manage-requests.ts';
import { groupPoints } from './group-points.ts';

const point = (id: string, vi: string, parent: string | null = null): PointOption => ({
  id,
  name: { vi, en: vi },
  unit: 'u',
  parent,
});
const grouped = (...points: PointOption[]) =>
  groupPoints(points, 'vi', ({ vi }) => vi).map(({ centre, counters }) => [
    centre.name.vi,
    counters.map(({ name }) => name.vi),
  ]);

test('counters stand under their centre in the order of their numbers, centres by name', () => {
  expect(
    grouped(
      point('b10', 'Quầy 10', 'b'),
      point('b2', 'Quầy 2', 'b'),
      point('a1', 'Quầy 1', 'a'),
      point('b', 'Trung tâm Đông Lâm'),
      point('a', 'Trung tâm An Điền'),
    ),
  ).toEqual([
    ['Trung tâm An Điền', ['Quầy 1']],
    ['Trung tâm Đông Lâm', ['Quầy 2', 'Quầy 10']],
  ]);
});

test('no place is lost when its centre is not in the list', () =>
  expect(grouped(point('c', 'Quầy 1', 'elsewhere'))).toEqual([['Quầy 1', []]]));
