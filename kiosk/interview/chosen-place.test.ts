import { expect, test } from 'vitest';
import { settings } from '../../tests/fakes/kiosk-setup.ts';
import { narrowed, needsCounter, needsField, onlyChoice, onlyCounter, readScanned } from './chosen-place.ts';

const field = (code: string) => ({ code, name: { vi: code, en: code } });
const counter = (id: string, ...fields: string[]) => ({
  id,
  name: { vi: id, en: id },
  fields: fields.map(field),
});
const place = {
  ...settings,
  fields: [field('ht'), field('ct')],
  counters: [counter('q1', 'ht'), counter('q2', 'ht', 'ct')],
};
const plain = { ...settings };

test('only what can differ is asked: the counter where there are several, the field where a counter has several', () => {
  expect([needsCounter(place), needsCounter(plain)]).toEqual([true, false]);
  expect([needsField(place, 'q1'), needsField(place, 'q2'), needsField(plain, null)]).toEqual([
    false,
    true,
    false,
  ]);
  expect(onlyChoice(place, 'q1')).toEqual({ counter: 'q1', field: 'ht' });
  expect(onlyChoice(plain, onlyCounter(plain))).toEqual({ counter: null, field: 'ht' });
});

test('a visit gets a place with nothing left to choose, and one that was not named stays so', () => {
  expect(narrowed(place, { counter: 'q2', field: 'ct' })).toMatchObject({
    fields: [{ code: 'ct' }],
    counters: [{ id: 'q2', fields: [{ code: 'ct' }] }],
  });
  const unnamed = narrowed(place, { counter: null, field: null });
  expect(unnamed.fields).toEqual([]);
  expect(unnamed.counters).toBeUndefined();
  expect(unnamed.point).toEqual(place.point);
});

test('a scanned code says its counter without a network; of any other nothing is taken', () => {
  const interviewer = {
    name: 'Hoa',
    collects: true,
    codes: [
      { code: 'ABCDEFGHJK', counter: 'q1', field: null },
      { code: 'BCDEFGHJKL', counter: null, field: 'ct' },
    ],
  };
  const scan = (text: string) => readScanned(text, interviewer);
  expect(scan('https://khaosat.example/q/ABCDEFGHJK')).toEqual({ kind: 'place', counter: 'q1', field: null });
  expect(scan('http://localhost:8080/q/bcdefghjkl')).toEqual({ kind: 'place', counter: null, field: 'ct' });
  expect(scan('https://khaosat.example/q/ZZZZZZZZZZ')).toEqual({ kind: 'elsewhere' });
  expect(scan(`https://khaosat.example/s#t=${'x'.repeat(22)}`)).toEqual({ kind: 'ticket' });
  for (const other of [
    '000.00.01.H12-261120-0001',
    'https://khaosat.example/kiosk/staff/#enrol=ABCD2345',
    '',
  ])
    expect(scan(other), other).toEqual({ kind: 'other' });
});
