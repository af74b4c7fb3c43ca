import { beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../shared/period.ts';
import { idIn, scanFile } from '../../kiosk/outbox/journal-format.ts';
import { textOfSeal } from '../../server/store/packed-seal.ts';
import { installBrowser } from './sim-browser.ts';
import { makeTemplate, type Template } from './sim-server.ts';
import { HOUR_MS, openWorld } from './sim-world.ts';

/**
 * Order and time reveal a citizen (paper rolls with a sign-in list, Ohio 2007): wherever submissions lie together, how
 * they lie must say nothing of when they came.
 */
let template: Template;
beforeAll(async () => {
  installBrowser();
  template = await makeTemplate();
});

/** Spearman's rank correlation of a list of ids with the order in which they came. */
function correlation(ids: readonly string[], arrived: readonly string[]): number {
  const came = arrived.filter((id) => ids.includes(id));
  const n = ids.length;
  const squares = ids.reduce((sum, id, rank) => sum + (rank - came.indexOf(id)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
/** Of lists without any order one in a thousand lies further from 0 than this. */
const chanceMost = (n: number) => 3.3 / Math.sqrt(n - 1);

test('neither rows, batches, seals nor sealed journals lie in the order of arrival', async () => {
  const world = openWorld(template, 44);
  const { time, server } = world;
  const tablet = world.devices[0]!;
  tablet.line.weather = 'down';
  await world.until(tablet.switchOn());
  for (let i = 0; i < 150; i++) {
    await world.until(tablet.takeAnswer('good'));
    await time.run(60_000);
  }
  const arrived = world.taken.map(({ id }) => id);
  tablet.line.weather = 'fair';
  await time.run(HOUR_MS);
  await time.run(DAY_MS);
  const rows = await server.store().read.selectFrom('submissions').select('id').execute();
  const batches = tablet.line.captured.map((body) =>
    (JSON.parse(body) as { items: { p: string }[] }).items.map(({ p }) => idIn(p)!),
  );
  const journals = [...tablet.browser.opfs.files]
    .filter(([name]) => name.startsWith('seal'))
    .map(([, bytes]) => scanFile(bytes).records.map(({ p }) => idIn(p)!));
  const seals = (await server.store().read.selectFrom('seals').selectAll().execute()).map(
    (row) => (JSON.parse(textOfSeal(row).s) as { leaves: string[] }).leaves,
  );
  expect(rows).toHaveLength(150);
  expect(journals.flat()).toHaveLength(150);
  const lists = [rows.map(({ id }) => id), batches.flat(), ...journals].filter((ids) => ids.length >= 10);
  expect(lists.length).toBeGreaterThanOrEqual(5);
  for (const ids of lists) expect(Math.abs(correlation(ids, arrived))).toBeLessThan(chanceMost(ids.length));
  for (const leaves of seals) expect(leaves).toEqual(leaves.toSorted());
  // The measure itself would notice: lists in the order of arrival, and lists of which only half is shuffled.
  expect(correlation(arrived, arrived)).toBe(1);
  const half = [
    ...arrived.slice(0, 75),
    ...rows.map(({ id }) => id).filter((id) => arrived.indexOf(id) >= 75),
  ];
  expect(correlation(half, arrived)).toBeGreaterThan(chanceMost(150));
  await world.close();
});
