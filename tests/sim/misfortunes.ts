import { DAY_MS } from '../../shared/period.ts';
import type { SimDevice } from './sim-device.ts';
import { START } from './sim-server.ts';
import { HOUR_MS, MINUTE_MS, type World } from './sim-world.ts';

/** What goes wrong while people answer, and what is found broken when the office opens again. */
type Misfortune = (world: World, device: SimDevice) => void;

const WHILE_OPEN: Readonly<Record<string, Misfortune>> = {
  'power cut': (world, device) => {
    const { time, chance } = world;
    device.cutPower();
    time.later(chance() * 4 * MINUTE_MS, () => void (world.isOpen && device.switchOn()));
  },
  'power cut in the middle of a write': (world, device) => {
    const { time, chance } = world;
    device.browser.opfs.cutBefore = 1 + Math.floor(chance() * 9);
    time.later(chance() * 9 * MINUTE_MS, () => void (world.isOpen && device.switchOn()));
  },
  'power cut after a thank-you, one copy ill': ({ time, chance }, device) => {
    const { idb, opfs } = device.browser;
    if (chance() < 0.7) opfs.ill = 'fails';
    else idb.ill = 'fails';
    device.afterThanks = () =>
      time.later(chance() * 1_000, () => {
        device.cutPower();
        opfs.ill = idb.ill = undefined;
      });
  },
  'clock jump': ({ chance }, device) => {
    device.jumpClock(CLOCK_JUMPS[Math.floor(chance() * CLOCK_JUMPS.length)]!(chance()));
  },
  'database ill': ({ time, chance }, { browser: { idb } }) => {
    idb.ill = (['fails', 'hangs', 'full'] as const)[Math.floor(chance() * 3)];
    time.later(chance() * 6 * MINUTE_MS, () => {
      idb.ill = undefined;
    });
  },
  'journal ill': ({ time, chance }, { browser: { opfs } }) => {
    opfs.ill = chance() < 0.5 ? 'fails' : 'hangs';
    time.later(chance() * 6 * MINUTE_MS, () => {
      opfs.ill = undefined;
    });
  },
  'second page': (_world, device) => void device.openPage(),
  'frozen page keeps the lock': (_world, { browser }) => browser.locks.freeze(),
  'server killed': ({ server }) => server.kill(),
  'server died before a commit': ({ server }) => server.dieInNextTransaction(),
  'batch replayed': (world, device) => void world.time.hold(replay(world, device, false)),
  'batch altered and replayed': (world, device) => void world.time.hold(replay(world, device, true)),
  'line down': (_world, { line }) => void (line.weather = 'down'),
  portal: (_world, { line }) => void (line.weather = 'captive'),
  'all lines down': ({ devices }) => devices.forEach(({ line }) => (line.weather = 'down')),
  'line back': (_world, { line }) => void (line.weather = 'bad'),
};

const CLOCK_JUMPS: readonly ((dice: number) => number)[] = [
  () => -START, // 1970
  () => 3_652 * DAY_MS,
  (dice) => -dice * 10 * DAY_MS,
  (dice) => (dice - 0.5) * HOUR_MS,
];

/** One copy is damaged where the other one is whole. Both at once is the loss of the device. */
const WHILE_CLOSED: Readonly<Record<string, Misfortune>> = {
  'database empty': (_world, { browser: { idb } }) => idb.wipe(),
  'database lost rows': ({ chance }, { browser: { idb } }) => {
    const rows = idb.stores.get('outbox');
    for (const id of rows?.keys() ?? []) if (chance() < 0.5) rows?.delete(id);
  },
  'journal gone': (_world, { browser: { opfs } }) => opfs.files.clear(),
  'journal damaged': ({ chance }, { browser: { opfs } }) => {
    for (const bytes of opfs.files.values()) {
      const at = Math.floor(chance() * bytes.length);
      bytes.fill(0x21, at, at + Math.floor(chance() * 200));
    }
  },
  'journal cut short': ({ chance }, { browser: { opfs } }) => {
    for (const [name, bytes] of opfs.files) opfs.files.set(name, bytes.slice(0, chance() * bytes.length));
  },
  'local storage empty': (_world, { browser: { storage } }) => storage.clear(),
};

function happen(
  table: Readonly<Record<string, Misfortune>>,
  world: World,
  dice: number,
  mayHappenTo: (device: SimDevice) => boolean = () => true,
): void {
  const names = Object.keys(table);
  const name = names[Math.floor(dice * names.length)]!;
  const device = world.devices[Math.floor(world.chance() * world.devices.length)]!;
  if (!mayHappenTo(device)) return;
  world.count(name);
  table[name]!(world, device);
}

export const misfortuneWhileOpen = (world: World) => happen(WHILE_OPEN, world, world.chance());
export const misfortuneWhileClosed = (world: World) => {
  const dice = world.chance();
  const isOfDatabase = Object.keys(WHILE_CLOSED)[Math.floor(dice * 6)]!.startsWith('database');
  happen(WHILE_CLOSED, world, dice, ({ copies }) => {
    const { database, journal } = copies();
    const [damaged, whole] = isOfDatabase ? [database, journal] : [journal, database];
    return [...damaged].every((id) => whole.has(id));
  });
};

/** Somebody with a stolen token sends again what was recorded, or other answers under an id that is stored. */
async function replay({ server }: World, device: SimDevice, isAltered: boolean): Promise<void> {
  const body = device.line.captured.at(-1);
  if (body === undefined) return;
  const path = '/api/v1/batches';
  if (!isAltered) return void (await server.deliver(device.token, path, body));
  const batch = JSON.parse(body) as { items: { p: string }[] };
  const stored = new Set((await server.store().submissions()).map(({ id }) => id));
  const items = batch.items
    .filter(({ p }) => stored.has(/"id":"([^"]+)"/.exec(p)?.[1] ?? ''))
    .map(({ p }) => ({ p: p.replace(/"a":\[(\d)/, (_, level) => `"a":[${(Number(level) + 1) % 6}`) }));
  if (items.length > 0) await server.deliver(device.token, path, JSON.stringify({ ...batch, items }));
}
