import type { Setup } from '../../kiosk/visit/finish.ts';
import { attract, open, step } from '../../kiosk/visit/visit.ts';
import type { Move, Visit } from '../../kiosk/visit/visit-states.ts';
import { waitOf } from '../../kiosk/visit/waits.ts';
import { drawExpress, type Rests } from '../../shared/rotation.ts';
import type { Submission } from '../../shared/submission.ts';
import type { Opening } from '../../shared/wire/device.ts';
import { questionnaire, settings } from '../fakes/kiosk-setup.ts';
import { seeded } from '../fakes/seeded.ts';
import type { Visitor } from './counter-people.ts';

/** A day's people at the real visit machine, with its own timers and its own judging; what it would keep. */
export interface Kept {
  readonly submission: Submission;
  readonly isPlanted: boolean;
}

const MORNING_MS = 60_000;

/** Brings the people of one day, in the order in which they come, before one screen. */
export function tabletDay(
  people: readonly Visitor[],
  day: { readonly startMs: number; readonly opening: readonly Opening[]; readonly seed: number },
): Kept[] {
  const tablet = new Screen(day, 'kiosk');
  return people.flatMap((person) => {
    // who comes while somebody stands there waits
    tablet.passUntil(Math.max(tablet.now, person.atMs));
    const submission = tablet.visit(person);
    return submission ? [{ submission, isPlanted: person.isPlanted }] : [];
  });
}

/** The same people each on a phone of their own. */
export function phonesDay(people: readonly Visitor[], day: Parameters<typeof tabletDay>[1]): Submission[] {
  return people.flatMap((person) => {
    const phone = new Screen(day, 'qr');
    phone.passUntil(person.atMs);
    return phone.visit(person) ?? [];
  });
}

class Screen {
  now = MORNING_MS;
  private state: Visit;
  private kept: Submission | undefined;
  private rests: Rests | undefined;
  private readonly setup: Setup;

  constructor({ startMs, opening, seed }: Parameters<typeof tabletDay>[1], channel: 'kiosk' | 'qr') {
    const random = seeded(seed);
    this.setup = {
      place: settings,
      questionnaire,
      channel,
      ui: 'k1a',
      opening,
      defaultLanguage: 'vi',
      timed: channel === 'kiosk',
      draw: () => drawExpress(questionnaire, this.rests, random),
      random,
      businessTime: () => ({ ms: startMs + this.now, quality: 'ok' }),
      traceSalt: `salt ${seed}`,
    };
    this.state = attract(this.setup, this.now);
  }

  private send(move: Move): void {
    this.state = step(this.setup, this.state, move, this.now);
    if (this.state.kind !== 'committing') return;
    this.kept = this.state.finished.submission;
    this.rests = this.state.finished.rests;
    this.state = step(this.setup, this.state, { kind: 'kept' }, this.now);
  }

  passUntil(end: number): void {
    for (;;) {
      const wait = waitOf(this.setup, this.state, this.now);
      if (!wait || this.now + wait.ms > end) break;
      this.now += wait.ms;
      this.send(wait.move);
    }
    this.now = end;
  }

  /** What the screen does by itself until somebody has to touch it. */
  private settle(): void {
    for (;;) {
      const wait = waitOf(this.setup, this.state, this.now);
      const byItself = wait && ['advance', 'send', 'reset'].includes(wait.move.kind);
      if (!byItself || this.state.kind === 'attract') return;
      this.passUntil(this.now + wait.ms);
    }
  }

  private tap(move: Move, thinkMs: number): void {
    this.passUntil(this.now + thinkMs);
    this.send(move);
  }

  visit({ startMs, taps, extraTouches, endsEarly, tells }: Visitor): Submission | undefined {
    this.kept = undefined;
    if (this.setup.channel === 'qr') this.state = open(this.setup, attract(this.setup, this.now), this.now);
    else this.tap({ kind: 'start' }, startMs);
    const asked = endsEarly ? taps.slice(0, 6) : taps;
    asked.forEach(({ thinkMs, answer }, i) => {
      this.tap({ kind: 'answer', answer }, thinkMs);
      const touches = i === 0 ? extraTouches : 0;
      for (let touch = 0; touch < touches; touch++) this.tap({ kind: 'touch', cell: 'wall' }, 40);
      this.settle();
    });
    if (endsEarly) this.tap({ kind: 'end' }, 2_000);
    else if (tells) this.tellAll();
    else this.tap({ kind: 'skip-all' }, 1_500);
    if (this.setup.channel === 'qr') this.tap({ kind: 'send' }, 1_500);
    this.settle();
    return this.kept;
  }

  private tellAll(): void {
    this.tap({ kind: 'tell', about: { sex: 2 } }, 2_000);
    this.settle();
    this.tap({ kind: 'tell', about: { age: 3 } }, 2_500);
    this.settle();
    this.tap({ kind: 'skip-all' }, 2_000);
  }
}
