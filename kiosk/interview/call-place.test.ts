import { expect, test } from 'vitest';
import { settings } from '../../tests/fakes/kiosk-setup.ts';
import { sampleCase } from '../../tests/fakes/sample-case.ts';
import { isOwnCounter, nameOf, placeOfCall } from './call-place.ts';

const here = {
  ...settings,
  counters: [
    { id: 'q3', name: { vi: 'Quầy 3 Hộ tịch', en: 'Counter 3' }, fields: [] },
    { id: 'qx', name: { vi: 'Quầy Đất đai', en: 'Land' }, fields: [] },
  ],
};

test('the visit of a call takes place where the dossier was handled, with nothing left to choose', () => {
  const one = sampleCase({ point: { id: 'D9', vi: 'Điểm 9', en: 'Point 9' }, authority: 'so-tp' });
  const place = placeOfCall(here, one);
  expect(place).toMatchObject({ point: { id: 'D9' }, authority: 'so-tp', fields: [{ code: 'ht' }] });
  expect(place.counters).toBeUndefined();
  expect(placeOfCall(here, sampleCase({ field: 'xx' })).fields).toEqual([
    { code: 'xx', name: { vi: '', en: '' } },
  ]);
  expect(placeOfCall(here, sampleCase({ field: null })).fields).toEqual([]);
});

test('a call is about the procedure, else the field; a list may name neither', () => {
  const about = (one: ReturnType<typeof sampleCase>) => nameOf(one, placeOfCall(here, one), 'vi');
  expect(about(sampleCase())).toBe('Đăng ký khai sinh');
  expect(about(sampleCase({ procedure: null }))).toBe('Hộ tịch');
  expect(about(sampleCase({ procedure: null, field: 'xx' }))).toBeUndefined();
});

test('the own counter is known by its number or its words, as lists of offices write it (sentence 38)', () => {
  const warns = (duty: string | null | undefined, counter: string | null, id = 'D1') =>
    isOwnCounter(here, duty, sampleCase({ counter, point: { id, vi: '', en: '' } }));
  for (const counter of ['Quầy 3', 'quầy số 03', '3', 'QUẦY 3 HỘ TỊCH'])
    expect(warns('q3', counter), counter).toBe(true);
  expect(warns('qx', 'quay dat dai')).toBe(true);
  expect(warns('q3', null, 'q3')).toBe(true);
  for (const [duty, counter] of [
    ['q3', 'Quầy 13'],
    ['q3', null],
    ['qx', 'Quầy 3'],
    [null, 'Quầy 3'],
    [undefined, 'Quầy 3'],
  ] as const)
    expect(warns(duty, counter), `${duty} ${counter}`).toBe(false);
  expect(warns('q3', 'Quầy 3', 'elsewhere')).toBe(false);
});
