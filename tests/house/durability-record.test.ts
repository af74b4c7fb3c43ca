import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOfDurableSources, RECORD } from '../drills/record.ts';
import { readText } from './source-files.ts';

/** What `npm run drills` has written must speak of the sources as they are, of every drill, and of enough cuts. */
const record = existsSync(join(import.meta.dirname, '../..', RECORD)) ? readText(RECORD) : '';
const rows = [...record.matchAll(/^\| (.+?) \| (\d+) \| (\d+) lost of (\d+) \| .+? \| .+? \|$/gm)].map(
  ([, drill, cuts, lost, of]) => ({
    drill: drill!,
    cuts: Number(cuts),
    lost: Number(lost),
    of: Number(of),
  }),
);
/** As many cuts as the promise is held to. */
const CUTS = 50;

const tablet = (name: string) =>
  ['leveldb', 'sqlite'].map((backEnd) => `tablet, IndexedDB on ${backEnd}, ${name}`);
const WHOLE = [...tablet('power cut, both copies'), 'server on SQLite, power cut, synchronous=FULL'];
const KEPT = [
  ...WHOLE,
  ...tablet('power cut within seconds of the first start, both copies'),
  ...tablet('power cut, journal not flushed: the database alone'),
  ...tablet('power cut, database relaxed: the journal alone'),
  ...tablet('browser killed'),
  'server on SQLite, killed',
  'server on PostgreSQL, power cut, synchronous_commit=on',
];
const FAULTY = [
  ...tablet('power cut within seconds of the first start, the journal alone'),
  ...tablet('power cut, relaxed and not flushed'),
  'server on SQLite, power cut, synchronous=NORMAL',
  'server on PostgreSQL, power cut, synchronous_commit=off',
];
const rowOf = (wanted: string) => rows.find(({ drill }) => drill === wanted);

test('the record of the drills is younger than the last change of outbox and store', () => {
  for (const part of ['tablet', 'server'] as const)
    expect(record, `run "npm run drills -- --part ${part}"`).toContain(
      `| ${part}: sources | \`${hashOfDurableSources(part)}\``,
    );
});

test('every drill has its row and no other has one', () => {
  expect(rows.map(({ drill }) => drill).toSorted()).toEqual([...KEPT, ...FAULTY].toSorted());
});

test.each(KEPT)('nothing was lost: %s', (name) => {
  const row = rowOf(name);
  expect(row?.lost).toBe(0);
  expect(row?.of).toBeGreaterThan(0);
  expect(row?.cuts).toBeGreaterThan(0);
});

test.each(WHOLE)('it was cut fifty times or more: %s', (name) => {
  expect(rowOf(name)?.cuts).toBeGreaterThanOrEqual(CUTS);
});

test.each(FAULTY)('the deliberate fault was noticed: %s', (name) => {
  expect(rowOf(name)?.lost).toBeGreaterThan(0);
});

test('every damaged database was recovered as a whole, with an alarm that is exact', () => {
  const damaged = record.match(/^\| (?:leveldb|sqlite) \| .*$/gm) ?? [];
  expect(damaged.length).toBeGreaterThanOrEqual(15);
  for (const row of damaged) expect(row).toMatch(/\| 300 of 300 \| exact: `.+` \|$/);
});
