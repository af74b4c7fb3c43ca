import { STANDING } from '../store/release-step.ts';
import { servedFacet, type ServedFilter } from '../store/served-tallies.ts';
import type { Reader } from '../store/store.ts';
import { type CellRow, decodeRows } from './served-cells.ts';
import { groupBy } from './tree-sets.ts';

/** What is served of parts of a group, by standing and by on-time class, of half-months that have closed. */
export interface ServedParts {
  readonly unmarked: readonly CellRow[];
  readonly marked: readonly CellRow[];
  readonly byClass: ReadonlyMap<string, readonly CellRow[]>;
}

/** Must run inside `Store.snapshot`. The filter reaches no further than what has closed; parts have a release of their own. */
export async function servedParts(read: Reader, filter: Omit<ServedFilter, 'facet'>): Promise<ServedParts> {
  const standings = await servedFacet(read, { ...filter, facet: STANDING });
  const classes = await servedFacet(read, { ...filter, facet: 'ontime' });
  const of = (standing: string) => decodeRows(standings.filter((row) => row.standing === standing));
  return {
    unmarked: of('counted'),
    marked: of('flagged'),
    byClass: new Map(
      [...groupBy(classes, ({ value }) => value)].map(([value, rows]) => [value, decodeRows(rows)]),
    ),
  };
}
