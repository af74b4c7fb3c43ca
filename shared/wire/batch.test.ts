import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  BATCH_MOST,
  BATCH_MOST_BYTES,
  BatchSchema,
  PhoneSchema,
  PROTO,
  RECEIPT_KINDS,
  ReceiptsSchema,
  REMARK_MOST,
  SYS,
} from './batch.ts';

const is = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;
const item = { p: '{"v":1}' };
const remark = { salt: '0123456789abcdef0123456789abcdef', text: 'Chờ hơi lâu.' };
const batch = (items: readonly unknown[]) => ({ proto: PROTO, dev: 'k1', app: '0.1.0', epoch: null, items });

test('a batch holds one to fifty submissions', () => {
  expect(is(BatchSchema, batch([]))).toBe(false);
  expect(is(BatchSchema, batch([item]))).toBe(true);
  expect(is(BatchSchema, batch(Array.from({ length: 50 }, () => item)))).toBe(true);
  expect(is(BatchSchema, batch(Array.from({ length: 51 }, () => item)))).toBe(false);
});

test('fifty full forms, each with the longest remark in Vietnamese, fit into the bytes that are allowed', () => {
  const full = {
    p: JSON.stringify({ p: 'x'.repeat(480) }),
    remark: { ...remark, text: 'ữ'.repeat(REMARK_MOST) },
  };
  const body = JSON.stringify(batch(Array.from({ length: BATCH_MOST }, () => full)));
  expect(is(BatchSchema, JSON.parse(body))).toBe(true);
  expect(new TextEncoder().encode(body).length).toBeLessThan(BATCH_MOST_BYTES);
});

test.each([
  ['no protocol', { proto: undefined }],
  ['protocol 0', { proto: 0 }],
  ['no device', { dev: undefined }],
  ['no epoch at all', { epoch: undefined }],
  ['items that are no list', { items: item }],
])('a parcel with %s is no batch', (_what, change) => {
  expect(is(BatchSchema, { ...batch([item]), ...change })).toBe(false);
});

test('a newer protocol is still a batch, because what cannot be read is held and never refused', () => {
  expect(is(BatchSchema, { ...batch([item]), proto: 7, news: 'unknown field' })).toBe(true);
});

test('an item is bytes and at most a remark with its salt: anything else beside them is refused', () => {
  expect(is(BatchSchema, batch([{ ...item, remark }]))).toBe(true);
  expect(is(BatchSchema, batch([{ ...item, at: 1_764_000_000_000 }]))).toBe(false);
  expect(is(BatchSchema, batch([{ ...item, remark: { ...remark, at: 1 } }]))).toBe(false);
  expect(is(BatchSchema, batch([{ ...item, remark: { ...remark, salt: 'short' } }]))).toBe(false);
  expect(is(BatchSchema, batch([{ p: { v: 1 } }]))).toBe(false);
});

test('a remark has one to 300 characters, and bytes have at most 4,096', () => {
  const withText = (text: string) => is(BatchSchema, batch([{ ...item, remark: { ...remark, text } }]));
  expect(['', 'a', 'a'.repeat(300), 'a'.repeat(301)].map(withText)).toEqual([false, true, true, false]);
  expect(is(BatchSchema, batch([{ p: 'x'.repeat(4096) }]))).toBe(true);
  expect(is(BatchSchema, batch([{ p: 'x'.repeat(4097) }]))).toBe(false);
});

test('a phone sends exactly one submission, with a walk-up code instead of a device', () => {
  const phone = { proto: PROTO, code: 'ABCDE23456', items: [item] };
  expect(is(PhoneSchema, phone)).toBe(true);
  expect(is(PhoneSchema, { ...phone, items: [item, item] })).toBe(false);
  expect(is(PhoneSchema, { ...phone, items: [] })).toBe(false);
  expect(is(PhoneSchema, { ...phone, code: undefined })).toBe(false);
});

const receipts = {
  sys: SYS,
  proto: PROTO,
  epoch: 'e1',
  now: 1_795_140_000_000,
  safeSeal: 0,
  minApp: '0.1.0',
  receipts: RECEIPT_KINDS.map((kind, i) => [`id-${i}`, kind]),
};

test('receipts of all four kinds are read', () => {
  expect(RECEIPT_KINDS).toEqual(['stored', 'dup', 'conflict', 'held']);
  expect(is(ReceiptsSchema, receipts)).toBe(true);
});

test.each([
  ['the page of a captive portal', '<html>Sign in to the Wi-Fi</html>'],
  ['an empty answer', null],
  ["somebody else's JSON", { ok: true }],
  ['another system', { ...receipts, sys: 'other' }],
  ['half an answer', { ...receipts, receipts: undefined }],
  ['a kind of receipt that does not exist', { ...receipts, receipts: [['id-1', 'lost']] }],
])('%s is no receipt', (_what, answer) => expect(is(ReceiptsSchema, answer)).toBe(false));
