import { Hono } from 'hono';
import type { Reply } from '../../kiosk/device/reply.ts';
import { createDeviceGuard, deviceRoutes } from '../../server/devices/routes.ts';
import { ingestRoutes } from '../../server/ingest/routes.ts';
import { newKeys } from '../../server/keys.ts';
import { answerProblem, ProblemError } from '../../server/problem.ts';
import { addBackup } from '../../server/store/backups.ts';
import { beginAnew } from '../../server/store/begin-anew.ts';
import { inspectCopy } from '../../server/store/inspect-copy.ts';
import { createScreenTickets } from '../../server/screen-tickets.ts';
import { createAddressThrottle, ownLimits } from '../../server/throttle.ts';
import { inWords } from '../../server/said/said.ts';
import type { RandomBytes } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import type { Settings } from '../../shared/wire/device.ts';
import { FRIDAY, openOffice } from '../fakes/office.ts';
import type { Timeline } from '../flow/timeline.ts';
import type { SimKey } from './sim-browser.ts';
import { LawBroken } from './laws.ts';
import { imageOf, type MemoryStore, openImage } from '../fakes/memory-store.ts';

/**
 * The server of a simulation: the real routes of batches, seals and heartbeats over a real SQLite in memory, which
 * can die between commit and answer, be backed up, and be restored from a backup with a new epoch.
 */

export interface EnrolledTablet {
  readonly id: string;
  readonly token: string;
  readonly settings: Settings;
  readonly keys: CryptoKeyPair;
}
/** An office with its enrolled tablets, made once: every seed begins with a copy of it. */
export interface Template {
  readonly image: Buffer;
  readonly tablets: readonly EnrolledTablet[];
}
export const START = FRIDAY;
const TABLETS = 3;
const keys = newKeys();

export async function makeTemplate(): Promise<Template> {
  const tablets: EnrolledTablet[] = [];
  const image = await imageOf(async (store) => {
    const office = await openOffice({ store, seed: 1 });
    for (let number = 1; number <= TABLETS; number++) {
      const { key, ...enrolled } = await office.enrol(`Ki-ốt ${number}`);
      const privateKey: SimKey = { sign: key.sign };
      tablets.push({ ...enrolled, keys: { privateKey, publicKey: {} } as unknown as CryptoKeyPair });
    }
  });
  return { image, tablets };
}

export interface SimServer {
  readonly store: () => MemoryStore;
  /** What a device gets for a request; `unreachable` while the server is down. */
  deliver(token: string, path: string, body: string): Promise<Reply>;
  /** Dies: what is committed stays, no answer under way comes. It is up again some seconds later. */
  kill(): void;
  /** The next transaction is torn down just before its commit. */
  dieInNextTransaction(): void;
  backUp(): Promise<void>;
  /** When they were taken, newest first. */
  backups(): number[];
  /** Everything is lost, and an earlier backup takes its place under a new epoch. 0 = the newest backup. */
  restore(age: number): Promise<void>;
  close(): Promise<void>;
}

export interface ServerDeps {
  readonly template: Template;
  readonly time: Timeline;
  readonly random: RandomBytes;
  /** Hears each answer as it leaves, after the commit. */
  readonly onAnswer: (store: MemoryStore, path: string, body: string, answer: string) => Promise<void>;
}

const BACKUPS_KEPT = 5;

/** What the routes read of a request; the streams and headers of a real one took a tenth of a simulation's time. */
function requestOf(token: string, path: string, body: string): Request {
  const headers = new Map([
    ['content-type', 'application/json'],
    ['authorization', `Bearer ${token}`],
  ]);
  const request = { method: 'POST', url: `http://localhost${path}`, headers, body: [Buffer.from(body)] };
  return request as unknown as Request;
}

export function startServer({ template, time, random, onAnswer }: ServerDeps): SimServer {
  let store = openImage(template.image);
  let life = 0;
  let isDown = false;
  let isDying = false;
  let app = build();
  const images: { readonly image: Buffer; readonly at: number }[] = [];
  const epochs = (() => {
    let count = 0;
    return () => `epoch-${++count}`;
  })();

  function build(): Hono {
    const live = store;
    const dying: MemoryStore = {
      ...live,
      write: (work) =>
        live.write(async (tx) => {
          const result = await work(tx);
          if (isDying) {
            isDying = false;
            kill();
            throw new Error('the power went before the commit');
          }
          return result;
        }),
    };
    const deps = {
      store: dying,
      clock: time.now,
      random,
      keys,
      log: () => {},
      assets: undefined,
      publicUrl: 'http://localhost',
    };
    const device = createDeviceGuard(deps);
    const limits = ownLimits({ clock: time.now }, 'tries');
    const throttle = createAddressThrottle(limits, { burst: 1e9, perMinute: 1e9, rangeFactor: 1 });
    const screenTickets = createScreenTickets(limits);
    const guards = { device, phones: throttle, enrolments: throttle, addressOf: () => 'here', screenTickets };
    const routes = new Hono();
    routes.onError((error, c) =>
      error instanceof ProblemError ? answerProblem(c, error.code) : answerProblem(c, 'internal'),
    );
    routes.route('/api/v1', ingestRoutes(deps, guards));
    routes.route('/api/v1', deviceRoutes(deps, guards));
    return routes;
  }

  async function ask(token: string, path: string, body: string): Promise<Reply> {
    if (isDown) return { kind: 'unreachable' };
    const born = life;
    const serving = store;
    const response = await app.fetch(requestOf(token, path, body));
    const answer = await response.text();
    if (born !== life) return { kind: 'unreachable' };
    if (response.status === 200) await onAnswer(serving, path, body, answer);
    // three tablets crowd nobody: a fourth of the batches is told so all the same
    const isCrowded = path.endsWith('/batches') && response.status === 200 && body.length % 4 === 0;
    const said = isCrowded ? answer.replace(/}$/, ',"crowded":true}') : answer;
    return { kind: 'answer', status: response.status, body: said };
  }

  /** The copy is verified and lies on another machine: what it holds of the seals is safe from now on. */
  async function confirm(image: Buffer): Promise<void> {
    const copy = openImage(image);
    const { faults, seals, submissions } = await inspectCopy(copy.read, 0);
    await copy.close();
    if (faults[0]) throw new LawBroken(`a backup is good: ${inWords(faults[0], 'en')}`);
    const facts = { sha256: `backup-${time.now()}`, at: time.now(), file: 'sipas.db', root: null };
    const backup = { ...facts, sizeBytes: image.length, submissions, seals, offMachine: true };
    await store.write((tx) => addBackup(tx, backup));
  }

  function kill(): void {
    life++;
    isDown = true;
    time.later(1_000 + 60_000 * (random(1)[0]! / 256), () => {
      isDown = false;
      app = build();
    });
  }

  return {
    store: () => store,
    deliver: (token, path, body) => time.hold(ask(token, path, body)),
    kill,
    dieInNextTransaction: () => {
      isDying = true;
    },
    async backUp() {
      const image = store.image();
      images.unshift({ image, at: time.now() });
      images.splice(BACKUPS_KEPT);
      await time.hold(confirm(image));
    },
    backups: () => images.map(({ at }) => at),
    async restore(age) {
      const taken = images[age];
      if (!taken) return;
      kill();
      await store.close();
      // What lay in backups that are newer than the one taken is lost with the machine.
      images.splice(0, age);
      store = openImage(taken.image);
      const epoch = epochs();
      const facts = {
        day: localDay(time.now()),
        backupSha256: '',
        submissions: 0,
        root: null,
      };
      await store.write((tx) => beginAnew(tx, { epoch, ...facts }));
      app = build();
    },
    close: () => store.close(),
  };
}
