import { change, type Compared, rank } from '../../shared/compare.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import { isWithheld, type Method, type Score, score } from '../../shared/score.ts';
import { addSubmission, emptyVector, groupOf, shapeOf } from '../../shared/tally.ts';
import { questionnaire } from '../fakes/kiosk-setup.ts';
import { crowdOf, type People } from './simulated-people.ts';

/**
 * How often intervals hold the truth, and how often differences are called real, over many simulated surveys
 * (docs/method.md, "Evidence"). The truth is that of a crowd so large that its own chance is far below the interval's width.
 */
const shape = shapeOf(questionnaire);
export const POOLED: Method = { statistic: 'top2', aggregation: 'pooled' };

/** The figures of `n` new forms by their groups. */
export function survey(
  setting: { readonly form: FormKind; readonly people: People; readonly seed: number },
  n: number,
  groups: readonly string[],
  method: Method = POOLED,
): Score[] {
  const crowd = crowdOf(questionnaire, setting.form, setting.people, setting.seed);
  const sum = emptyVector(shape);
  for (let i = 0; i < n; i++) addSubmission(sum, shape, crowd.form());
  return groups.map((group) => score(groupOf(sum, shape, group, setting.form), method, 6));
}

export interface Coverage {
  /** Of the runs, in percent: the interval held the truth. */
  readonly held: number;
  /** Mean half width in points. */
  readonly half: number;
  /** The same for Wilson's interval on the answers as if they were independent: what a check that cannot fail would miss. */
  readonly naiveHeld: number;
}

/** Forms of the crowd that stands for everybody. */
const EVERYBODY = 200_000;

const truths = new Map<string, readonly number[]>();
/** The figures of everybody, in percent; the same for every number of forms. */
function truthOf(
  form: FormKind,
  people: People,
  groups: readonly string[],
  method: Method,
  everybody: number,
) {
  const key = JSON.stringify([form, people, groups, method, everybody]);
  let truth = truths.get(key);
  if (!truth) {
    truth = survey({ form, people, seed: 1_000_003 }, everybody, groups, method).map(pointsOf);
    truths.set(key, truth);
  }
  return truth;
}

/** One row of the table: `runs` surveys of `n` forms. */
export function coverage(
  form: FormKind,
  people: People,
  groups: readonly string[],
  {
    n,
    runs,
    everybody = EVERYBODY,
  }: { readonly n: number; readonly runs: number; readonly everybody?: number },
  method: Method = POOLED,
): Coverage[] {
  const truth = truthOf(form, people, groups, method, everybody);
  const tallies = groups.map(() => ({ held: 0, naive: 0, half: 0, counted: 0 }));
  for (let run = 1; run <= runs; run++) {
    survey({ form, people, seed: run * 7919 + n }, n, groups, method).forEach((found, i) => {
      if (isWithheld(found)) return;
      const tally = tallies[i]!;
      const naive = 1.959964 * Math.sqrt((found.p * (1 - found.p)) / found.answers) * 100;
      tally.counted++;
      if (found.lowUnrounded <= truth[i]! && truth[i]! <= found.highUnrounded) tally.held++;
      if (Math.abs(100 * found.p - truth[i]!) <= naive) tally.naive++;
      tally.half += (found.highUnrounded - found.lowUnrounded) / 2;
    });
  }
  return tallies.map(({ held, naive, half, counted }) => ({
    held: (100 * held) / counted,
    half: half / counted,
    naiveHeld: (100 * naive) / counted,
  }));
}

function pointsOf(found: Score): number {
  if (isWithheld(found)) throw new Error('everybody is a crowd of ten and more');
  return found.percent;
}

function comparedOf(found: Score): Compared {
  if (isWithheld(found)) throw new Error('too few forms to compare');
  return found;
}

/** Share of runs, in percent, in which no two of `units` equal units are called different. */
export function equalUnitsLeftEqual(units: number, n: number, people: People, runs: number): number {
  let quiet = 0;
  for (let run = 1; run <= runs; run++) {
    const list = Array.from({ length: units }, (_, unit) =>
      comparedOf(survey({ form: 'express', people, seed: run * 104_729 + unit * 31 }, n, ['II'])[0]!),
    );
    if (
      rank(list)
        .pairs()
        .every(({ apart }) => !apart)
    )
      quiet++;
  }
  return (100 * quiet) / runs;
}

/** Share of runs, in percent, in which two periods of `n` forms are called different. */
export function changesFound(before: People, after: People, n: number, runs: number): number {
  let found = 0;
  for (let run = 1; run <= runs; run++) {
    const [a] = survey({ form: 'express', people: before, seed: run * 15_485_863 }, n, ['II']);
    const [b] = survey({ form: 'express', people: after, seed: run * 15_485_863 + 1 }, n, ['II']);
    if (change(comparedOf(b!), comparedOf(a!)).changed) found++;
  }
  return (100 * found) / runs;
}

/** The mood at which people are satisfied with service delivery to this percentage, by halving. */
export function moodFor(percent: number, people: Omit<People, 'mood'>, everybody = 60_000): number {
  let [low, high] = [-2, 8];
  for (let step = 0; step < 12; step++) {
    const mood = (low + high) / 2;
    const [found] = survey({ form: 'express', people: { ...people, mood }, seed: 15_485_867 }, everybody, [
      'II',
    ]);
    if (pointsOf(found!) < percent) low = mood;
    else high = mood;
  }
  return (low + high) / 2;
}
