import { addEncoded } from '../../shared/tally-bytes.ts';
import { facetsOf } from '../../shared/tally.ts';
import { ChangedRows } from './changed-rows.ts';
import { type Due, readDue } from './facets-due.ts';
import { groupTextOf, groupsDue, readFacets, type State, stateOf } from './group-rows.ts';
import { clearDue } from './put-groups.ts';
import type { Tx } from './store.ts';
import type { GroupKey } from './tables.ts';
import { addCounts, cellsIn, type Counted, countedOf, scratchOf, type ShapeFor } from './tally-cells.ts';
import { markTallies } from './tally-marks.ts';

/** What the rows of a group's facets get. */
export interface Entering {
  readonly key: GroupKey;
  /** Forms that they have lacked. */
  readonly overdue: Due;
  /** What changes at the same time. */
  readonly counted: readonly Counted[];
  /** Their states before and after what changes are wanted. */
  readonly isCompared: boolean;
}

/** Puts the rows of facets as they are from now on into `rows`; returns the wanted states by the texts of the groups. */
export async function enterFacets(
  tx: Tx,
  groups: readonly Entering[],
  rows: ChangedRows,
  shapeFor: ShapeFor,
): Promise<ReadonlyMap<string, { readonly before: State[]; readonly after: State[] }>> {
  const states = new Map<string, { readonly before: State[]; readonly after: State[] }>();
  const some = groups.filter(
    ({ overdue, counted, isCompared }) => isCompared || overdue.length > 0 || counted.length > 0,
  );
  if (some.length === 0) return states;
  const [facets, forms] = await Promise.all([
    readFacets(
      tx,
      some.map(({ key }) => key),
    ),
    readDue(
      tx,
      some.map(({ key, overdue: due }) => ({ key, due })),
    ),
  ]);
  for (const [i, { key, counted, isCompared }] of some.entries()) {
    const own = facets.get(groupTextOf(key))!;
    const enter = (entering: readonly Counted[]) => {
      for (const [text, { key: of, shape, counts }] of cellsIn(key, entering, facetsOf)) {
        const vector = scratchOf(shape);
        const row = own.get(text);
        if (row) addEncoded(vector, row.vector);
        addCounts(vector, counts);
        const now = rows.put(of, vector);
        if (now) own.set(text, now);
        else own.delete(text);
      }
    };
    const overdue = forms[i]!.map((form) => countedOf(form, shapeFor));
    if (!isCompared) enter([...overdue, ...counted]);
    else {
      enter(overdue);
      const before = Array.from(own.values(), stateOf);
      enter(counted);
      states.set(groupTextOf(key), { before, after: Array.from(own.values(), stateOf) });
    }
  }
  return states;
}

/** So many groups in one transaction: others wait for it. */
const GROUPS_AT_ONCE = 50;

/**
 * Enters facets that are still due, of half-months before one or of any; returns whether more may be. When none are, the
 * tallies alone say everything.
 */
export async function enterDueFacets(tx: Tx, shapeFor: ShapeFor, beforeHalfMonth?: string): Promise<boolean> {
  const groups = await groupsDue(tx, { before: beforeHalfMonth, most: GROUPS_AT_ONCE });
  const keys = groups.map(({ key }) => key);
  const rows = new ChangedRows();
  const entering = groups.map(({ key, due }) => ({ key, overdue: due, counted: [], isCompared: false }));
  await enterFacets(tx, entering, rows, shapeFor);
  // must go whatever they held: else whoever calls until nothing is due would never end
  await clearDue(tx, keys);
  await rows.write(tx);
  // must come last: who keeps a group must not believe that its forms are due, whatever rows they had
  await markTallies(tx, keys);
  return groups.length === GROUPS_AT_ONCE;
}
