import { STANDING } from '../store/release-step.ts';
import type { Reader } from '../store/store.ts';
import type { Shape } from '../../shared/tally.ts';
import { type Filter, servedCells } from './served-books.ts';
import type { CellRow } from './served-cells.ts';
import { groupBy } from './tree-sets.ts';

/** What is served of parts of a group, by standing and by on-time class, of half-months that have closed. */
export interface ServedParts {
  readonly unmarked: readonly CellRow[];
  readonly marked: readonly CellRow[];
  readonly byClass: ReadonlyMap<string, readonly CellRow[]>;
}

/** Must run inside `Store.snapshot`. The filter reaches no further than what has closed; parts have a release of their own. */
export async function servedParts(
  read: Reader,
  filter: Omit<Filter, 'facet'>,
  shape: Shape,
): Promise<ServedParts> {
  const standings = await servedCells(read, { ...filter, facet: STANDING }, shape);
  const classes = await servedCells(read, { ...filter, facet: 'ontime' }, shape);
  const of = (standing: string) => standings.filter(({ value }) => value === standing);
  return {
    unmarked: of('counted'),
    marked: of('flagged'),
    byClass: groupBy(classes, ({ value }) => value),
  };
}
