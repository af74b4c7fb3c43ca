import { expect, test } from 'vitest';
import { deviceRow } from '../../tests/fakes/sample-device.ts';
import { countLamps, devicesOf, fitsSearch, worstFirst } from './device-list.ts';

const unit = (id: string, parent: string | null) => ({
  id,
  parent,
  name: { vi: id, en: id },
  tree: 'demo' as const,
});
const units = [unit('province', null), unit('nam-khe', 'province'), unit('phu-dien', 'province')];
const inUnit = (id: string) => ({ unit: { ...deviceRow({ id: 'x' }).unit, id } });
const all = { unit: null, text: '', withRetired: false } as const;
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

test('the worst device comes first: red, then amber, then green, and more alarms before fewer', () => {
  const rows = [
    deviceRow({ id: 'well' }),
    deviceRow({ id: 'look', lamp: 'amber', alarms: ['silent'] }),
    deviceRow({ id: 'bad', lamp: 'red', alarms: ['missing'] }),
    deviceRow({ id: 'worse', lamp: 'red', alarms: ['missing', 'lost'] }),
  ];
  expect(idsOf(worstFirst(rows))).toEqual(['worse', 'bad', 'look', 'well']);
});

test('equally good devices stand by place and name, with numbers as people count', () => {
  const rows = ['Quầy 10', 'Quầy 9', 'Cửa vào'].map((name) => deviceRow({ id: name, name }));
  expect(idsOf(worstFirst(rows))).toEqual(['Cửa vào', 'Quầy 9', 'Quầy 10']);
});

test('a unit brings the devices of everything below it and of nothing else', () => {
  const rows = [
    deviceRow({ id: 'a', ...inUnit('nam-khe') }),
    deviceRow({ id: 'b', ...inUnit('phu-dien') }),
    deviceRow({ id: 'c', ...inUnit('province') }),
  ];
  expect(idsOf(devicesOf(rows, units, { ...all, unit: 'nam-khe' }))).toEqual(['a']);
  expect(idsOf(devicesOf(rows, units, { ...all, unit: 'province' }))).toEqual(['a', 'b', 'c']);
  expect(idsOf(devicesOf(rows, units, all))).toEqual(['a', 'b', 'c']);
});

test('a search without accents finds a name with them, by device or by place, in any order of words', () => {
  const row = deviceRow({ id: 'a', name: 'Ki-ốt Đông' });
  for (const text of ['dong', 'ki-ot', 'nam khe', 'ĐÔNG nậm', '  ']) expect(fitsSearch(row, text)).toBe(true);
  expect(fitsSearch(row, 'phú điền')).toBe(false);
});

test('a retired device is shown only on demand and never counted, a new one is not called well', () => {
  const rows = [
    deviceRow({ id: 'a' }),
    deviceRow({ id: 'b', state: 'retired', lamp: 'red' }),
    deviceRow({ id: 'c', lamp: 'amber' }),
    deviceRow({ id: 'd', state: 'new' }),
  ];
  expect(idsOf(devicesOf(rows, units, all))).toEqual(['a', 'c', 'd']);
  expect(devicesOf(rows, units, { ...all, withRetired: true })).toHaveLength(4);
  expect(countLamps(rows)).toEqual({ green: 1, amber: 1, red: 0, new: 1 });
});
