import { expect, test } from 'vitest';
import { fittingOptions, SHOWN_MOST } from './fitting-options.ts';

const units = Array.from({ length: 3321 }, (_, i) => ({
  name: `Xã ${i}`,
  more: i === 3000 ? 'Tỉnh Bắc Ninh' : undefined,
}));

test('of a long list the first are shown, the rest is counted, and a search still finds the last', () => {
  const { fitting, shown, hidden } = fittingOptions(units, '');
  expect([fitting.length, shown.length, hidden]).toEqual([3321, SHOWN_MOST, 3321 - SHOWN_MOST]);
  expect(fittingOptions(units, 'xa 3320').shown).toEqual([units[3320]]);
  expect(fittingOptions(units, 'bac ninh').shown).toEqual([units[3000]]);
  expect(fittingOptions(units, 'không có')).toEqual({ fitting: [], shown: [], hidden: 0 });
});

test('a list of just as many as fit hides nothing', () => {
  expect(fittingOptions(units.slice(0, SHOWN_MOST), '').hidden).toBe(0);
});
