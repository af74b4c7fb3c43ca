import { isAnswered, NOT_REACHED, type Submission } from '../../shared/submission.ts';
import type { Place } from '../../shared/wire/device.ts';
import { finish, type Setup } from './finish.ts';
import { NO_TAPS, type Past, tapCell } from './signals.ts';
import {
  type Attract,
  type Base,
  type Committing,
  type Context,
  type Ending,
  ENDINGS,
  type Move,
  type Open,
  type Progress,
  type Question,
  type Review,
  type Visit,
  type Warning,
} from './visit-states.ts';

/**
 * The whole visit as one pure state machine: attract, context, questions, optional endings, review, commit,
 * thanks. `now` is a clock that never jumps (the date comes from `setup.businessTime`); a move that changes
 * nothing returns the very same state. Items are drawn once, at the start touch; the visit ends in a
 * submission when the overall question was answered, else the draw is forgotten and so given back.
 */

export const DOUBLE_TAP_MS = 400;

/** Taps: obeyed at once on a finger, so the second half of a double tap must not reach the next screen. */
const GUARDED: ReadonlySet<Move['kind']> = new Set([
  'start',
  'forward',
  'back',
  'end',
  'skip',
  'skip-all',
  'hold',
  'send',
  'counter',
  'field',
  'answer',
  'tell',
  'revise',
]);

export function attract(setup: Setup, now: number, past?: Past, tapMs = -Infinity): Attract {
  const base = { language: setup.defaultLanguage, past, tapMs, touchMs: now };
  return { kind: 'attract', ...base, notice: false, woken: false };
}

/** `Array.prototype.with` is younger than the oldest phones that must answer. */
const replaced = <T>(list: readonly T[], at: number, value: T) =>
  list.map((old, i) => (i === at ? value : old));

function ask(from: Progress, at: number, now: number, revising = false): Question {
  const record = { ...from.record, cells: {} };
  return { ...from, kind: 'question', record, at, shownMs: now, picked: false, revising };
}

function review(from: Progress, now: number, held: boolean): Review {
  return { ...from, kind: 'review', shownMs: now, held };
}

function toEnding(from: Progress, at: number, now: number): Ending | Review {
  return at < ENDINGS.length ? { ...from, kind: 'ending', at, picked: false } : review(from, now, false);
}

function begin(
  setup: Setup,
  { language, past }: Base,
  counter: string | null,
  field: string | null,
  now: number,
): Question {
  const { items, rests } = setup.draw();
  const visit: Progress = {
    language,
    past,
    tapMs: now,
    touchMs: now,
    counter,
    field,
    items,
    rests,
    answers: items.map(() => NOT_REACHED),
    about: { sex: null, age: null, kind: null },
    remark: '',
    record: { ...NO_TAPS, tookMs: items.map(() => null) },
    startedMs: now,
  };
  return ask(visit, 0, now);
}

/** The first state behind the start touch; an own phone opens here. */
export function open(setup: Setup, from: Base, now: number): Context | Question {
  const { counters = [] } = setup.place;
  if (counters.length < 2) return askField(setup, from, counters[0]?.id ?? null, now);
  return { kind: 'counter', language: from.language, past: from.past, tapMs: now, touchMs: now };
}

/** What people come for at a counter, or anywhere at the place. */
export const fieldsAt = ({ counters, fields }: Place, counter: string | null) =>
  counters?.find(({ id }) => id === counter)?.fields ?? fields;

function askField(setup: Setup, from: Base, counter: string | null, now: number): Context | Question {
  const fields = fieldsAt(setup.place, counter);
  if (fields.length < 2) return begin(setup, from, counter, fields[0]?.code ?? null, now);
  return { kind: 'field', counter, language: from.language, past: from.past, tapMs: now, touchMs: now };
}

const isContext = (state: Open): state is Context => state.kind === 'counter' || state.kind === 'field';

function endWith(setup: Setup, state: Open, end: Submission['e'], now: number): Attract | Committing {
  const { language, past } = state;
  // Without the overall question there is no submission, and what was drawn is given back.
  if (isContext(state) || !isAnswered(state.answers[0]!)) return attract(setup, now, past, now);
  const finished = finish(setup, state, end);
  return { kind: 'committing', language, past, tapMs: now, touchMs: now, finished };
}

function answerQuestion(state: Question, answer: 1 | 2 | 3 | 4 | 5 | 0, now: number): Question {
  const { at, answers, record } = state;
  const tookMs = replaced(record.tookMs, at, record.tookMs[at] ?? now - state.shownMs);
  return { ...state, answers: replaced(answers, at, answer), record: { ...record, tookMs }, picked: true };
}

function advance(state: Question, now: number): Visit {
  if (!isAnswered(state.answers[state.at]!)) return state;
  if (state.revising) return review(state, now, true);
  return state.at + 1 < state.items.length ? ask(state, state.at + 1, now) : toEnding(state, 0, now);
}

function stepAttract(setup: Setup, state: Attract, move: Move, now: number): Visit {
  const touched = { ...state, woken: true, touchMs: now };
  switch (move.kind) {
    case 'touch':
      return touched;
    // by a switch or a screen reader, without any touch
    case 'language':
      return { ...touched, language: move.language };
    case 'notice':
      return { ...touched, notice: move.open };
    case 'start':
      return open(setup, state, now);
    case 'reset':
      return attract(setup, now, state.past);
    default:
      return state;
  }
}

function stepQuestion(state: Question, move: Move, now: number): Visit {
  switch (move.kind) {
    case 'answer':
      return answerQuestion(state, move.answer, now);
    case 'advance':
      return state.picked ? advance(state, now) : state;
    case 'forward':
      return advance(state, now);
    case 'back':
      if (state.revising) return review(state, now, true);
      return state.at > 0 ? ask(state, state.at - 1, now) : state;
    default:
      return state;
  }
}

function stepEnding(state: Ending, move: Move, now: number): Visit {
  switch (move.kind) {
    case 'tell':
      return { ...state, about: { ...state.about, ...move.about }, picked: true };
    case 'remark':
      return { ...state, remark: move.text, touchMs: now };
    case 'advance':
      return state.picked ? toEnding(state, state.at + 1, now) : state;
    case 'skip':
      return toEnding(state, state.at + 1, now);
    case 'skip-all':
      return toEnding(state, ENDINGS.length, now);
    case 'back':
      return state.at > 0 ? toEnding(state, state.at - 1, now) : ask(state, state.items.length - 1, now);
    default:
      return state;
  }
}

function stepReview(setup: Setup, state: Review, move: Move, now: number): Visit {
  switch (move.kind) {
    case 'hold':
      return { ...state, held: true };
    case 'revise':
      return ask(state, move.at, now, true);
    case 'send':
      return endWith(setup, state, 'done', now);
    default:
      return state;
  }
}

function stepContext(setup: Setup, state: Context, move: Move, now: number): Visit {
  if (move.kind === 'counter') return askField(setup, state, move.counter, now);
  if (move.kind === 'field' && state.kind === 'field')
    return begin(setup, state, state.counter, move.field, now);
  if (move.kind !== 'back') return state;
  const before = open(setup, state, now);
  return state.kind === 'field' && before.kind === 'counter' ? before : attract(setup, now, state.past, now);
}

/** Moves of the states in which somebody may be at the screen; what a tap marks is marked already. */
function stepOpen(setup: Setup, state: Attract | Open, move: Move, now: number): Visit {
  if (state.kind === 'attract') return stepAttract(setup, state, move, now);
  if (move.kind === 'language') return { ...state, language: move.language, touchMs: now };
  if (move.kind === 'idle') return { kind: 'warning', behind: state, sinceMs: now };
  if (move.kind === 'end') return endWith(setup, state, state.kind === 'review' ? 'done' : 'ended', now);
  switch (state.kind) {
    case 'counter':
    case 'field':
      return stepContext(setup, state, move, now);
    case 'question':
      return stepQuestion(state, move, now);
    case 'ending':
      return stepEnding(state, move, now);
    case 'review':
      return stepReview(setup, state, move, now);
  }
}

const tapped = <S extends Base>(state: S, now: number): S => ({ ...state, tapMs: now, touchMs: now });

function stepWarning(setup: Setup, state: Warning, move: Move, now: number): Visit {
  if (move.kind === 'stay') return tapped(state.behind, now);
  if (move.kind === 'end') return endWith(setup, state.behind, 'ended', now);
  return move.kind === 'gone' ? endWith(setup, state.behind, 'idle', now) : state;
}

function stepCommitting(state: Committing, move: Move, now: number): Visit {
  const { trace, run } = state.finished;
  // The answers leave memory here; of them only the salted trace stays.
  if (move.kind === 'kept') return { ...state, kind: 'thanks', finished: { trace, run }, sinceMs: now };
  return move.kind === 'failed' ? { ...state, kind: 'fault', sinceMs: now } : state;
}

/** Somebody is there: counted per screen cell, and the time of idleness begins anew. */
function feel<S extends Attract | Open>(state: S, move: Move, now: number): S {
  if (move.kind !== 'touch' && move.kind !== 'answer') return state;
  const touched = move.kind === 'touch' ? { ...state, touchMs: now } : state;
  const cell = move.kind === 'answer' ? `answer ${move.answer}` : move.cell;
  if (touched.kind !== 'question' || cell === undefined) return touched;
  return { ...touched, record: tapCell(touched.record, cell) };
}

/** The page goes away for good: what a person's phone sends as it closes; undefined when there is nothing to send. */
export function leave(setup: Setup, state: Visit, now: number): Committing | undefined {
  const open = state.kind === 'warning' ? state.behind : state;
  if (open.kind === 'committing') return open;
  if (open.kind === 'fault') return { ...open, kind: 'committing' };
  if (open.kind !== 'question' && open.kind !== 'ending' && open.kind !== 'review') return undefined;
  const after = endWith(setup, open, 'ended', now);
  return after.kind === 'committing' ? after : undefined;
}

/** The state after a move. The same state object means: nothing happened. */
export function step(setup: Setup, before: Visit, move: Move, now: number): Visit {
  switch (before.kind) {
    case 'warning':
      return stepWarning(setup, before, move, now);
    case 'committing':
      return stepCommitting(before, move, now);
    case 'fault':
      return move.kind === 'retry' ? { ...before, kind: 'committing' } : before;
    case 'thanks':
      return move.kind === 'reset' ? attract(setup, now, { ...before.finished, endedMs: now }) : before;
    default: {
      const felt = feel(before, move, now);
      const isTap = GUARDED.has(move.kind);
      if (isTap && now - felt.tapMs < DOUBLE_TAP_MS) return felt;
      const state = isTap ? tapped(felt, now) : felt;
      const after = stepOpen(setup, state, move, now);
      return after === state ? felt : after;
    }
  }
}
