import { type RandomBytes, randomBelow } from '../../shared/ids.ts';
import { BATCH_MOST } from '../../shared/wire/batch.ts';
import type { Alone } from './round-lock.ts';
import { type RoundDeps, type RoundEnd, runRound } from './sync-round.ts';

/**
 * When rounds run. Any trigger asks for one; no two run at once; the least gap between two starts holds for all
 * but a trigger by hand (a round per visit would let the moment of arrival tell which visit it was); a failed
 * round is followed by a growing, fully jittered pause.
 */

export type Trigger = 'save' | 'online' | 'visible' | 'timer' | 'hand';

export interface SyncDeps extends RoundDeps {
  readonly random: RandomBytes;
  /** Milliseconds of a clock that never jumps. */
  readonly clock: () => number;
  /** Calls back once after some milliseconds; returns what cancels it. */
  readonly later: (ms: number, call: () => void) => () => void;
  readonly minGapMs: () => number;
  /** Lets one page at a time send; without it all do. */
  readonly alone?: Alone;
  /** After every round, drained or failed: the heartbeat goes with it. */
  readonly afterRound?: (end: RoundEnd) => void | Promise<void>;
}

export interface Sync {
  trigger(why: Trigger): void;
  stop(): void;
}

/** While another page sends. */
const BUSY_MS = 30_000;
export const TIMER_MS = 5 * 60_000;
const BACKOFF_BASE_MS = 2_000;
const BACKOFF_MOST_MS = 15 * 60_000;

/** Full jitter: after `failures` failed rounds wait anything from 0 to the growing limit. */
export function backoffMs(failures: number, random: RandomBytes): number {
  return randomBelow(Math.min(BACKOFF_MOST_MS, BACKOFF_BASE_MS * 2 ** failures) + 1, random);
}

export function startSync(deps: SyncDeps): Sync {
  let lastStartMs = -Infinity;
  let failures = 0;
  let pauseUntilMs = -Infinity;
  let batchMost = BATCH_MOST;
  let isRunning = false;
  let isStopped = false;
  let isAskedAgain = false;
  let planned: { readonly atMs: number; readonly cancel: () => void } | undefined;

  function plan(atMs: number): void {
    if (isStopped || (planned && planned.atMs <= atMs)) return;
    planned?.cancel();
    planned = { atMs, cancel: deps.later(Math.max(0, atMs - deps.clock()), () => void run()) };
  }

  function learnFrom(end: RoundEnd): void {
    if (end.kind === 'drained') {
      failures = 0;
      pauseUntilMs = -Infinity;
      batchMost = BATCH_MOST;
      return;
    }
    if (end.why === 'busy') {
      pauseUntilMs = deps.clock() + BUSY_MS;
      return;
    }
    if (end.why === 'timeout') batchMost = Math.max(1, batchMost >> 1);
    pauseUntilMs = deps.clock() + backoffMs(failures++, deps.random);
  }

  const soonestMs = () => Math.max(deps.clock(), lastStartMs + deps.minGapMs(), pauseUntilMs);

  async function round(): Promise<RoundEnd> {
    const send = () => runRound(deps, batchMost);
    try {
      return (await (deps.alone ? deps.alone(send) : send())) ?? { kind: 'failed', why: 'busy' };
    } catch {
      // The store could not be read just now; the entries are where they were.
      return { kind: 'failed', why: 'unreachable' };
    }
  }

  async function run(): Promise<void> {
    planned = undefined;
    if (isRunning || isStopped) return;
    isRunning = true;
    isAskedAgain = false;
    lastStartMs = deps.clock();
    const end = await round();
    learnFrom(end);
    try {
      await deps.afterRound?.(end);
    } catch {
      // What goes with a round must never stop the next one.
    }
    isRunning = false;
    plan(
      isAskedAgain || end.kind === 'failed' ? soonestMs() : Math.max(soonestMs(), deps.clock() + TIMER_MS),
    );
  }

  return {
    trigger(why) {
      if (isRunning) isAskedAgain = true;
      // The network is back or a person asks: the pause was about a network that is gone.
      else if (why === 'hand') plan(deps.clock());
      else if (why === 'online') plan(Math.max(deps.clock(), lastStartMs + deps.minGapMs()));
      else plan(soonestMs());
    },
    stop() {
      isStopped = true;
      planned?.cancel();
    },
  };
}
