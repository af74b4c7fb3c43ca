import { localDay } from '../../shared/period.ts';
import type { RandomBytes } from '../../shared/ids.ts';
import type { Language, Text } from '../../shared/questionnaire.ts';
import type { Keys } from '../keys.ts';
import { inBoth, inWords, type Said } from '../said/said.ts';
import type { OperatorWords } from '../said/words-vi.ts';
import { handOverRemarks } from '../cases/hand-over-remarks.ts';
import { closeOldBatches } from '../paper/close-old-batches.ts';
import { integrityFaults } from '../store/copy-database.ts';
import { drawFaceRechecks } from '../store/face-rechecks.ts';
import { putSetting, setting } from '../store/settings.ts';
import { type Store, StoreFault } from '../store/store.ts';
import { type BackupPlaces, takeBackup, takenInWords } from './backup.ts';
import { drill } from './drill.ts';
import { flagsToTell } from './flags-to-tell.ts';
import { judgePlaces } from './judge-places.ts';
import { makeRoot, writeRoot } from './nightly-root.ts';
import { retain, tidy } from './retain.ts';

/**
 * What happens once a night, in this order: forgotten batches of paper are closed, remarks of the week before are handed over, what is too
 * old goes, people are drawn who are asked about interviews, the root is signed, the database is looked through, places that look unlike themselves
 * are noted and flagged forms counted, a backup is taken and restored for trial. One that fails does not hold up the next; what failed is done again.
 */
export interface NightDeps {
  readonly store: Store;
  readonly keys: Keys;
  readonly places: BackupPlaces;
  /** Opens a SQLite file with the real store. */
  readonly openFile: (file: string) => Promise<Store>;
  readonly clock: () => number;
  readonly random: RandomBytes;
}

/** The last result of a job, as it stands in the settings under `job.NAME`. */
export interface JobResult {
  readonly night: string;
  /** When it ended, ms. */
  readonly at: number;
  readonly ok: boolean;
  /** A sentence, or several: what was done, or what went wrong and the next step. */
  readonly said: Text;
}

type Job = (deps: NightDeps, night: string) => Promise<Said>;
export type JobName = keyof OperatorWords['night']['jobs'];

const JOBS: Readonly<Record<JobName, Job>> = {
  // before the root, so that its forms are sealed in the same night
  paper: (deps) => closeOldBatches(deps),
  async remarks(deps) {
    const count = await handOverRemarks(deps);
    return ({ night }) => (count === undefined ? night.noRemarks : night.remarks(count));
  },
  retention: ({ store, clock }) => retain(store, localDay(clock())),

  // after the numbers that are too old have gone
  async rechecks({ store, clock, random }) {
    const drawn = await store.write((tx) => drawFaceRechecks(tx, localDay(clock()), random));
    return ({ night }) => night.rechecks(drawn);
  },

  async root({ store, keys, places, clock }, night) {
    const root = await makeRoot(store, keys, { day: night, nowMs: clock() });
    const file = writeRoot(root, keys.signPublic, places.dataDir, places.backupCopyDir);
    return ({ night: words }) => words.root(root.n, root.day, root.root, file);
  },

  async integrity({ store }) {
    const faults = await integrityFaults(store.read, store.dialect);
    if (faults.length === 0) return ({ night }) => night.whole;
    throw new StoreFault((words) => words.night.damaged(faults.map((said) => said(words))));
  },

  places: ({ store, clock }) => judgePlaces(store, localDay(clock())),
  flags: ({ store, clock }) => flagsToTell(store, localDay(clock())),
  backup: async ({ store, places, clock }) => takenInWords(await takeBackup(store, places, clock())),
  drill: ({ store, places, openFile, clock }) => drill(store, places, { openFile, clock }),
  tidy: ({ store, clock }) => tidy(store, clock()),
};

/** Everything happens once offices have closed, so that the root can go to the second body the same evening. */
const NIGHT_BEGINS_MS = 20 * 3_600_000;

/** The day whose night it is or was last: from 20:00 on today, before that yesterday. */
export const nightOf = (nowMs: number) => localDay(nowMs - NIGHT_BEGINS_MS);

/** Runs what this night still lacks. `said` hears each result; false when something failed. */
export async function runNight(
  deps: NightDeps,
  said: (job: JobName, result: JobResult) => void = () => {},
): Promise<boolean> {
  const night = nightOf(deps.clock());
  let allOk = true;
  for (const name of JOB_NAMES) {
    const job = JOBS[name];
    const before = await lastResult(deps.store, name);
    if (before?.night === night && before.ok) continue;
    const result = await resultOf(job, deps, night);
    await deps.store.write((tx) => putSetting(tx, `job.${name}`, JSON.stringify(result)));
    said(name, result);
    allOk &&= result.ok;
  }
  if (allOk) await deps.store.write((tx) => putSetting(tx, NIGHT_DONE, night));
  return allOk;
}

async function resultOf(job: Job, deps: NightDeps, night: string): Promise<JobResult> {
  try {
    const said = await job(deps, night);
    return { night, at: deps.clock(), ok: true, said: inBoth(said) };
  } catch (error) {
    // a fault of ours may quote data; only sentences written for people are kept
    const said: Said =
      error instanceof StoreFault ? error.said : ({ night: words }) => words.failed(nameOf(error));
    return { night, at: deps.clock(), ok: false, said: inBoth(said) };
  }
}

const nameOf = (error: unknown) =>
  (error as { code?: string } | undefined)?.code ?? (error instanceof Error ? error.name : 'unknown');

export async function lastResult(store: Pick<Store, 'read'>, job: JobName): Promise<JobResult | undefined> {
  const text = await setting(store.read, `job.${job}`);
  if (text === undefined) return undefined;
  const { said, ...result } = JSON.parse(text) as Omit<JobResult, 'said'> & { said: Text | string };
  // a version of before kept one sentence, in English
  return { ...result, said: typeof said === 'string' ? { vi: said, en: said } : said };
}

/** What of the last night went wrong, for whoever starts the server. */
export async function nightFaults(store: Store, language: Language): Promise<string[]> {
  const results = await Promise.all(
    JOB_NAMES.map(async (job) => ({ job, result: await lastResult(store, job) })),
  );
  return results.flatMap(({ job, result }) =>
    result && !result.ok
      ? [
          inWords(
            ({ night }) => night.failedLastNight(result.night, night.jobs[job], result.said[language]),
            language,
          ),
        ]
      : [],
  );
}

const NIGHT_DONE = 'night';

/** True when the last night has not been done, be it because the server stood still. A new database waits for its first. */
export async function isNightDue(store: Store, nowMs: number): Promise<boolean> {
  const done = await setting(store.read, NIGHT_DONE);
  if (done !== undefined) return done < nightOf(nowMs);
  await store.write((tx) => putSetting(tx, NIGHT_DONE, nightOf(nowMs)));
  return false;
}

export const JOB_NAMES = Object.keys(JOBS) as readonly JobName[];
