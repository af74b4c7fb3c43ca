import { assertNever } from '../../shared/assert.ts';
import { isAnswered, NOT_REACHED, type Submission } from '../../shared/submission.ts';
import { finish, type Setup } from './finish.ts';
import { NO_TAPS, type Past, tapCell } from './signals.ts';
import {
  type About,
  type Attract,
  type Base,
  type Committing,
  type Ending,
  ENDINGS,
  type FieldChoice,
  type Move,
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

/** These act at once on a finger, so the second half of a double tap must not reach the next screen. */
const GUARDED: ReadonlySet<Move['kind']> = new Set([
  'start',
  'forward',
  'back',
  'end',
  'skip',
  'skip-all',
  'hold',
  'send',
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

function ask<S extends Progress>(from: S, at: number, now: number, revising = false): Question {
  const { language, past, tapMs, touchMs, field, items, rests, answers, about, remark, startedMs } = from;
  const record = { ...from.record, cells: {} };
  const progress = { language, past, tapMs, touchMs, field, items, rests, answers, about, remark, record };
  return { kind: 'question', ...progress, startedMs, at, shownMs: now, picked: false, revising };
}

function begin(setup: Setup, from: Base, field: string | null, now: number): Question {
  const { items, rests } = setup.draw();
  const answers = items.map(() => NOT_REACHED);
  const about: About = { sex: null, age: null, kind: null };
  const record = { ...NO_TAPS, tookMs: items.map(() => null) };
  const base = { language: from.language, past: from.past, tapMs: now, touchMs: now };
  return ask({ ...base, field, items, rests, answers, about, remark: '', record, startedMs: now }, 0, now);
}

/** The first state behind the start touch; an own phone opens here. */
export function open(setup: Setup, from: Base, now: number): FieldChoice | Question {
  const { fields } = setup.place;
  if (fields.length < 2) return begin(setup, from, fields[0]?.code ?? null, now);
  return { kind: 'field', language: from.language, past: from.past, tapMs: now, touchMs: now };
}

const isOverallAnswered = (visit: Progress) => isAnswered(visit.answers[0]!);

function endWith(setup: Setup, state: FieldChoice | Progress, end: Submission['e'], now: number): Visit {
  if (!('answers' in state) || !isOverallAnswered(state)) return attract(setup, now, state.past, now);
  const { language, past } = state;
  return {
    kind: 'committing',
    language,
    past,
    tapMs: now,
    touchMs: now,
    finished: finish(setup, state, end),
  };
}

function toEnding(state: Progress, at: number, now: number): Ending | Review {
  if (at >= ENDINGS.length) return { ...state, kind: 'review', shownMs: now, held: false };
  return { ...state, kind: 'ending', at, picked: false };
}

function answerQuestion(state: Question, answer: 1 | 2 | 3 | 4 | 5 | 0, now: number): Question {
  const answers = replaced(state.answers, state.at, answer);
  const took = state.record.tookMs[state.at] ?? now - state.shownMs;
  const record = { ...state.record, tookMs: replaced(state.record.tookMs, state.at, took) };
  return { ...state, answers, record, picked: true, tapMs: now, touchMs: now };
}

function advance(state: Question, now: number): Visit {
  if (!isAnswered(state.answers[state.at]!)) return state;
  if (state.revising) return { ...state, kind: 'review', shownMs: now, held: true };
  return state.at + 1 < state.items.length ? ask(state, state.at + 1, now) : toEnding(state, 0, now);
}

function backFrom(state: Question, now: number): Visit {
  if (state.revising) return { ...state, kind: 'review', shownMs: now, held: true };
  return state.at === 0 ? state : ask(state, state.at - 1, now);
}

function stepAttract(setup: Setup, state: Attract, move: Move, now: number): Visit {
  switch (move.kind) {
    case 'touch':
      return { ...state, woken: true, touchMs: now };
    case 'language':
      return { ...state, language: move.language, touchMs: now };
    case 'notice':
      return { ...state, notice: move.open, touchMs: now };
    case 'start':
      return open(setup, state, now);
    case 'reset':
      return attract(setup, now, state.past);
    default:
      return state;
  }
}

function stepQuestion(setup: Setup, state: Question, move: Move, now: number): Visit {
  switch (move.kind) {
    case 'answer':
      return answerQuestion(state, move.answer, now);
    case 'advance':
      return state.picked ? advance(state, now) : state;
    case 'forward':
      return advance({ ...state, tapMs: now, touchMs: now }, now);
    case 'back':
      return backFrom({ ...state, tapMs: now, touchMs: now }, now);
    case 'language':
      return { ...state, language: move.language, touchMs: now };
    case 'end':
      return endWith(setup, state, 'ended', now);
    default:
      return state;
  }
}

function stepEnding(setup: Setup, state: Ending, move: Move, now: number): Visit {
  const touched = { ...state, tapMs: now, touchMs: now };
  switch (move.kind) {
    case 'tell':
      return { ...touched, about: { ...state.about, ...move.about }, picked: true };
    case 'remark':
      return { ...state, remark: move.text, touchMs: now };
    case 'advance':
      return state.picked ? toEnding(state, state.at + 1, now) : state;
    case 'skip':
      return toEnding(touched, state.at + 1, now);
    case 'skip-all':
      return toEnding(touched, ENDINGS.length, now);
    case 'back':
      return state.at > 0 ? toEnding(touched, state.at - 1, now) : ask(touched, state.items.length - 1, now);
    case 'end':
      return endWith(setup, state, 'ended', now);
    default:
      return state;
  }
}

function stepReview(setup: Setup, state: Review, move: Move, now: number): Visit {
  const touched = { ...state, tapMs: now, touchMs: now };
  switch (move.kind) {
    case 'hold':
      return { ...touched, held: true };
    case 'revise':
      return ask(touched, move.at, now, true);
    case 'send':
    case 'end':
      return endWith(setup, state, 'done', now);
    default:
      return state;
  }
}

function stepField(setup: Setup, state: FieldChoice, move: Move, now: number): Visit {
  if (move.kind === 'field') return begin(setup, state, move.field, now);
  if (move.kind === 'language') return { ...state, language: move.language, touchMs: now };
  return move.kind === 'back' || move.kind === 'end' ? attract(setup, now, state.past, now) : state;
}

function stepWarning(setup: Setup, state: Warning, move: Move, now: number): Visit {
  if (move.kind === 'stay') return { ...state.behind, tapMs: now, touchMs: now };
  if (move.kind === 'end') return endWith(setup, state.behind, 'ended', now);
  return move.kind === 'gone' ? endWith(setup, state.behind, 'idle', now) : state;
}

/** Somebody is there: counted per screen cell, and the time of idleness begins anew. */
function feel<S extends FieldChoice | Question | Ending | Review>(state: S, move: Move, now: number): S {
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
  if (before.kind === 'warning') return stepWarning(setup, before, move, now);
  if (before.kind === 'attract') {
    const isSecondTap = move.kind === 'start' && now - before.tapMs < DOUBLE_TAP_MS;
    return isSecondTap ? before : stepAttract(setup, before, move, now);
  }
  if (before.kind === 'committing') {
    const { trace, run } = before.finished;
    // The answers leave memory here; of them only the salted trace stays.
    if (move.kind === 'kept') return { ...before, kind: 'thanks', finished: { trace, run }, sinceMs: now };
    return move.kind === 'failed' ? { ...before, kind: 'fault', sinceMs: now } : before;
  }
  if (before.kind === 'fault') return move.kind === 'retry' ? { ...before, kind: 'committing' } : before;
  if (before.kind === 'thanks') {
    if (move.kind !== 'reset') return before;
    return attract(setup, now, { ...before.finished, endedMs: now });
  }
  const state = feel(before, move, now);
  if (GUARDED.has(move.kind) && now - state.tapMs < DOUBLE_TAP_MS) return state;
  if (move.kind === 'idle') return { kind: 'warning', behind: state, sinceMs: now };
  switch (state.kind) {
    case 'field':
      return stepField(setup, state, move, now);
    case 'question':
      return stepQuestion(setup, state, move, now);
    case 'ending':
      return stepEnding(setup, state, move, now);
    case 'review':
      return stepReview(setup, state, move, now);
    default:
      return assertNever(state);
  }
}
