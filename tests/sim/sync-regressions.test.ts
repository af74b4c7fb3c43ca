import { beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../shared/period.ts';
import { installBrowser } from './sim-browser.ts';
import type { SimDevice } from './sim-device.ts';
import { makeTemplate, type Template } from './sim-server.ts';
import { HOUR_MS, MINUTE_MS, openWorld, type World } from './sim-world.ts';

/** What has happened to others, each as one fixed run of the simulation. */
let template: Template;
beforeAll(async () => {
  installBrowser();
  template = await makeTemplate();
});

const rowsOf = async ({ server }: World) =>
  (await server.store().read.selectFrom('submissions').select('id').execute()).length;

/** An office in fair weather; the first tablet is on and has taken some answers. */
async function office(answers: number): Promise<World & { readonly tablet: SimDevice }> {
  const world = openWorld(template, 1);
  for (const { line } of world.devices) line.weather = 'fair';
  const tablet = world.devices[0]!;
  await world.until(tablet.switchOn());
  // The first round has nothing to send; the next one comes five minutes later.
  await world.time.run(MINUTE_MS);
  for (let i = 0; i < answers; i++) await world.until(tablet.takeAnswer('good'));
  return { ...world, tablet };
}
const unsent = (world: World & { readonly tablet: SimDevice }) => world.until(world.tablet.unsent());

test('the outbox is empty only when every receipt has come', async () => {
  const world = await office(60);
  const { time, tablet } = world;
  const left: (readonly [unsent: number, rows: number])[] = [];
  for (let second = 0; second < 600; second++) {
    await time.run(1_000);
    left.push([(await unsent(world)) ?? -1, await rowsOf(world)]);
  }
  for (const [waiting, rows] of left) expect(waiting).toBeGreaterThanOrEqual(60 - rows);
  expect(new Set(left.map(([waiting]) => waiting))).toContain(10);
  expect(left.at(-1)).toEqual([0, 60]);
  // One receipt that is cut out of the answer leaves its submission waiting.
  for (let i = 0; i < 3; i++) await world.until(tablet.takeAnswer('good'));
  const reply = world.server.deliver.bind(world.server);
  world.server.deliver = async (token, path, body) => {
    const answer = await reply(token, path, body);
    if (answer.kind !== 'answer' || !path.endsWith('/batches')) return answer;
    const json = JSON.parse(answer.body) as { receipts: unknown[] };
    return { ...answer, body: JSON.stringify({ ...json, receipts: json.receipts.slice(1) }) };
  };
  await time.run(6 * MINUTE_MS);
  expect([await unsent(world), await rowsOf(world)]).toEqual([1, 63]);
  await world.close();
});

test('a failed sync is never shown as done', async () => {
  const world = await office(5);
  const { tablet } = world;
  for (const weather of ['captive', 'down'] as const) {
    tablet.line.weather = weather;
    await world.time.run(HOUR_MS);
    expect([await unsent(world), await rowsOf(world)]).toEqual([5, 0]);
  }
  tablet.line.weather = 'fair';
  world.server.kill();
  await world.time.run(30 * MINUTE_MS);
  expect([await unsent(world), await rowsOf(world)]).toEqual([0, 5]);
  await world.close();
});

test('a sync that stopped starts again or lights the lamp', async () => {
  const world = await office(4);
  const { tablet, time } = world;
  // The database hangs: no round can read it, and the device notices.
  tablet.browser.idb.ill = 'hangs';
  await time.run(HOUR_MS);
  expect(tablet.noticed).toContain('storage-hangs');
  expect(await rowsOf(world)).toBe(0);
  tablet.browser.idb.ill = undefined;
  await time.run(16 * MINUTE_MS);
  expect([await unsent(world), await rowsOf(world)]).toEqual([0, 4]);
  // A page that froze keeps the lock: it is taken over.
  tablet.browser.locks.freeze();
  await world.until(tablet.takeAnswer('good'));
  await time.run(10 * MINUTE_MS);
  expect([await unsent(world), await rowsOf(world)]).toEqual([0, 5]);
  await world.close();
});

test('a request in flight at a crash is sent again', async () => {
  const world = await office(6);
  const { tablet, time, server } = world;
  const deliver = server.deliver.bind(server);
  // The power goes while the first batch is on its way; the server commits, and nobody hears of it.
  server.deliver = async (token, path, body) => {
    const answer = await deliver(token, path, body);
    if (path.endsWith('/batches')) {
      server.deliver = deliver;
      tablet.cutPower();
    }
    return answer;
  };
  await time.run(6 * MINUTE_MS);
  expect([await unsent(world), await rowsOf(world)]).toEqual([undefined, 6]);
  await world.until(tablet.switchOn());
  expect(await unsent(world)).toBe(6);
  await time.run(10 * MINUTE_MS);
  expect([await unsent(world), await rowsOf(world)]).toEqual([0, 6]);
  await world.mend();
  await world.close();
});

test('what was thanked survives a power cut', async () => {
  const world = await office(0);
  const { tablet } = world;
  tablet.line.weather = 'down';
  for (let answers = 1; answers <= 12; answers++) {
    // The power goes in the moment in which the person is thanked.
    tablet.afterThanks = () => tablet.cutPower();
    await world.until(tablet.takeAnswer('good'));
    const { database, journal } = tablet.copies();
    expect([database.size, journal.size]).toEqual([answers, answers]);
    await world.until(tablet.switchOn());
    expect(await unsent(world)).toBe(answers);
  }
  tablet.line.weather = 'fair';
  await world.time.run(30 * MINUTE_MS);
  expect([await unsent(world), await rowsOf(world)]).toEqual([0, 12]);
  await world.close();
});

test('after a restore devices offer what is not safe', async () => {
  const world = await office(8);
  const { tablet, time, server } = world;
  await time.run(10 * MINUTE_MS);
  tablet.cutPower();
  await time.run(DAY_MS);
  await world.until(tablet.switchOn());
  await time.run(20 * MINUTE_MS);
  await server.backUp();
  for (let i = 0; i < 5; i++) await world.until(tablet.takeAnswer('good'));
  await time.run(20 * MINUTE_MS);
  expect(await rowsOf(world)).toBe(13);
  await world.restore(0);
  expect(await rowsOf(world)).toBe(8);
  // Nobody answers any more: the next round hears of it by itself.
  await time.run(20 * MINUTE_MS);
  expect([await unsent(world), await rowsOf(world)]).toEqual([0, 13]);
  // What was safe is not sent again, what was not was.
  const states = [...tablet.browser.idb.stores.get('outbox')!.values()].map(
    (entry) => (entry as { st: string }).st,
  );
  expect(states.filter((st) => st === 'safe').length + states.filter((st) => st === 'stored').length).toBe(
    13,
  );
  await world.mend();
  await world.close();
});
