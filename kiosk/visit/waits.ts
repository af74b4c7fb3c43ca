import type { Setup } from './finish.ts';
import { isUntouched, type Move, type Visit } from './visit-states.ts';

/** A selection is seen and announced before the screen moves on (500-700 ms). */
export const ADVANCE_MS = 600;
export const IDLE_MS = 30_000;
export const WARNING_MS = 20_000;
export const REVIEW_MS = 8_000;
export const THANKS_MS = 6_000;
/** A kiosk that could not keep a submission tries again by itself. */
export const FAULT_RETRY_MS = 15_000;

export interface Wait {
  readonly ms: number;
  readonly move: Move;
}

type Plan = readonly [
  sinceMs: number,
  ms: number,
  kind: 'advance' | 'idle' | 'gone' | 'reset' | 'send' | 'retry',
];

function planOf(setup: Setup, state: Visit): Plan | undefined {
  const isPicked = (state.kind === 'question' || state.kind === 'ending') && state.picked;
  if (isPicked) return [state.tapMs, ADVANCE_MS, 'advance'];
  if (!setup.timed) return undefined;
  switch (state.kind) {
    case 'attract':
      return isUntouched(state) ? undefined : [state.touchMs, IDLE_MS, 'reset'];
    case 'warning':
      return [state.sinceMs, WARNING_MS, 'gone'];
    case 'fault':
      return [state.sinceMs, FAULT_RETRY_MS, 'retry'];
    case 'thanks':
      return [state.sinceMs, THANKS_MS, 'reset'];
    case 'committing':
      return undefined;
    default:
      if (state.kind === 'review' && !state.held) return [state.shownMs, REVIEW_MS, 'send'];
      return [state.touchMs, IDLE_MS, 'idle'];
  }
}

/** The one timer of a state: what happens by itself, and when. */
export function waitOf(setup: Setup, state: Visit, now: number): Wait | undefined {
  const plan = planOf(setup, state);
  if (!plan) return undefined;
  const [sinceMs, ms, kind] = plan;
  return { ms: Math.max(0, sinceMs + ms - now), move: { kind } };
}
