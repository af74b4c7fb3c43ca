import { DAY_MS } from '../../shared/period.ts';
import { misfortuneWhileClosed, misfortuneWhileOpen } from './misfortunes.ts';
import type { Template } from './sim-server.ts';
import { MINUTE_MS, openWorld, type World } from './sim-world.ts';

/**
 * One seed: an office with tablets, people, and everything that goes wrong. Then the faults stop, and the server must
 * have exactly what was thanked. The same seed and number of submissions always make the same run.
 */
export interface Outcome {
  readonly submissions: number;
  /** How often each fault came. */
  readonly faults: ReadonlyMap<string, number>;
}

export async function simulateSeed(template: Template, seed: number, submissions: number): Promise<Outcome> {
  const world = openWorld(template, seed);
  const { chance, taken } = world;
  const days = 2 + Math.floor(chance() * 2.3);
  const storm = chance();
  for (let day = 1; day <= days; day++) {
    await openingHours(world, Math.ceil((submissions * day) / days) - taken.length, storm);
    await closingHours(world);
  }
  while (taken.length < submissions) await openingHours(world, submissions - taken.length, 0);
  await world.mend();
  await world.close();
  return { submissions: taken.length, faults: world.counts };
}

/** People come, and misfortune with them. */
async function openingHours(world: World, visits: number, storm: number): Promise<void> {
  const { time, chance, devices, server } = world;
  for (const { line } of devices)
    line.weather = chance() < storm * 0.5 ? (chance() < 0.7 ? 'down' : 'captive') : 'bad';
  world.isOpen = true;
  const lengthMs = Math.max(8, visits * 0.3) * MINUTE_MS;
  const sometime = (happens: () => void) => time.later(chance() * lengthMs, happens);
  for (let i = 0; i < visits; i++) {
    const device = devices[Math.floor(chance() * devices.length)]!;
    const kind = chance() < 0.04 ? 'poison' : 'good';
    sometime(() => {
      void device.switchOn();
      time.later(500, () => void device.takeAnswer(kind));
    });
  }
  const misfortunes = Math.floor(chance() * 7);
  for (let i = 0; i < misfortunes; i++) sometime(() => misfortuneWhileOpen(world));
  await time.run(lengthMs + MINUTE_MS);
  world.isOpen = false;
  world.check();
  const backups = server.backups();
  if (backups.length === 0 || chance() > 0.15) return;
  // Devices keep what is safe for 30 days: an older backup is taken only when there is no newer one.
  const young = backups.filter((at) => at > time.now() - 30 * DAY_MS).length;
  await world.restore(chance() < 0.6 ? 0 : Math.floor(chance() * young));
}

/** The office closes: the plug is pulled, or the tablets stay on; hours or weeks pass. */
async function closingHours(world: World): Promise<void> {
  const { time, chance, devices, server, count } = world;
  if (chance() < 0.35) {
    await server.backUp();
    count('backup');
  }
  const dice = chance();
  for (const device of devices) if (dice > 0.4 || chance() < 0.7) device.cutPower();
  if (dice < 0.4) return time.run(chance() * 20 * MINUTE_MS);
  if (chance() < 0.2) misfortuneWhileClosed(world);
  const days = dice < 0.8 ? 1 : dice < 0.95 ? 9 : 70;
  count(`${days} days closed`);
  if (chance() < 0.03) {
    const device = devices[Math.floor(chance() * devices.length)]!;
    device.destroy();
    world.loseCopies(device);
    count('device destroyed');
  }
  await time.run(days * DAY_MS * (0.5 + chance() / 2));
}
