import { seeded, seededNumbers } from '../fakes/seeded.ts';
import { createTimeline, type Timeline } from '../flow/timeline.ts';
import { faultLine } from './fault-line.ts';
import { createLaws, LawBroken } from './laws.ts';
import { makeDevice, type SimDevice } from './sim-device.ts';
import { type SimServer, START, startServer, type Template } from './sim-server.ts';
import type { Taken } from './taps-taken.ts';

/** An office with its tablets and its server on one timeline; the laws are looked at with everything that happens. */
export interface World {
  readonly time: Timeline;
  readonly chance: () => number;
  readonly server: SimServer;
  readonly devices: readonly SimDevice[];
  readonly taken: readonly Taken[];
  /** People come and staff switch on what is off. */
  isOpen: boolean;
  readonly count: (misfortune: string) => void;
  readonly counts: ReadonlyMap<string, number>;
  restore(age: number): Promise<void>;
  /** The only copies are gone with the device: what it has not delivered may be missing. */
  loseCopies(device: SimDevice): void;
  /** The faults stop; everything that a living device holds must arrive, and nothing else be there. */
  mend(): Promise<void>;
  /** Throws the first law that an answer has broken. */
  check(): void;
  /** Lets time pass until a device has done what it was asked. */
  until<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
/** Most that a back-off, gaps and rounds take once the line is mended. */
const DRAINED_AFTER_MS = 3 * HOUR_MS;

export function openWorld(template: Template, seed: number): World {
  const time = createTimeline(START);
  const taken: Taken[] = [];
  const counts = new Map<string, number>();
  const count = (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1);
  const ids = template.tablets.map(({ id }) => id);
  const laws = createLaws(taken, ids);
  let broken: unknown;
  // Nobody waits for some answers (replayed, overtaken): what they break is told at the next occasion.
  const onAnswer = (...answer: Parameters<typeof laws.onAnswer>) =>
    laws.onAnswer(...answer).catch((error: unknown) => {
      broken ??= error;
    });
  const server = startServer({ template, time, random: seeded(seed + 7), onAnswer });
  // Most offices have two tablets here, every fourth has three: more of them only take longer.
  const tablets = template.tablets.slice(0, seed % 4 === 0 ? 3 : 2);
  const devices = tablets.map((enrolled, number) => {
    const chance = seededNumbers(seed * 8 + number + 1);
    const deliver = (path: string, body: string) => server.deliver(enrolled.token, path, body);
    const line = faultLine(deliver, { time, chance, onFault: count });
    return makeDevice({ number, enrolled, line, time, chance, seed, onTaken: (one) => taken.push(one) });
  });

  const check = () => {
    if (broken !== undefined) throw broken;
  };

  async function until<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const watched = work.finally(() => {
      state.isDone = true;
    });
    watched.catch(() => {});
    // A start over a database that hangs gives it three times a minute before it goes on without.
    for (let i = 0; i < 400 && !state.isDone; i++) await time.run(i === 0 ? 0 : i < 40 ? 50 : 1_000);
    if (!state.isDone) throw new LawBroken('a device that is well does what it is asked');
    return watched;
  }
  async function unsent(): Promise<number> {
    let sum = 0;
    for (const device of devices) if (!device.isDestroyed()) sum += (await until(device.unsent())) ?? 1;
    return sum;
  }

  return {
    time,
    chance: seededNumbers(seed),
    server,
    devices,
    taken,
    isOpen: false,
    counts,
    count,
    until,
    check,
    async restore(age) {
      await laws.atRest(server.store());
      await server.restore(age);
      await laws.onRestore(server.store());
      count('server restored');
    },
    loseCopies(device) {
      for (const one of taken) if (one.tablet === device.number) one.isDestroyed = true;
    },
    async mend() {
      for (const device of devices) {
        const { line, browser } = device;
        line.weather = 'fair';
        browser.idb.ill = undefined;
        browser.opfs.ill = undefined;
        browser.opfs.cutBefore = undefined;
        device.afterThanks = undefined;
      }
      await time.run(2 * MINUTE_MS);
      for (const device of devices) {
        if (device.isLame()) device.cutPower();
        await until(device.switchOn());
        await until(device.takeAnswer('good'));
      }
      for (let waited = 0; waited < DRAINED_AFTER_MS; waited += 5 * MINUTE_MS) {
        for (const device of devices) device.askRound();
        await time.run(5 * MINUTE_MS);
        if ((await unsent()) === 0) break;
      }
      check();
      const left = await unsent();
      if (left > 0) throw new LawBroken(`${left} submissions wait although nothing is wrong any more`);
      await laws.atRest(server.store());
      await laws.atEnd(server.store());
    },
    async close() {
      for (const device of devices) device.cutPower();
      await time.run(HOUR_MS);
      await server.close();
    },
  };
}
