import { type ChildProcess, spawn } from 'node:child_process';
import type { RandomBytes } from '../../shared/ids.ts';
import { isHalfDayDue } from '../alerts/judge-scores.ts';
import { isReminderDue, remindReports } from '../calendar/remind-reports.ts';
import { childFlags } from '../child-flags.ts';
import type { SendMail } from '../letter.ts';
import type { Log } from '../log.ts';
import { deliver, isMailDue } from '../mail/deliver.ts';
import type { Store } from '../store/store.ts';
import { isNightDue, JOB_NAMES, lastResult } from './night.ts';
import { createSchedule, every } from './schedule.ts';

/** The server looks so often whether work is due. */
const TICK_MS = 30_000;
/** The log is emptied at least every five minutes, whatever the tick falls on. */
const LOG_EMPTIED_MS = 4 * 60_000;
const NIGHT_AGAIN_MS = 15 * 60_000;
const SCORES_AGAIN_MS = 5 * 60_000;
/** A mail server that cannot be reached: the pause doubles up to four hours. */
const MAIL_AGAIN_MS = 60_000;

/**
 * Starts the work that comes again. The night, and the look at the scores of a half-day, run in processes of their own:
 * reading a million submissions must not make a tablet wait, and a fault there ends no server. Of several instances one does it
 * all; when that one ends, another does from its next turn on. Returns what stops it.
 */
export function startJobs(deps: {
  readonly store: Store;
  readonly clock: () => number;
  readonly random: RandomBytes;
  /** The address people use, for letters. */
  readonly publicUrl: string;
  readonly log: Log;
  /** The command line's file, which knows the command `night`. */
  readonly commandLine: string;
  /** Whether this instance is the one that does the work that comes again. */
  readonly leads: () => Promise<boolean>;
  /** Undefined: no e-mail is sent. */
  readonly send: SendMail | undefined;
}): () => void {
  const { store, clock, log, send } = deps;
  const children = new Set<ChildProcess>();
  /** Runs a command of the command line; its exit code. */
  const run = async (command: string): Promise<number | null> => {
    const child = spawn(process.execPath, [...childFlags(), deps.commandLine, command], { stdio: 'ignore' });
    children.add(child);
    try {
      return await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
    } finally {
      children.delete(child);
    }
  };
  const runNight = async () => {
    const code = await run('night');
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
      {
        name: 'scores',
        isDue: (nowMs) => isHalfDayDue(store.read, nowMs),
        retryMs: SCORES_AGAIN_MS,
        run: async () => {
          if ((await run('scores')) !== 0) throw new Error('the half-day is not looked at');
        },
      },
      ...(send
        ? [
            {
              name: 'mail',
              isDue: (nowMs: number) => isMailDue(store.read, nowMs),
              retryMs: MAIL_AGAIN_MS,
              run: () => deliver(store, send, clock),
            },
            {
              name: 'reminders',
              isDue: (nowMs: number) => isReminderDue(store.read, nowMs),
              retryMs: SCORES_AGAIN_MS,
              run: () => remindReports(deps),
            },
          ]
        : []),
    ],
    // the log is read from while a backup runs: that is no fault, and it is tried again
    (task) => log({ level: task === 'night' ? 'error' : 'info', what: 'job-failed', job: task }),
  );
  const tick = () => {
    const look = async () => {
      // of a database that does not answer nobody knows who leads: the next turn asks again
      if (await deps.leads()) await schedule.tick(clock());
    };
    void look().catch(() => {});
  };
  tick();
  const timer = setInterval(tick, TICK_MS);
  return () => {
    clearInterval(timer);
    for (const child of children) child.kill();
  };
}
