import type { VNode } from 'preact';
import { render } from './draw.ts';
import type { Setup } from './visit/finish.ts';
import { step } from './visit/visit.ts';
import { languageOf, type Move, screenName, type Visit } from './visit/visit-states.ts';
import { waitOf } from './visit/waits.ts';

/** Keeping takes a tenth of this on a slow tablet; a second without a word would be too long. */
const SAVING_SHOWN_AFTER_MS = 300;

/** Runs one visit machine on a page: one state, one timer, one drawing. Clock and timers come from outside. */
export interface RunDeps {
  readonly root: HTMLElement;
  readonly clock: () => number;
  readonly later: (ms: number, call: () => void) => () => void;
  /** Read at each step, so that new settings hold from the next visit on. */
  readonly setup: () => Setup;
  readonly draw: (state: Visit, send: (move: Move) => void) => VNode;
  /** Everything that follows from a step: keeping, sending, counting, speaking. */
  readonly onStep: (before: Visit, after: Visit, send: (move: Move) => void, move: Move) => void;
}

export interface Running {
  state(): Visit;
  send(move: Move): void;
  redraw(): void;
}

export function runVisit(deps: RunDeps, first: Visit): Running {
  let state = first;
  let shown = '';
  let cancel: (() => void) | undefined;
  let cancelSaving: (() => void) | undefined;

  function draw(): void {
    render(deps.draw(state, send), deps.root);
    document.documentElement.lang = languageOf(state);
    const name = screenName(state);
    if (name === shown) return;
    shown = name;
    scrollTo(0, 0);
    document.getElementById('heading')?.focus({ preventScroll: true });
  }

  function wait(): void {
    cancel?.();
    const next = waitOf(deps.setup(), state, deps.clock());
    cancel = next && deps.later(next.ms, () => send(next.move));
  }

  function enter(after: Visit, move: Move): void {
    const before = state;
    state = after;
    wait();
    // Must come before anything is drawn: on a slow tablet a screen costs as much time as keeping does.
    deps.onStep(before, after, send, move);
    // A touch by itself only tells that somebody is there.
    if (move.kind !== 'touch') show();
  }

  /**
   * Whoever taps sees in the next frame that it was heard. While a visit is kept that is the button dimmed (`aria-busy`):
   * drawing the saving screen takes as long as keeping does, so it comes for those who have to wait.
   */
  function show(): void {
    cancelSaving?.();
    if (state.kind === 'committing') {
      deps.root.ariaBusy = 'true';
      cancelSaving = deps.later(SAVING_SHOWN_AFTER_MS, draw);
      return;
    }
    if (cancelSaving) deps.root.ariaBusy = 'false';
    cancelSaving = undefined;
    draw();
  }

  function send(move: Move): void {
    const after = step(deps.setup(), state, move, deps.clock());
    if (after !== state) enter(after, move);
  }

  wait();
  draw();
  return { state: () => state, send, redraw: draw };
}

/** Any touch or key is a sign of life; a touch also names its cell of the screen, coarsely. */
export function feelTouches(send: (move: Move) => void): void {
  const cellOf = (event: PointerEvent) =>
    `${Math.floor((event.clientX / innerWidth) * 12)} ${Math.floor((event.clientY / innerHeight) * 8)}`;
  addEventListener('pointerdown', (event) => send({ kind: 'touch', cell: cellOf(event) }), { capture: true });
  addEventListener('keydown', () => send({ kind: 'touch' }), { capture: true });
}
