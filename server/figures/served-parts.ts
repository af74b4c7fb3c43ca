import type { Reader } from '../store/store.ts';
import { type ServedFilter, servedTallies } from '../store/served-tallies.ts';
import { type CellRow, decodeRows } from './served-cells.ts';
import { groupBy } from './tree-sets.ts';

/** What is served of parts of a group, by standing and by on-time class, of half-months that have closed. */
export interface ServedParts {
  readonly unmarked: readonly CellRow[];
  readonly marked: readonly CellRow[];
  readonly byClass: ReadonlyMap<string, readonly CellRow[]>;
}

/** Must run inside `Store.snapshot`. The filter reaches no further than what has closed. */
export async function servedParts(read: Reader, filter: ServedFilter): Promise<ServedParts> {
  const rows = (await servedTallies(read, { ...filter, facet: '' })).filter(
    ({ serves }) => serves !== 'factors',
  );
  const classes = (await servedTallies(read, { ...filter, facet: 'ontime' })).filter(
    ({ serves }) => serves !== 'factors',
  );
  const both = (own: typeof rows) => decodeRows(own.map((row) => ({ ...row, serves: 'both' })));
  return {
    unmarked: both(rows.filter(({ standing }) => standing === 'counted')),
    marked: both(rows.filter(({ standing }) => standing === 'flagged')),
    byClass: new Map([...groupBy(classes, ({ value }) => value)].map(([value, own]) => [value, both(own)])),
  };
}
