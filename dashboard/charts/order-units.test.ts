import { expect, test } from 'vitest';
import type { ServedScore, UnitRow } from '../../shared/wire/overview.ts';
import { orderUnits } from './order-units.ts';

const figure = (percent: number): ServedScore => ({
  percent,
  low: percent,
  high: percent,
  n: 50,
  answers: 50,
  noOpinion: 0,
  noOpinionPercent: 0,
  nEff: 50,
  method: { statistic: 'top2', aggregation: 'pooled' },
  asOf: 0,
  received: 50,
  shown: 50,
  grey: false,
});
const row = (vi: string, service: ServedScore): UnitRow => ({
  unit: { id: vi, name: { vi, en: vi }, tree: 'real' },
  policy: service,
  service,
  trend: [],
  change: null,
  belowOthers: false,
});
const names = (rows: readonly UnitRow[]) => rows.map(({ unit }) => unit.name.vi);

test('names follow the Vietnamese alphabet, and numbers their size', () => {
  const rows = ['Quầy 12', 'Xã Đắk Lâm', 'Xã Dương Sơn', 'Quầy 5', 'Xã An Điền'].map((name) =>
    row(name, figure(90)),
  );
  expect(names(orderUnits(rows, 'name', 'vi'))).toEqual([
    'Quầy 5',
    'Quầy 12',
    'Xã An Điền',
    'Xã Dương Sơn',
    'Xã Đắk Lâm',
  ]);
});

test('by value the highest stands first and units without a figure last, by name', () => {
  const rows = [
    row('B', { withheld: 'too-few' }),
    row('C', figure(80)),
    row('A', { withheld: 'too-few' }),
    row('D', figure(95)),
  ];
  expect(names(orderUnits(rows, 'value', 'vi'))).toEqual(['D', 'C', 'A', 'B']);
});
