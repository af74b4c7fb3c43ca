import { hash } from 'node:crypto';
import { digest } from '../../kiosk/device/digest.ts';
import { type FaultLog, faultLog, sendHeartbeat } from '../../kiosk/device/heartbeat.ts';
import { keepKey, recallKey, sign } from '../../kiosk/device/key.ts';
import { type BusinessClock, openServerClock } from '../../kiosk/device/server-clock.ts';
import type { Kept } from '../../kiosk/outbox/kept.ts';
import { idIn, scanFile } from '../../kiosk/outbox/journal-format.ts';
import { openDevice } from '../../kiosk/outbox/open-device.ts';
import { roundLock } from '../../kiosk/outbox/round-lock.ts';
import { makeSeals } from '../../kiosk/outbox/seal-maker.ts';
import { startSync, type Sync } from '../../kiosk/outbox/sync.ts';
import { localDay } from '../../shared/period.ts';
import { drawExpress } from '../../shared/rotation.ts';
import { leafPreimage } from '../../shared/submission.ts';
import { questionnaire } from '../fakes/kiosk-setup.ts';
import { seeded } from '../fakes/seeded.ts';
import type { Timeline } from '../flow/timeline.ts';
import type { FaultLine } from './fault-line.ts';
import { simBrowser, type SimBrowser } from './sim-browser.ts';
import { answersOf } from './sim-person.ts';
import type { EnrolledTablet } from './sim-server.ts';
import type { Taken } from './taps-taken.ts';

/**
 * A tablet: all that the product keeps and sends with, over a browser in memory, and people who tap. Several pages
 * may be open on it at once; the power takes all of them.
 */
export interface SimDevice {
  readonly number: number;
  readonly token: string;
  readonly browser: SimBrowser;
  readonly line: FaultLine;
  /** All faults that it has ever noticed. */
  readonly noticed: readonly string[];
  switchOn(): Promise<void>;
  /** A second tab on the same device. */
  openPage(): Promise<void>;
  cutPower(): void;
  /** It will never be switched on again. */
  destroy(): void;
  readonly isDestroyed: () => boolean;
  /** Happens once, when a person has just seen the thanks. */
  afterThanks: (() => void) | undefined;
  jumpClock(ms: number): void;
  /** One person, from the first tap to the thanks. */
  takeAnswer(kind: Taken['kind']): Promise<void>;
  askRound(): void;
  /** What it has not been given a receipt for; undefined while it is off. */
  unsent(): Promise<number | undefined>;
  /** Ids that each of the two copies holds. */
  copies(): { readonly database: Set<string>; readonly journal: Set<string> };
  /** One of its copies could not be read at start: staff who see the lamp start it again. */
  readonly isLame: () => boolean;
}

interface Page {
  isGone: boolean;
  readonly isLame: () => boolean;
  readonly kept: Kept;
  readonly clock: BusinessClock;
  readonly sync: Sync;
}

export interface SimDeviceDeps {
  readonly number: number;
  readonly enrolled: EnrolledTablet;
  readonly line: FaultLine;
  readonly time: Timeline;
  readonly chance: () => number;
  readonly seed: number;
  readonly onTaken: (taken: Taken) => void;
}

const ROTATION = `${questionnaire.id} ${questionnaire.version}`;
const APP = '0.1.0';
/** As in the kiosk: what it does for itself while nobody is at the screen. */
const TEND_MS = 10_000 * 60;
const sha256 = (text: string) => hash('sha256', text);

export function makeDevice(deps: SimDeviceDeps): SimDevice {
  const { number, enrolled, time, chance, line } = deps;
  const { settings } = enrolled;
  const random = seeded(deps.seed * 16 + number);
  const browser = simBrowser(time, chance, cutPower);
  const noticed: string[] = [];
  let clockOffsetMs = 0;
  let pages: Page[] = [];
  let isBooting = false;
  let isDestroyed = false;
  let hasKey = false;
  let life = 0;

  async function boot(): Promise<void> {
    const born = life;
    const faults: FaultLog = faultLog();
    const onFault = (fault: string) => {
      if (born !== life) return;
      faults.add(fault);
      noticed.push(fault);
    };
    const { opfs, storage } = browser;
    const { kept, shelf, hasDatabase } = await openDevice({ onFault, makeWorker: opfs.makeWorker, storage });
    // What was still waiting when the power went is no page.
    if (born !== life) return;
    const faultsAtStart = faults.list();
    // Enrolment puts it there once; a wiped tablet has none until it is enrolled anew.
    if (!hasKey && hasDatabase) {
      await keepKey(shelf, enrolled.keys);
      hasKey = true;
    }
    const key = await recallKey(shelf);
    const clock = await openServerClock(shelf, () => time.now() + clockOffsetMs);
    const dev = settings.device.id;
    const tend = async () => {
      await kept.mend().catch(() => {});
      if (!key) return onFault('key-lost');
      const nowMs = () => clock.read().ms;
      await makeSeals({ store: kept, dev, app: APP, nowMs, digest, sign: (text) => sign(key, text) });
    };
    const post = (path: string, body: string) => line.post(path, body);
    const api = { post, get: () => Promise.resolve({ kind: 'unreachable' as const }) };
    const heartbeat = async () => {
      const [meta, unsent] = await Promise.all([kept.readMeta(), kept.unsentIds()]);
      const { total, sealNo } = meta;
      const day = { date: localDay(clock.read().ms), wakes: 0, starts: 0, abandoned: [] };
      const facts = { dev, app: APP, total, unsent: unsent.length, sealNo, free: null, persisted: true, day };
      await sendHeartbeat(api, { ...facts, faults });
    };
    const page: Page = {
      isGone: false,
      isLame: () => !hasDatabase || faultsAtStart.includes('journal-fails'),
      kept,
      clock,
      sync: startSync({
        store: kept,
        random,
        dev,
        app: APP,
        clock: time.now,
        later: (ms, call) => time.later(ms, () => page.isGone || browser.run(call)),
        post: (body) => post('/api/v1/batches', body),
        postSeals: (body) => post('/api/v1/seals', body),
        minGapMs: () => settings.syncGapMs,
        alone: roundLock({ locks: browser.locks, storage, clock: time.now }),
        onAnswer: (received) => clock.learn(received.now),
        afterRound: async (end) => {
          await tend();
          if (end.kind === 'drained' || end.why === 'refused') await heartbeat();
        },
      }),
    };
    const tendAgain = () =>
      time.later(TEND_MS, () => {
        if (page.isGone) return;
        void browser.run(tend).catch(() => onFault('tend-fails'));
        tendAgain();
      });
    if (born !== life) return;
    tendAgain();
    pages.push(page);
    page.sync.trigger('timer');
  }

  function cutPower(): void {
    life++;
    isBooting = false;
    for (const page of pages) {
      page.isGone = true;
      page.sync.stop();
    }
    pages = [];
    browser.cut();
  }

  async function start(): Promise<void> {
    await browser.run(boot).catch((error: unknown) => {
      noticed.push(`not-started ${String(error)}`);
    });
  }

  const device: SimDevice = {
    number,
    token: enrolled.token,
    afterThanks: undefined,
    browser,
    line,
    noticed,
    async switchOn() {
      if (pages.length > 0 || isBooting || isDestroyed) return;
      isBooting = true;
      const born = life;
      await start();
      if (born === life) isBooting = false;
    },
    async openPage() {
      if (pages.length > 0) await start();
    },
    cutPower,
    destroy() {
      cutPower();
      isDestroyed = true;
    },
    isDestroyed: () => isDestroyed,
    isLame: () => pages.some(({ isLame }) => isLame()),
    jumpClock(ms) {
      clockOffsetMs += ms;
    },
    async takeAnswer(kind) {
      const page = pages[0];
      if (!page) return;
      try {
        await browser.run(async () => {
          const { items, rests } = drawExpress(questionnaire, await page.kept.readRests(ROTATION), random);
          const { id, p, overall } = answersOf({ kind, items, settings, chance, random, clock: page.clock });
          const taken: Taken = { id, tablet: number, p, overall, kind, isThanked: false, isDestroyed: false };
          deps.onTaken(taken);
          await page.kept.keep({ id, p, leaf: sha256(leafPreimage(p)) }, { name: ROTATION, rests });
          taken.isThanked = true;
          device.afterThanks?.();
          device.afterThanks = undefined;
          page.sync.trigger('save');
        });
      } catch {
        // No thanks: the answers stay on the screen, staff are called.
      }
    },
    askRound() {
      for (const page of pages) browser.run(() => page.sync.trigger('online'));
    },
    unsent: async () => {
      const page = pages[0];
      return page && (await browser.run(() => page.kept.unsentIds())).length;
    },
    copies() {
      const journal = new Set<string>();
      for (const [name, bytes] of browser.opfs.files)
        if (name.startsWith('open') || name.startsWith('seal'))
          for (const { p } of scanFile(bytes).records) journal.add(idIn(p) ?? p);
      return { database: new Set(browser.idb.stores.get('outbox')?.keys()), journal };
    },
  };
  return device;
}
