import { decodeVector } from '../../shared/tally-bytes.ts';
import { emptyVector, headOf, type Shape, type Vector } from '../../shared/tally.ts';
import { ChangedRows, isNobody } from './changed-rows.ts';
import { type Entering, enterFacets } from './enter-facets.ts';
import { stepFacets } from './facet-release.ts';
import { addDue, type Due, DUE_MOST, dropDue } from './facets-due.ts';
import {
  ALL_FACETS,
  type GroupRows,
  groupTextOf,
  type KeptGroups,
  readGroups,
  rowTextOf,
  type Served,
} from './group-rows.ts';
import { noteMoves } from './moves.ts';
import { putDue, putServed } from './put-groups.ts';
import { stepRelease } from './release-step.ts';
import type { Reader, Tx } from './store.ts';
import type { GroupKey, TallyKey, TallyRow } from './tables.ts';
import {
  type Accepted,
  addCounts,
  type Cell,
  cellsIn,
  type Counted,
  countedOf,
  groupOf,
  rowForAll,
  type ShapeFor,
} from './tally-cells.ts';

/**
 * Tallies. Promised: with the forms whose facets are due (`facets-due.ts`) they equal a recount of the submissions bit for bit
 * after every transaction (`recount.ts` proves it); what is *served* of them moves by the steps of `release-step.ts`.
 */

/** What changes of a group. */
interface GroupChange {
  readonly key: GroupKey;
  readonly added: Counted[];
  /** Their counts are below zero. */
  readonly removed: Counted[];
}

interface TallyChange {
  readonly added: readonly Accepted[];
  readonly removed?: readonly Accepted[];
}

function groupsOf({ added, removed = [] }: TallyChange, shapeFor: ShapeFor): Map<string, GroupChange> {
  const groups = new Map<string, GroupChange>();
  const groupFor = (accepted: Accepted) => {
    const key = groupOf(accepted);
    const name = groupTextOf(key);
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { key, added: [], removed: [] }));
    return group;
  };
  for (const one of added) groupFor(one).added.push(countedOf(one, shapeFor));
  for (const one of removed) groupFor(one).removed.push(countedOf(one, shapeFor, -1));
  return groups;
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
  const changes = groupsOf(change, context.shapeFor);
  const keys = Array.from(changes.values(), ({ key }) => key);
  const { groups, marks } = await readGroups(tx, keys, context.kept);
  const shapes = new Map<string, Shape>();
  for (const { submission } of [...change.added, ...(change.removed ?? [])]) {
    shapes.set(`${submission.f} ${submission.fv}`, context.shapeFor(submission));
  }
  const turns = Array.from(changes, ([name, own]) => turnOf(own, groups.get(name)!, context));
  const rows = new ChangedRows();
  const facets = await enterFacets(
    tx,
    turns.map(({ entering }) => entering),
    rows,
    context.shapeFor,
  );
  const moved = new Set<string>();
  const steps: { readonly before: Served; readonly after: Served }[] = [];
  const after: GroupRows[] = [];
  for (const { key, before, due, cells, isLate: late } of turns) {
    const states = new Map(before.all.map((state) => [rowTextOf(state.key), state]));
    for (const [text, { key: of, shape, counts }] of cells) {
      const vector = states.get(text)?.vector.slice() ?? emptyVector(shape);
      addCounts(vector, counts);
      states.set(text, { key: of, vector });
      rows.put(of, vector);
    }
    const now = [...states.values()];
    const all = now.filter(({ vector }) => !isNobody(vector));
    const turn = { key, before: before.all, after: now, shapes };
    let served: Served = before;
    if (context.releasesAtOnce(key.service_point)) moved.add(key.service_point);
    else {
      const step = stepRelease({ ...turn, late }, before);
      served = step.served;
      steps.push({ before, after: served });
      if (step.hasMoved) moved.add(key.service_point);
      // must come before the tallies of the group change
      if (late && !step.isUnread) {
        const own = facets.get(groupTextOf(key))!;
        const rowsBefore = [...before.all, ...own.before];
        const rowsAfter = [...all, ...own.after];
        await stepFacets(tx, { ...turn, before: rowsBefore, after: rowsAfter, groupWaits: step.waits });
      }
    }
    after.push({ ...before, ...served, due, all });
  }
  await putServed(tx, steps);
  await putDue(
    tx,
    turns.map(({ key, before, due }) => ({ key, before: before.due, after: due })),
  );
  const mark = await rows.write(tx);
  context.kept?.put(after, marks, mark);
  await noteMoves(tx, 'figures', moved);
}

/** What the change of one group does: to its rows for all now, to those of its facets now or later. */
interface Turn {
  readonly key: GroupKey;
  readonly before: GroupRows;
  readonly cells: ReadonlyMap<string, Cell>;
  /** It comes after the close of its half-month, of units whose figures wait. */
  readonly isLate: boolean;
  /** Forms that the rows of the facets lack afterwards. */
  readonly due: Due;
  readonly entering: Entering;
}

function turnOf({ key, added, removed }: GroupChange, before: GroupRows, context: TallyContext): Turn {
  const atOnce = context.releasesAtOnce(key.service_point);
  const isLate = !atOnce && key.half_month < context.currentHalfMonth;
  const turn = { key, before, isLate, cells: cellsIn(key, [...added, ...removed], rowForAll) };
  const stays = removed.reduce((due, { submission }) => dropDue(due, submission.id), before.due);
  if (atOnce || isLate || stays.length + added.length > DUE_MOST) {
    // must hold what is due and leaves too: with it facets are served as its group is, before the change
    const entering = { key, overdue: before.due, counted: [...added, ...removed], isCompared: isLate };
    return { ...turn, due: [], entering };
  }
  // a form whose facets have not been entered has none to be taken away
  const leaving = removed.filter(({ submission }) => dropDue(before.due, submission.id) === before.due);
  const forms = added.map(({ submission: { id }, standing }) => ({ id, standing }));
  return {
    ...turn,
    due: forms.length > 0 ? addDue(stays, forms) : stays,
    entering: { key, overdue: [], counted: leaving, isCompared: false },
  };
}

export interface TallyContext {
  readonly shapeFor: ShapeFor;
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
  const rows = new ChangedRows();
  for (const { key, vector } of cells) rows.put(key, vector);
  await rows.write(tx);
}

/** All tallies of a service point, oldest first; of facets without the forms that are due. */
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

/** What a tally is of and holds, for people who look into the database. */
export function countsOfTally(row: TallyRow) {
  const { submissions, valid, partial } = headOf(decodeVector(row.vector));
  const facet = `${row.facet || 'all'}=${row.value || '-'}`;
  const key = [row.service_point, row.half_month, row.channel, row.form, row.standing, facet].join(' ');
  return { key, submissions, valid, partial };
}
