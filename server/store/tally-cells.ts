import { halfMonthOf } from '../../shared/period.ts';
import type { Standing, Submission } from '../../shared/submission.ts';
import { addSubmission, emptyVector, facetsOf, type Shape, type Vector } from '../../shared/tally.ts';
import { groupTextOf, rowTextOf } from './group-rows.ts';
import type { GroupKey, TallyKey } from './tables.ts';

/** What submissions add to the tallies: some forty numbers each, to the row for all and to one row of each facet. */

export interface Accepted {
  readonly submission: Submission;
  /** Service point whose figures it enters: what the bytes say, unless a re-attribution says otherwise. */
  readonly place: string;
  /** Business half-day or half-month, clamped. */
  readonly halfDay: string;
  readonly standing: Standing;
}

export type Cells = Map<string, { readonly key: TallyKey; readonly vector: Vector }>;

/** What a tally gets: places of its vector, each followed by its count. */
type Counts = readonly number[];

/** A submission with what it adds to each of its cells. */
export interface Counted extends Accepted {
  readonly shape: Shape;
  readonly counts: Counts;
}

export interface Cell {
  readonly key: TallyKey;
  readonly shape: Shape;
  readonly counts: Counts[];
}

export type ShapeFor = (submission: Submission) => Shape;
type FacetsFor = (submission: Submission) => readonly (readonly [facet: string, value: string])[];

const FOR_ALL = [['', '']] as const;
export const rowForAll: FacetsFor = () => FOR_ALL;
const rowsForAllAndFacets: FacetsFor = (submission) => [...FOR_ALL, ...facetsOf(submission)];

export function countedOf(accepted: Accepted, shapeFor: ShapeFor, times: 1 | -1 = 1): Counted {
  const shape = shapeFor(accepted.submission);
  return { ...accepted, shape, counts: countsOf(accepted.submission, shape, times) };
}

export function groupOf({ submission, place, halfDay }: Accepted): GroupKey {
  return {
    service_point: place,
    half_month: halfMonthOf(halfDay),
    channel: submission.ch,
    form: submission.fm,
  };
}

/** What submissions of one group add, per tally key, by the texts of the rows in their group. */
export function cellsIn(
  group: GroupKey,
  counted: Iterable<Counted>,
  facetsFor: FacetsFor,
): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const { submission, standing, shape, counts } of counted) {
    const { f: questionnaire, fv: version } = submission;
    for (const [facet, value] of facetsFor(submission)) {
      const text = rowTextOf({ questionnaire, version, standing, facet, value });
      const cell = cells.get(text);
      if (cell) cell.counts.push(counts);
      else {
        const key = { ...group, questionnaire, version, standing, facet, value };
        cells.set(text, { key, shape, counts: [counts] });
      }
    }
  }
  return cells;
}

/** The few places of a vector that one submission counts in: it enters eight cells. */
function countsOf(submission: Submission, shape: Shape, times: 1 | -1): Counts {
  const vector = scratchOf(shape);
  addSubmission(vector, shape, submission);
  const counts: number[] = [];
  for (let at = 0; at < vector.length; at++) if (vector[at] !== 0) counts.push(at, times * vector[at]!);
  return counts;
}

export function addCounts(vector: Vector, all: readonly Counts[]): void {
  for (const counts of all) {
    for (let i = 0; i < counts.length; i += 2) vector[counts[i]!]! += counts[i + 1]!;
  }
}

const scratches = new Map<number, Vector>();
/** A vector of zeros that is used again: nobody may keep it. */
export function scratchOf({ length }: Pick<Shape, 'length'>): Vector {
  let vector = scratches.get(length);
  if (!vector) scratches.set(length, (vector = new Float64Array(length)));
  return vector.fill(0);
}

/**
 * The vectors that some submissions add, per tally key, added to `cells`: to the row for all and one per value of each
 * facet; for those whose facets are due (`facets-due.ts`), to the row for all.
 */
export function cellsOf(
  accepted: Iterable<Accepted>,
  shapeFor: ShapeFor,
  cells: Cells = new Map(),
  areFacetsDue: (one: Accepted) => boolean = () => false,
): Cells {
  for (const one of accepted) {
    const facets = areFacetsDue(one) ? rowForAll : rowsForAllAndFacets;
    const group = groupOf(one);
    const name = groupTextOf(group);
    for (const [own, { key, shape, counts }] of cellsIn(group, [countedOf(one, shapeFor)], facets)) {
      const text = `${name}\n${own}`;
      let cell = cells.get(text);
      if (!cell) cells.set(text, (cell = { key, vector: emptyVector(shape) }));
      addCounts(cell.vector, counts);
    }
  }
  return cells;
}
