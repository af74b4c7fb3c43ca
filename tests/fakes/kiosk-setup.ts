import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { sha256 } from '../../kiosk/device/sha256.ts';
import { type Finished, parcelOf, type Setup } from '../../kiosk/visit/finish.ts';
import { attract, step } from '../../kiosk/visit/visit.ts';
import type { Move, Visit } from '../../kiosk/visit/visit-states.ts';
import { waitOf } from '../../kiosk/visit/waits.ts';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress, type Rests } from '../../shared/rotation.ts';
import { leafPreimage } from '../../shared/submission.ts';
import type { Settings } from '../../shared/wire/device.ts';
import { seeded } from './seeded.ts';

const document = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
export const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(document, 'utf8')));

export const settings: Settings = {
  tree: 'demo',
  point: { id: 'D1', name: { vi: 'Quầy 1', en: 'Counter 1' } },
  unit: { id: 'u1', name: { vi: 'UBND xã Đắk Lâm', en: 'Đắk Lâm' }, kind: 'xa' },
  campaign: 'd4',
  questionnaire: { id: 'sp39', version: 1 },
  form: 'express',
  authority: null,
  fields: [{ code: 'ht', name: { vi: 'Hộ tịch', en: 'Civil status' } }],
  device: { id: 'dev1', name: 'Ki-ốt 1' },
  opening: [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' }],
  syncGapMs: 0,
};

/** Friday 20 November 2026, 10:00 in Viet Nam. */
export const FRIDAY_MORNING = Date.parse('2026-11-20T03:00:00Z');

/** What a kiosk keeps of a finished visit. */
export function kept(finished: Finished) {
  const { remark, rests } = finished;
  const parcel = parcelOf(finished, remark && sha256(remark.text, remark.salt));
  return { ...parcel, leaf: sha256(leafPreimage(parcel.p)), rests };
}
type Kept = ReturnType<typeof kept>;

/** A kiosk without page: a driven clock, the machine with its own timers, and what was kept. */
export class TestKiosk {
  now = 1_000;
  dateMs = FRIDAY_MORNING;
  rests: Rests | undefined;
  readonly kept: Kept[] = [];
  readonly setup: Setup;
  state: Visit;

  constructor(seed = 1, changes: Partial<Setup> = {}) {
    const random = seeded(seed);
    this.setup = {
      place: settings,
      questionnaire,
      channel: 'kiosk',
      ui: 'k1a',
      opening: settings.opening,
      defaultLanguage: 'vi',
      timed: true,
      draw: () => drawExpress(questionnaire, this.rests, random),
      random,
      businessTime: () => ({ ms: this.dateMs, quality: 'ok' }),
      traceSalt: 'salt',
      ...changes,
    };
    this.state = attract(this.setup, this.now);
  }

  /** A move; a submission that comes of it is kept at once, as the outbox would. */
  send(move: Move): void {
    this.state = step(this.setup, this.state, move, this.now);
    if (this.state.kind !== 'committing') return;
    this.kept.push(kept(this.state.finished));
    this.rests = this.state.finished.rests;
    this.state = step(this.setup, this.state, { kind: 'kept' }, this.now);
  }

  /** Lets time pass; what the states do by themselves happens at its moment. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const wait = waitOf(this.setup, this.state, this.now);
      if (!wait || this.now + wait.ms > end) break;
      this.now += wait.ms;
      this.send(wait.move);
    }
    this.now = end;
  }

  tap(move: Move, thinkMs = 1_500): void {
    this.pass(thinkMs);
    this.send(move);
  }

  answer(answer: 1 | 2 | 3 | 4 | 5 | 0, thinkMs = 1_500): void {
    this.tap({ kind: 'answer', answer }, thinkMs);
    this.pass(600);
  }

  /** From attract to the eighth answer. */
  answerAll(answers: readonly (1 | 2 | 3 | 4 | 5 | 0)[], thinkMs = 1_500): void {
    this.tap({ kind: 'start' });
    for (const answer of answers) this.answer(answer, thinkMs);
  }

  /** A whole visit, endings skipped, and back to attract. */
  visit(answers: readonly (1 | 2 | 3 | 4 | 5 | 0)[] = [4, 4, 5, 4, 3, 4, 4, 5], thinkMs = 1_500): Kept {
    this.answerAll(answers, thinkMs);
    this.tap({ kind: 'skip-all' });
    this.pass(8_000);
    this.pass(6_000);
    return this.kept.at(-1)!;
  }
}
