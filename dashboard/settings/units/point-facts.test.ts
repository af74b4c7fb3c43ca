import { expect, test } from 'vitest';
import type { PointLine } from '../../../shared/wire/units.ts';
import { devicesAt, sayDays } from './point-facts.ts';

const point = (id: string, parent: string | null, devices: number): PointLine => ({
  id,
  parent,
  devices,
  contact: { own: null, shown: null },
  name: { vi: id, en: id },
  opening: [],
  fields: [],
  validFrom: '2026-01-01',
  validTo: null,
});

test('a service point closes with the devices of its counters, and with those of no other', () => {
  const centre = point('centre', null, 1);
  const counter = point('counter 1', 'centre', 2);
  const points = [centre, counter, point('counter 2', 'centre', 3), point('other', null, 10)];
  expect(devicesAt(centre, points)).toBe(6);
  expect(devicesAt(counter, points)).toBe(2);
});

test('only days that follow one another are a span', () => {
  const names = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];
  expect(sayDays([1, 2, 3, 4, 5], names)).toBe('T2 – T6');
  expect(sayDays([1, 3, 5], names)).toBe('T2, T4, T6');
  expect(sayDays([6, 7], names)).toBe('T7, CN');
  expect(sayDays([], names)).toBe('');
});
