import { type ChildProcess, spawn } from 'node:child_process';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { isNightDue, JOB_NAMES, lastResult } from './night.ts';
import { createSchedule, every } from './schedule.ts';

/** The server looks so often whether work is due. */
const TICK_MS = 30_000;
/** The log is emptied at least every five minutes, whatever the tick falls on. */
const LOG_EMPTIED_MS = 4 * 60_000;
const NIGHT_AGAIN_MS = 15 * 60_000;

/**
 * Starts the work that comes again. The night runs in a process of its own: counting a million submissions anew must
 * not make a tablet wait, and a fault there ends no server. Returns what stops it.
 */
export function startJobs(deps: {
  readonly store: Store;
  readonly clock: () => number;
  readonly log: Log;
  /** The command line's file, which knows the command `night`. */
  readonly commandLine: string;
}): () => void {
  const { store, clock, log } = deps;
  // a watched or inspected server has a child that is neither: it would never end, or ask for the same port
  const flags = process.execArgv.filter((flag) => !/^--(watch|inspect)/.test(flag));
  let night: ChildProcess | undefined;
  const runNight = async () => {
    const code = await new Promise<number | null>((resolve, reject) => {
      night = spawn(process.execPath, [...flags, deps.commandLine, 'night'], { stdio: 'ignore' });
      night.once('error', reject).once('exit', resolve);
    });
    night = undefined;
    for (const job of JOB_NAMES) {
      const result = await lastResult(store, job);
      if (result) log({ level: result.ok ? 'info' : 'error', what: 'job', job, ok: result.ok });
    }
    if (code !== 0) throw new Error('the night is not done');
  };
  const schedule = createSchedule(
    [
      {
        name: 'empty-log',
        isDue: every(LOG_EMPTIED_MS),
        retryMs: TICK_MS,
        run: async () => {
          if (!(await store.emptyLog())) throw new Error('somebody reads from the log');
        },
      },
      {
        name: 'night',
        isDue: (nowMs) => isNightDue(store, nowMs),
        retryMs: NIGHT_AGAIN_MS,
        run: runNight,
      },
    ],
    // the log is read from while a backup runs: that is no fault, and it is tried again
    (task) => log({ level: task === 'night' ? 'error' : 'info', what: 'job-failed', job: task }),
  );
  const tick = () => void schedule.tick(clock());
  tick();
  const timer = setInterval(tick, TICK_MS);
  return () => {
    clearInterval(timer);
    night?.kill();
  };
}
