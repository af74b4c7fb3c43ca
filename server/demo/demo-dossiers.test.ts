import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LateBoard } from '../../shared/wire/late-board.ts';
import { buildBoard } from '../dossiers/build-board.ts';
import { scopeOf } from '../scope.ts';
import { prepareStore } from '../set-up.ts';
import { removeTree } from '../store/remove-tree.ts';
import { openSqlite, type Store } from '../store/store.ts';
import { addDossiers } from './add-dossiers.ts';
import { addOrganisation } from './add-organisation.ts';
import { chanceFor } from './chance.ts';
import { inventDossiers } from './invent-dossiers.ts';
import { TOP } from './lam-khe.ts';
import { planFor } from './plan.ts';
import { calendarOf } from './working-days.ts';

/** Friday 20 November 2026, 9 o'clock in Viet Nam. */
const NOW = Date.parse('2026-11-20T09:00:00+07:00');
const calendar = calendarOf(NOW);
const plan = planFor(calendar);

let store: Store;
let tookMs: number;
beforeAll(async () => {
  store = await openSqlite(':memory:');
  const random = chanceFor('test').bytes;
  await prepareStore(store, random);
  await store.write((tx) => addOrganisation(tx, calendar, plan, random));
  const before = process.cpuUsage();
  await store.write((tx) => addDossiers(tx, calendar, plan));
  const { user, system } = process.cpuUsage(before);
  tookMs = (user + system) / 1_000;
}, 30_000);
afterAll(() => store.close());

async function board(span: 'week' | 'month', at?: string): Promise<LateBoard> {
  const scope = await scopeOf(store.read, { unit: TOP }, calendar.today);
  const account = { unit: TOP } as Parameters<typeof buildBoard>[1]['account'];
  return buildBoard(store.read, { account, scope, today: calendar.today }, { unit: TOP, span, at });
}

test('the invented dossiers take two seconds of the processor at most', () => {
  console.log(`dossiers of the demo province: ${tookMs.toFixed(0)} ms of the processor`);
  expect(tookMs).toBeLessThan(2_000);
});

test('nothing of them lies in the future or runs backwards', () => {
  const { list } = inventDossiers(calendar, plan);
  const wrong = list.filter(({ received, due, returned }) => {
    const ended = returned ?? calendar.today;
    return received > calendar.today || due! < received || ended < received || ended > calendar.today;
  });
  expect(wrong).toEqual([]);
});

test('a month of statistics, a month of a list and a week tell of every place, about as many as a place has a day', async () => {
  const [stated, listed, week] = [
    await board('month', '2026-07'),
    await board('month', '2026-10'),
    await board('week', '2026-11-09'),
  ];
  for (const { units } of [stated, listed, week])
    expect(units.every(({ source }) => source !== null)).toBe(true);
  expect(stated.units[0]!.source).toBe('statistics');
  expect(listed.units[0]!.source).toBe('list');
  // 622 a working day
  for (const [{ total }, days] of [
    [stated, 23],
    [listed, 22],
    [week, 5],
  ] as const) {
    expect(total.returned).toBeGreaterThan(days * 622 * 0.9);
    expect(total.returned).toBeLessThan(days * 622 * 1.1);
    expect(total.onTimePercent).toBeGreaterThan(97);
    expect(total.onTimePercent).toBeLessThan(99.5);
  }
});

test('since a counter has closed An Điền is marked, and land everywhere comes late more often', async () => {
  const { units, fields } = await board('month', '2026-10');
  expect(units[0]).toMatchObject({ unit: { id: 'lk-an-dien' }, mark: 'five', isFew: false });
  expect(units.filter(({ mark }) => mark !== 'none')).toHaveLength(1);
  expect(fields[0]).toMatchObject({ field: 'dd' });
});

test('with the demo all of it goes', async () => {
  await store.write((tx) => removeTree(tx, 'demo', calendar.today));
  for (const table of ['dossiers', 'dossier_counts', 'dossier_imports'] as const)
    expect(await store.read.selectFrom(table).selectAll().execute()).toEqual([]);
});
