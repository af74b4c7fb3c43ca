import type { Standing, Submission } from '../../shared/submission.ts';
import { decodeVector, encodeVector } from '../../shared/tally-bytes.ts';
import {
  addSubmission,
  addVector,
  emptyVector,
  facetsOf,
  headOf,
  type Shape,
  type Vector,
} from '../../shared/tally.ts';
import { halfMonthOf } from '../../shared/period.ts';
import type { Reader, Tx } from './store.ts';
import { noteMoves } from './moves.ts';
import { stepFacets } from './facet-release.ts';
import { ALL_FACETS, groupOfKey, groupTextOf, KEY_COLUMNS, stateOf, stepRelease } from './release-step.ts';
import type { TallyKey, TallyRow } from './tables.ts';
import { markTallies } from './tally-marks.ts';

/**
 * Tallies. Promised: they equal a recount of the submissions bit for bit after every transaction (`recount.ts`
 * proves it); what is *served* of them moves by the steps of `release-step.ts`.
 */

export const textOf = (key: TallyKey) => KEY_COLUMNS.map((column) => key[column]).join('\n');

export interface Accepted {
  readonly submission: Submission;
  /** Service point whose figures it enters: what the bytes say, unless a re-attribution says otherwise. */
  readonly place: string;
  /** Business half-day or half-month, clamped. */
  readonly halfDay: string;
  readonly standing: Standing;
}

export type Cells = Map<string, { readonly key: TallyKey; readonly vector: Vector }>;

/** The vectors that some submissions add, per tally key: the row for all and one per value of each facet; added to `cells`. */
export function cellsOf(
  accepted: Iterable<Accepted>,
  shapeFor: (submission: Submission) => Shape,
  cells: Cells = new Map(),
): Cells {
  for (const { submission, place, halfDay, standing } of accepted) {
    const shape = shapeFor(submission);
    for (const [facet, value] of [['', ''] as const, ...facetsOf(submission)]) {
      const key: TallyKey = {
        service_point: place,
        half_month: halfMonthOf(halfDay),
        channel: submission.ch,
        form: submission.fm,
        questionnaire: submission.f,
        version: submission.fv,
        standing,
        facet,
        value,
      };
      const text = textOf(key);
      let cell = cells.get(text);
      if (!cell) cells.set(text, (cell = { key, vector: emptyVector(shape) }));
      addSubmission(cell.vector, shape, submission);
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
  const shapes = new Map(
    [...added, ...removed].map(({ submission }) => [
      `${submission.f} ${submission.fv}`,
      context.shapeFor(submission),
    ]),
  );
  const cells = cellsOf(added, context.shapeFor);
  for (const [text, { key, vector }] of cellsOf(removed, context.shapeFor)) {
    let cell = cells.get(text);
    if (!cell) cells.set(text, (cell = { key, vector: new Float64Array(vector.length) }));
    addVector(cell.vector, vector, -1);
  }
  const groups = new Map([...cells.values()].map(({ key }) => [groupTextOf(key), groupOfKey(key)]));
  const moved = new Set<string>();
  for (const group of groups.values()) {
    const before = await tx
      .selectFrom('tallies')
      .selectAll()
      .where('facet', 'in', ALL_FACETS)
      .where((eb) => eb.and(group))
      .execute();
    for (const row of before) {
      const cell = cells.get(textOf(row));
      if (cell) addVector(cell.vector, decodeVector(row.vector));
    }
    if (context.releasesAtOnce(group.service_point)) {
      moved.add(group.service_point);
      continue;
    }
    const states = before.filter(({ facet }) => facet === '').map(stateOf);
    const after = new Map(states.map((state) => [textOf(state.key), state]));
    for (const [text, cell] of cells) {
      if (cell.key.facet === '' && groupTextOf(cell.key) === groupTextOf(group)) after.set(text, cell);
    }
    const late = group.half_month < context.currentHalfMonth;
    const change = { key: group, before: states, after: [...after.values()], shapes, late };
    const { hasMoved, waits, isUnread } = await stepRelease(tx, change);
    if (hasMoved) moved.add(group.service_point);
    if (late && !isUnread) {
      const all = before.map(stateOf);
      const afterAll = new Map(all.map((state) => [textOf(state.key), state]));
      for (const [text, cell] of cells) {
        if (groupTextOf(cell.key) === groupTextOf(group)) afterAll.set(text, cell);
      }
      await stepFacets(tx, { ...change, before: all, after: [...afterAll.values()], groupWaits: waits });
    }
  }
  await putTallies(tx, cells.values());
  await noteMoves(tx, 'figures', moved);
}

export interface TallyContext {
  readonly shapeFor: (submission: Submission) => Shape;
  /** The service points of demo and training units, whose figures never wait. */
  readonly releasesAtOnce: (servicePoint: string) => boolean;
  readonly currentHalfMonth: string;
}

export async function putTallies(
  tx: Tx,
  cells: Iterable<{ readonly key: TallyKey; readonly vector: Vector }>,
): Promise<void> {
  const [full, empty]: [TallyRow[], TallyKey[]] = [[], []];
  for (const { key, vector } of cells) {
    if (vector.some((count) => count !== 0)) full.push({ ...key, vector: Buffer.from(encodeVector(vector)) });
    else empty.push(key);
  }
  // a recount knows no rows of nobody
  for (const key of empty) {
    await tx
      .deleteFrom('tallies')
      .where((eb) => eb.and(key))
      .execute();
  }
  for (let i = 0; i < full.length; i += 100) {
    await tx
      .insertInto('tallies')
      .values(full.slice(i, i + 100))
      .onConflict((on) =>
        on.columns([...KEY_COLUMNS]).doUpdateSet((eb) => ({ vector: eb.ref('excluded.vector') })),
      )
      .execute();
  }
  // with whatever of the same groups is served: that changes in the same transaction
  await markTallies(tx, [...full, ...empty]);
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
