import { expect, test } from 'vitest';
import type { Draft, Place } from '../../shared/wire/first-run.ts';
import { firstStepOf, pointName, suggestDraft } from './suggest-draft.ts';

const place = (code: string, vi: string): Place => ({ code, kind: 'xa', name: { vi, en: vi } });
const draft = (commune: string, more: Partial<Draft> = {}): Draft => ({
  province: '24',
  office: { kind: 'commune', commune, name: { vi: '', en: '' } },
  points: [],
  fields: [],
  ownFields: [],
  ...more,
});
const fields = [
  { code: 'ho-tich', isUsual: true },
  { code: 'khac', isUsual: false },
];
const here = { communes: [place('1', 'Phường Bắc Giang')], fields };
const elsewhere = { communes: [place('2', 'Xã An Khê')], fields };

test('a commune gets its service centre with two counters and the usual fields', () => {
  const { points, fields: chosen } = suggestDraft(draft('1'), undefined, here);
  expect(points[0]?.name.vi).toBe('Trung tâm Phục vụ hành chính công phường Bắc Giang');
  expect(points[0]?.counters).toHaveLength(2);
  expect(chosen).toEqual(['ho-tich']);
});

test('a suggested name follows the commune into another province, a name of their own stays', () => {
  const suggested = pointName(draft('1'), here.communes).vi;
  const before = suggestDraft(draft('1'), undefined, here);
  const moved = suggestDraft({ ...draft('2'), points: before.points }, suggested, elsewhere);
  expect(moved.points[0]?.name.vi).toBe('Trung tâm Phục vụ hành chính công xã An Khê');
  const own = [{ name: { vi: 'Trụ sở cũ', en: '' }, counters: [] }];
  expect(suggestDraft(draft('2', { points: own }), suggested, elsewhere).points).toEqual(own);
});

test('who comes back before anything was suggested passes the office again', () => {
  expect(firstStepOf(draft(''))).toBe('office');
  expect(firstStepOf(draft('1'))).toBe('office');
  const { points } = suggestDraft(draft('1'), undefined, here);
  expect(firstStepOf(draft('1', { points }))).toBe('fields');
  expect(firstStepOf(draft('1', { points, fields: ['ho-tich'] }))).toBe('account');
});
