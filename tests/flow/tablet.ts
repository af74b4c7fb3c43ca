import { openServerClock } from '../../kiosk/device/server-clock.ts';
import type { Shelf } from '../../kiosk/device/shelf.ts';
import { startSync, type Sync } from '../../kiosk/outbox/sync.ts';
import type { Setup } from '../../kiosk/visit/finish.ts';
import { attract, step } from '../../kiosk/visit/visit.ts';
import type { Visit } from '../../kiosk/visit/visit-states.ts';
import { waitOf } from '../../kiosk/visit/waits.ts';
import type { RandomBytes } from '../../shared/ids.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { drawExpress, type Rests } from '../../shared/rotation.ts';
import type { Settings } from '../../shared/wire/device.ts';
import { kept } from '../fakes/kiosk-setup.ts';
import { memoryOutbox, type MemoryOutbox } from '../fakes/memory-outbox.ts';
import type { Line } from './bad-line.ts';
import type { VisitTaps } from './oracle.ts';
import type { Timeline } from './timeline.ts';

/** A simulated tablet: the real visit machine, the real sync, an outbox that survives power cuts, a person. */
export interface Tablet {
  /** One person at the screen, from the start touch to the thanks or wherever they leave it. */
  visit(): Promise<void>;
  /** The power goes and comes back: what was kept is there, everything else is gone. */
  restart(): Promise<void>;
  /** The device's own clock jumps. */
  jumpClock(ms: number): void;
  readonly sync: () => Sync;
  readonly unsent: () => Promise<number>;
}

export interface TabletDeps {
  readonly settings: Settings;
  readonly questionnaire: Questionnaire;
  readonly line: Line;
  readonly time: Timeline;
  readonly chance: () => number;
  readonly random: RandomBytes;
  /** Hears the taps of each visit that was kept (the oracle's list). */
  readonly onKept: (taps: VisitTaps) => void;
}

const ROTATION = 'sp39 1';

export async function bootTablet(deps: TabletDeps): Promise<Tablet> {
  const { settings, questionnaire, time, chance, random } = deps;
  const pages = new Map<string, unknown>();
  const shelf: Shelf = {
    read: async (name: string) => pages.get(name),
    write: async (name: string, value: unknown) => void pages.set(name, value),
  };
  let clockOffsetMs = 0;
  let outbox: MemoryOutbox = memoryOutbox();
  let rests: Rests | undefined;
  let sync: Sync;
  let clock: Awaited<ReturnType<typeof openServerClock>>;
  let state: Visit;

  const setup = (): Setup => ({
    place: settings,
    questionnaire,
    channel: 'kiosk',
    ui: 'k1a',
    opening: settings.opening,
    defaultLanguage: 'vi',
    timed: true,
    draw: () => drawExpress(questionnaire, rests, random),
    random,
    businessTime: () => clock.read(),
    traceSalt: 'salt',
  });

  async function boot(): Promise<void> {
    clock = await openServerClock(shelf, () => time.now() + clockOffsetMs);
    rests = await outbox.readRests(ROTATION);
    state = attract(setup(), time.now());
    sync = startSync({
      store: outbox,
      random,
      clock: time.now,
      later: time.later,
      post: deps.line.post,
      minGapMs: () => settings.syncGapMs,
      dev: settings.device.id,
      app: '0.1.0',
      onAnswer: (receipts) => clock.learn(receipts.now),
    });
    sync.trigger('timer');
  }

  const move = (kind: Parameters<typeof step>[2]) => {
    state = step(setup(), state, kind, time.now());
  };
  /** Lets the screen's own timers do what they do until somebody touches it. */
  async function pause(ms: number): Promise<void> {
    const end = time.now() + ms;
    for (;;) {
      const wait = waitOf(setup(), state, time.now());
      if (!wait || time.now() + wait.ms > end) break;
      await time.sleep(wait.ms);
      move(wait.move);
    }
    await time.sleep(Math.max(0, end - time.now()));
  }

  async function restart(): Promise<void> {
    sync.stop();
    outbox = memoryOutbox(outbox.snapshot());
    await boot();
  }

  await boot();
  return {
    sync: () => sync,
    unsent: async () => (await outbox.unsentIds()).length,
    jumpClock: (ms) => {
      clockOffsetMs += ms;
    },
    restart,
    async visit() {
      await pause(2_000);
      move({ kind: 'start' });
      const taps: (number | null)[] = Array.from({ length: 8 }, () => null);
      let drawn: readonly number[] = [];
      const leavesAt = chance() < 0.25 ? Math.floor(chance() * 8) : 99;
      const mood = chance();
      let left = false;
      while (state.kind === 'question' || state.kind === 'warning') {
        if (state.kind === 'question') {
          drawn = state.items;
          if (state.at === leavesAt) {
            left = true;
            if (chance() < 0.5) move({ kind: 'end' });
            else await pause(60_000);
            continue;
          }
          const answer =
            chance() < 0.1 ? 0 : ((1 + Math.floor((mood + chance()) * 2.5)) as 1 | 2 | 3 | 4 | 5);
          taps[state.at] = answer;
          move({ kind: 'answer', answer });
          if (chance() < 0.1) {
            // changes their mind before the screen moves on, after the guard against double taps
            await pause(450);
            const second = (1 + Math.floor(chance() * 5)) as 1 | 2 | 3 | 4 | 5;
            if (state.kind === 'question') {
              taps[state.at] = second;
              move({ kind: 'answer', answer: second });
            }
          }
        }
        await pause(700 + chance() * 4_000);
      }
      if (state.kind === 'ending') {
        await pause(500);
        move({ kind: 'skip-all' });
        await pause(9_000);
      }
      if (state.kind !== 'committing') return; // given up before the overall question: nothing but a counter
      const { finished } = state;
      if (chance() < 0.03) return restart(); // the power goes before anything is written
      await outbox.keep(kept(finished), { name: ROTATION, rests: finished.rests });
      deps.onKept({ drawn, taps, early: left });
      if (chance() < 0.03) return restart(); // … and here after it
      rests = finished.rests;
      move({ kind: 'kept' });
      sync.trigger('save');
      await pause(6_000);
    },
  };
}
