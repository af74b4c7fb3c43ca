/**
 * Work that comes again, on a clock that is an argument. Promised: a task never runs twice at once, one that fails
 * is logged and tried again after a pause that doubles, and no task holds up another.
 */
export interface Task {
  readonly name: string;
  /** `lastMs` is when it last succeeded since the start. */
  readonly isDue: (nowMs: number, lastMs: number | undefined) => Promise<boolean> | boolean;
  /** Rejects when it failed. */
  readonly run: (nowMs: number) => Promise<void>;
  /** Pause after the first failure, ms. */
  readonly retryMs: number;
}

/** A pause never grows beyond this. */
const PAUSE_MOST_MS = 4 * 3_600_000;

export interface Schedule {
  /** Looks at the clock and starts what is due; resolves when all of it has ended. */
  tick(nowMs: number): Promise<void>;
}

export function createSchedule(
  tasks: readonly Task[],
  failed: (task: string, error: unknown, again: number) => void,
): Schedule {
  interface State {
    readonly task: Task;
    running: boolean;
    failures: number;
    notBefore: number;
    lastMs: number | undefined;
  }
  const fresh = { running: false, failures: 0, notBefore: Number.NEGATIVE_INFINITY, lastMs: undefined };
  const states: State[] = tasks.map((task) => ({ task, ...fresh }));

  async function look(state: State, nowMs: number): Promise<void> {
    if (state.running || nowMs < state.notBefore) return;
    state.running = true;
    try {
      if (!(await state.task.isDue(nowMs, state.lastMs))) return;
      await state.task.run(nowMs);
      state.failures = 0;
      state.lastMs = nowMs;
    } catch (error) {
      const pause = Math.min(state.task.retryMs * 2 ** state.failures, PAUSE_MOST_MS);
      state.failures++;
      state.notBefore = nowMs + pause;
      failed(state.task.name, error, state.notBefore);
    } finally {
      state.running = false;
    }
  }
  return { tick: async (nowMs) => void (await Promise.all(states.map((state) => look(state, nowMs)))) };
}

/** Due when so much time has passed since it last succeeded; the first time at once. */
export function every(ms: number): Task['isDue'] {
  // a clock that was set back must not stop it for years
  return (nowMs, lastMs) => lastMs === undefined || nowMs < lastMs || nowMs - lastMs >= ms;
}
