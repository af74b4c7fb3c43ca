import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  EnrolSchema,
  HeartbeatSchema,
  type Settings,
  SettingsAnswerSchema,
  SettingsSchema,
} from './device.ts';
import { OfferedLanguagesSchema } from './packs.ts';

const is = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

const settings: Settings = {
  tree: 'real',
  point: { id: 'p1', name: { vi: 'Quầy 1', en: 'Counter 1' } },
  unit: { id: 'u1', name: { vi: 'Xã Nậm Khê', en: 'Nậm Khê Commune' }, kind: 'xa' },
  campaign: 'c1',
  questionnaire: { id: 'sp39', version: 1 },
  form: 'express',
  authority: null,
  fields: [{ code: 'ht', name: { vi: 'Hộ tịch', en: 'Civil status' } }],
  device: { id: 'd1', name: 'Ki-ốt 1' },
  opening: [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' }],
  syncGapMs: 300_000,
};

const heartbeat = {
  dev: 'd1',
  app: '0.1.0',
  total: 41,
  unsent: 3,
  sealNo: 0,
  free: null,
  persisted: true,
  faults: [],
  day: { date: '2026-11-20', wakes: 50, starts: 44, abandoned: [2, 0, 1] },
};

test('settings are read back as they were written', () => {
  expect(v.parse(SettingsSchema, JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

test('settings may name the languages that are offered, with the pack of each', () => {
  const languages = [
    { code: 'vi', name: 'Tiếng Việt', hash: 'a'.repeat(64), voice: 'human' },
    { code: 'en', name: 'English', hash: null, voice: null },
  ];
  expect(is(SettingsSchema, { ...settings, languages })).toBe(true);
  expect(is(OfferedLanguagesSchema, languages)).toBe(true);
  expect(is(OfferedLanguagesSchema, [{ ...languages[0], voice: 'robot' }])).toBe(false);
});

test('settings of an unknown tree or form are refused', () => {
  expect(is(SettingsSchema, { ...settings, tree: 'test' })).toBe(false);
  expect(is(SettingsSchema, { ...settings, form: 'short' })).toBe(false);
});

test('a name without its English or its Vietnamese is refused', () => {
  const named = (name: object) => ({ ...settings, point: { id: 'p1', name } });
  expect(is(SettingsSchema, named({ vi: 'Quầy 1' }))).toBe(false);
  expect(is(SettingsSchema, named({ en: 'Counter 1' }))).toBe(false);
});

test('settings from another system are not taken', () => {
  const answer = { sys: 'sipas', now: 1, settings };
  expect(is(SettingsAnswerSchema, answer)).toBe(true);
  expect(is(SettingsAnswerSchema, { ...answer, sys: 'other' })).toBe(false);
});

test('an enrolment brings a code, a key and a proof of it', () => {
  const asked = { code: 'AB2C DE3F', key: 'k'.repeat(124), proof: 'p'.repeat(88) };
  expect(is(EnrolSchema, asked)).toBe(true);
  expect(is(EnrolSchema, { ...asked, code: 'AB2CDE3' })).toBe(false);
  expect(is(EnrolSchema, { ...asked, key: '' })).toBe(false);
  expect(is(EnrolSchema, { code: asked.code, key: asked.key })).toBe(false);
});

test('a heartbeat is totals and one local day, and no time of day passes through it', () => {
  expect(is(HeartbeatSchema, heartbeat)).toBe(true);
  expect(is(HeartbeatSchema, { ...heartbeat, day: { ...heartbeat.day, date: '2026-11-20T08:00' } })).toBe(
    false,
  );
  const parsed = v.parse(HeartbeatSchema, { ...heartbeat, at: 1_795_140_000_000 });
  expect(parsed).not.toHaveProperty('at');
});

test('a day may count the packs that were used, by their codes', () => {
  const day = { ...heartbeat.day, packs: { khmer: 2 }, heard: 3 };
  expect(is(HeartbeatSchema, { ...heartbeat, day })).toBe(true);
  expect(is(HeartbeatSchema, { ...heartbeat, day: { ...day, packs: { 'Tên người': 1 } } })).toBe(false);
  expect(is(HeartbeatSchema, { ...heartbeat, day: { ...day, heard: -1 } })).toBe(false);
});

test.each([
  ['a negative total', { total: -1 }],
  ['a broken number', { unsent: 1.5 }],
  ['too many faults', { faults: Array(21).fill('x') }],
  ['a fault as long as a remark', { faults: ['x'.repeat(41)] }],
])('a heartbeat with %s is refused', (_what, change) => {
  expect(is(HeartbeatSchema, { ...heartbeat, ...change })).toBe(false);
});
