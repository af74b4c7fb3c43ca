import type { Standing, Submission } from '../../shared/submission.ts';
import { addEncoded, decodeVector } from '../../shared/tally-bytes.ts';
import { addSubmission, emptyVector, facetsOf, headOf, type Shape, type Vector } from '../../shared/tally.ts';
import { halfMonthOf } from '../../shared/period.ts';
import type { Reader, Tx } from './store.ts';
import { noteMoves } from './moves.ts';
import { stepFacets } from './facet-release.ts';
import {
  ALL_FACETS,
  type GroupRows,
  groupTextOf,
  type KeptGroups,
  putServed,
  putTallyRows,
  readGroups,
  rowOf,
  type Served,
  stateOf,
  textIn,
  textOf,
} from './group-rows.ts';
import { stepRelease } from './release-step.ts';
import type { GroupKey, TallyKey, TallyRow } from './tables.ts';
import { markTallies } from './tally-marks.ts';

/**
 * Tallies. Promised: they equal a recount of the submissions bit for bit after every transaction (`recount.ts`
 * proves it); what is *served* of them moves by the steps of `release-step.ts`.
 */

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

interface Cell {
  readonly key: TallyKey;
  readonly shape: Shape;
  readonly counts: Counts[];
}

interface GroupCells {
  readonly key: GroupKey;
  /** By the texts of their keys. */
  readonly cells: Map<string, Cell>;
}

/** What submissions add, per group and tally key: the row for all and one per value of each facet; `times` -1 takes away. */
function addCells(
  groups: Map<string, GroupCells>,
  accepted: Iterable<Accepted>,
  shapeFor: (submission: Submission) => Shape,
  times: 1 | -1 = 1,
): void {
  for (const { submission, place, halfDay, standing } of accepted) {
    const shape = shapeFor(submission);
    const counts = countsOf(submission, shape, times);
    const { ch: channel, fm: form, f: questionnaire, fv: version } = submission;
    const key = { service_point: place, half_month: halfMonthOf(halfDay), channel, form };
    const name = groupTextOf(key);
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { key, cells: new Map() }));
    for (const [facet, value] of [['', ''] as const, ...facetsOf(submission)]) {
      const text = textIn(name, { questionnaire, version, standing, facet, value });
      const cell = group.cells.get(text);
      if (cell) cell.counts.push(counts);
      else {
        const of = { ...key, questionnaire, version, standing, facet, value };
        group.cells.set(text, { key: of, shape, counts: [counts] });
      }
    }
  }
}

/** The few places of a vector that one submission counts in: it enters eight cells. */
function countsOf(submission: Submission, shape: Shape, times: 1 | -1): Counts {
  const vector = scratchOf(shape);
  addSubmission(vector, shape, submission);
  const counts: number[] = [];
  for (let at = 0; at < vector.length; at++) if (vector[at] !== 0) counts.push(at, times * vector[at]!);
  return counts;
}

function addCounts(vector: Vector, all: readonly Counts[]): void {
  for (const counts of all) {
    for (let i = 0; i < counts.length; i += 2) vector[counts[i]!]! += counts[i + 1]!;
  }
}

const scratches = new Map<number, Vector>();
/** A vector of zeros that is used again: nobody may keep it. */
function scratchOf({ length }: Pick<Shape, 'length'>): Vector {
  let vector = scratches.get(length);
  if (!vector) scratches.set(length, (vector = new Float64Array(length)));
  return vector.fill(0);
}

/** The vectors that some submissions add, per tally key; added to `cells`. */
export function cellsOf(
  accepted: Iterable<Accepted>,
  shapeFor: (submission: Submission) => Shape,
  cells: Cells = new Map(),
): Cells {
  const groups = new Map<string, GroupCells>();
  addCells(groups, accepted, shapeFor);
  for (const group of groups.values()) {
    for (const [text, { key, shape, counts }] of group.cells) {
      let cell = cells.get(text);
      if (!cell) cells.set(text, (cell = { key, vector: emptyVector(shape) }));
      addCounts(cell.vector, counts);
    }
  }
  return cells;
}

interface TallyChange {
  readonly added: readonly Accepted[];
  readonly removed?: readonly Accepted[];
}

/** Adds newly inserted submissions to the tallies, in the transaction that inserted them. */
export function addToTallies(tx: Tx, added: readonly Accepted[], context: TallyContext): Promise<void> {
  return changeTallies(tx, { added }, context);
}

/** Takes submissions out of the tallies that they are in; a cell that nothing is left of goes. */
export function takeFromTallies(tx: Tx, removed: readonly Accepted[], context: TallyContext): Promise<void> {
  return changeTallies(tx, { added: [], removed }, context);
}

/**
 * Adds submissions and takes away those that a decision removes; one whose point or standing changes is in both
 * lists.
 */
export async function changeTallies(tx: Tx, change: TallyChange, context: TallyContext): Promise<void> {
  const { added, removed = [] } = change;
  const changed = new Map<string, GroupCells>();
  addCells(changed, added, context.shapeFor);
  addCells(changed, removed, context.shapeFor, -1);
  const keys = Array.from(changed.values(), ({ key }) => key);
  const { groups, marks } = await readGroups(tx, keys, context.kept);
  const shapes = new Map<string, Shape>();
  for (const { submission } of [...added, ...removed]) {
    shapes.set(`${submission.f} ${submission.fv}`, context.shapeFor(submission));
  }
  const [full, empty]: [TallyRow[], TallyKey[]] = [[], []];
  const moved = new Set<string>();
  const steps: { readonly before: Served; readonly after: Served }[] = [];
  const after: GroupRows[] = [];
  for (const [name, { key, cells }] of changed) {
    const before = groups.get(name)!;
    const tallies = new Map(before.tallies);
    const all = new Map(before.all.map((state) => [textOf(state.key), state]));
    for (const [text, { key: of, shape, counts }] of cells) {
      // rows for all are compared with what is served, and kept; the others are only written
      const vector = of.facet === '' ? emptyVector(shape) : scratchOf(shape);
      const row = before.tallies.get(text);
      if (row) addEncoded(vector, row.vector);
      addCounts(vector, counts);
      if (of.facet === '') all.set(text, { key: of, vector });
      if (isNobody(vector)) {
        empty.push(of);
        tallies.delete(text);
      } else {
        const now = rowOf({ key: of, vector });
        full.push(now);
        tallies.set(text, now);
      }
    }
    const turn = { key, before: before.all, after: [...all.values()], shapes };
    let served: Served = before;
    if (context.releasesAtOnce(key.service_point)) moved.add(key.service_point);
    else {
      const late = key.half_month < context.currentHalfMonth;
      const step = stepRelease({ ...turn, late }, before);
      served = step.served;
      steps.push({ before, after: served });
      if (step.hasMoved) moved.add(key.service_point);
      // must come before the tallies of the group change
      if (late && !step.isUnread) {
        const states = (rows: GroupRows['tallies']) => Array.from(rows.values(), stateOf);
        const facets = { before: states(before.tallies), after: states(tallies), groupWaits: step.waits };
        await stepFacets(tx, { ...turn, ...facets });
      }
    }
    const kept = turn.after.filter((state) => tallies.has(textOf(state.key)));
    after.push({ ...before, ...served, tallies, all: kept });
  }
  await putServed(tx, steps);
  const mark = await putRows(tx, full, empty);
  context.kept?.put(after, marks, mark);
  await noteMoves(tx, 'figures', moved);
}

const isNobody = (vector: Vector) => vector.every((count) => count === 0);

export interface TallyContext {
  readonly shapeFor: (submission: Submission) => Shape;
  /** The service points of demo and training units, whose figures never wait. */
  readonly releasesAtOnce: (servicePoint: string) => boolean;
  readonly currentHalfMonth: string;
  /** Groups that change again and again; left out = all are read. */
  readonly kept?: KeptGroups;
}

export async function putTallies(
  tx: Tx,
  cells: Iterable<{ readonly key: TallyKey; readonly vector: Vector }>,
): Promise<void> {
  const [full, empty]: [TallyRow[], TallyKey[]] = [[], []];
  for (const cell of cells) {
    if (isNobody(cell.vector)) empty.push(cell.key);
    else full.push(rowOf(cell));
  }
  await putRows(tx, full, empty);
}

/** Writes rows, takes away those of nobody, which a recount does not know, and returns the mark of their places. */
async function putRows(tx: Tx, full: readonly TallyRow[], empty: readonly TallyKey[]): Promise<number> {
  for (const key of empty) {
    await tx
      .deleteFrom('tallies')
      .where((eb) => eb.and(key))
      .execute();
  }
  await putTallyRows(tx, full);
  // with whatever of the same groups is served: that changes in the same transaction
  return markTallies(tx, [...full, ...empty]);
}

/** All tallies of a service point, oldest first. */
export function talliesAt(read: Reader, servicePoint: string): Promise<TallyRow[]> {
  return read
    .selectFrom('tallies')
    .selectAll()
    .where('facet', 'in', ALL_FACETS)
    .where('service_point', '=', servicePoint)
    .orderBy('half_month')
    .orderBy('channel')
    .orderBy('facet')
    .orderBy('value')
    .execute();
}

/** A tally in words, for people who look into the database. */
export function tallyInWords(row: TallyRow): string {
  const { submissions, valid, partial } = headOf(decodeVector(row.vector));
  return `${row.service_point} ${row.half_month} ${row.channel} ${row.form} ${row.standing} ${row.facet || 'all'}=${row.value || '-'}: ${submissions} submissions, ${valid} valid, ${partial} partial`;
}
