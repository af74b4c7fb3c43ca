import { encodeVector } from '../../shared/tally-bytes.ts';
import { FACETS, type Shape, stretchesOf } from '../../shared/tally.ts';
import { type State, stateOf } from './group-rows.ts';
import { compare, differs, emptied, mayMove, STANDING } from './release-step.ts';
import type { Tx } from './store.ts';
import type { GroupKey } from './tables.ts';

/**
 * The release of what is no part of a group's key: the values of facets, and the standings. Ten new submissions may bring
 * one person of an age class, so no step of ten holds for them. They are served of closed half-months alone, where nothing
 * moves any more. What changes a closed half-month later (late submissions, reviews, corrections of place) leaves a facet
 * as it was served, in `released`, until the group waits for nothing and each value of the facet has stood still or has ten
 * new forms in every figure. So a facet differs from its group, and from itself at another time, by nobody or by ten.
 */
export const CUT_FACETS = [...FACETS, STANDING] as const;
export type CutFacet = (typeof CUT_FACETS)[number];

export interface FacetChange {
  readonly key: GroupKey;
  /** All rows of the group, those of facets among them, before and after. */
  readonly before: readonly State[];
  readonly after: readonly State[];
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Headlines or factors of the group wait. */
  readonly groupWaits: boolean;
}

/** Of a change that comes after the close; before the tallies of the group change. */
export async function stepFacets(tx: Tx, change: FacetChange): Promise<void> {
  const { key, before, after, shapes, groupWaits } = change;
  const rows = await tx
    .selectFrom('released')
    .selectAll()
    .where('facet', 'in', CUT_FACETS)
    .where((eb) => eb.and(key))
    .execute();
  const aside = rows.map(stateOf);
  for (const facet of CUT_FACETS) {
    const kept = aside.filter((state) => state.key.facet === facet);
    const [served, exact] = [rowsOf(before, facet), rowsOf(after, facet)];
    const waits = groupWaits || mustWait(kept.length > 0 ? kept : served, exact, shapes);
    if (waits && kept.length === 0) await putAside(tx, served.length > 0 ? served : exact.map(emptied));
    if (!waits && kept.length > 0) {
      await tx
        .deleteFrom('released')
        .where('facet', '=', facet)
        .where((eb) => eb.and(key))
        .execute();
    }
  }
}

/** The rows of a facet; a standing is told by the row for all that has it. */
function rowsOf(states: readonly State[], facet: CutFacet): State[] {
  if (facet !== STANDING) return states.filter((state) => state.key.facet === facet);
  return states
    .filter((state) => state.key.facet === '')
    .map(({ key, vector }) => ({ key: { ...key, facet }, vector }));
}

function mustWait(served: readonly State[], exact: readonly State[], shapes: FacetChange['shapes']): boolean {
  const values = new Set([...served, ...exact].map(valueOf));
  return [...values].some((value) => {
    const of = (states: readonly State[]) =>
      // each standing is a value of its own there, that which enters no figure too
      states
        .filter((state) => valueOf(state) === value)
        .map((state) =>
          state.key.facet === STANDING ? { ...state, key: { ...state.key, standing: 'counted' } } : state,
        );
    return compare(of(served), of(exact), shapes).some(({ served: old, exact: now, shape }) => {
      if (!shape) return old.some((count, i) => count !== now[i]);
      const { headline, factors } = stretchesOf(shape);
      return [...headline, ...factors].some(
        (stretch) => differs(stretch, old, now) && !mayMove(stretch, old, now),
      );
    });
  });
}

const valueOf = ({ key }: State) => (key.facet === STANDING ? key.standing : key.value);

async function putAside(tx: Tx, states: readonly State[]): Promise<void> {
  if (states.length === 0) return;
  await tx
    .insertInto('released')
    .values(states.map(({ key, vector }) => ({ ...key, vector: Buffer.from(encodeVector(vector)) })))
    .execute();
}
