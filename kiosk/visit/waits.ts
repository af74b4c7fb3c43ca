import { assertNever } from '../../shared/assert.ts';
import type { Setup } from './finish.ts';
import type { Move, Visit } from './visit-states.ts';

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

function after(
  sinceMs: number,
  ms: number,
  now: number,
  kind: 'advance' | 'idle' | 'gone' | 'reset' | 'send' | 'retry',
) {
  return { ms: Math.max(0, sinceMs + ms - now), move: { kind } };
}

/** The one timer of a state: what happens by itself, and when. */
export function waitOf(setup: Setup, state: Visit, now: number): Wait | undefined {
  const isPicked = (state.kind === 'question' || state.kind === 'ending') && state.picked;
  if (isPicked) return after(state.tapMs, ADVANCE_MS, now, 'advance');
  if (!setup.timed) return undefined;
  switch (state.kind) {
    case 'attract': {
      const isTouched = state.notice || state.language !== setup.defaultLanguage || state.woken;
      return isTouched ? after(state.touchMs, IDLE_MS, now, 'reset') : undefined;
    }
    case 'review':
      return state.held
        ? after(state.touchMs, IDLE_MS, now, 'idle')
        : after(state.shownMs, REVIEW_MS, now, 'send');
    case 'field':
    case 'question':
    case 'ending':
      return after(state.touchMs, IDLE_MS, now, 'idle');
    case 'warning':
      return after(state.sinceMs, WARNING_MS, now, 'gone');
    case 'fault':
      return after(state.sinceMs, FAULT_RETRY_MS, now, 'retry');
    case 'thanks':
      return after(state.sinceMs, THANKS_MS, now, 'reset');
    case 'committing':
      return undefined;
    default:
      return assertNever(state);
  }
}
