import { sql } from 'kysely';
import type { FormKind } from '../../shared/questionnaire.ts';
import { decodeVector, headOf } from '../../shared/tally.ts';
import type { CutFacet } from './facet-release.ts';
import { groupTextOf, STANDING } from './release-step.ts';
import type { Reader } from './store.ts';
import type { TallyRow } from './tables.ts';

/** What may be served: the released state of the tallies. */

export interface ServedFilter {
  readonly servicePoints: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly form: FormKind;
  readonly questionnaire: string;
  readonly version: number;
  /** '' = the rows for all. */
  readonly facet: string;
  /** With those that a review has excluded. */
  readonly excluded?: boolean;
}

const rowsOf = (read: Reader, table: 'tallies' | 'released' | 'released_factors', filter: ServedFilter) =>
  read
    .selectFrom(`${table} as t`)
    .selectAll('t')
    .where('t.service_point', 'in', [...filter.servicePoints])
    .where('t.half_month', '>=', filter.from)
    .where('t.half_month', '<=', filter.to)
    .where('t.form', '=', filter.form)
    .where('t.questionnaire', '=', filter.questionnaire)
    .where('t.version', '=', filter.version)
    .where('t.facet', '=', filter.facet)
    .$if(filter.excluded !== true, (rows) => rows.where('t.standing', '!=', 'excluded'));

/** True of the tallies `t` of a group whose headlines wait. */
const waits = sql<boolean>`exists (select 1 from pending_releases as r where r.service_point = t.service_point
  and r.half_month = t.half_month and r.channel = t.channel and r.form = t.form and r.waiting > 0)`;

/** Rows that headlines, factors or both are read from. */
export interface ServedRow extends TallyRow {
  readonly serves: 'both' | 'headlines' | 'factors';
}

/**
 * The released state of the tallies, excluded standing left out. Must run inside `Store.snapshot`: a release
 * between its reads would show a group twice, or not at all.
 */
export async function servedTallies(read: Reader, filter: ServedFilter): Promise<ServedRow[]> {
  if (filter.servicePoints.length === 0) return [];
  const groupsWaiting = await read
    .selectFrom('pending_releases')
    .selectAll()
    .where('half_month', '>=', filter.from)
    .where('half_month', '<=', filter.to)
    .where('form', '=', filter.form)
    .execute();
  const factorsWait = new Set(groupsWaiting.map(groupTextOf));
  const exact = await rowsOf(read, 'tallies', filter).where(sql<boolean>`not ${waits}`).execute();
  const headlines = [...exact, ...(await rowsOf(read, 'released', filter).execute())];
  const factors = await rowsOf(read, 'released_factors', filter).execute();
  return [
    ...headlines.map((row) => ({
      ...row,
      serves: factorsWait.has(groupTextOf(row)) ? ('headlines' as const) : ('both' as const),
    })),
    ...factors.map((row) => ({ ...row, serves: 'factors' as const })),
  ];
}

/**
 * The released state of one facet, of half-months that have closed (of demo and training, of any). Must run inside
 * `Store.snapshot`. The standings come as rows of the facet `standing`, those that a review has excluded among them.
 */
export async function servedFacet(
  read: Reader,
  filter: Omit<ServedFilter, 'facet' | 'excluded'> & { readonly facet: CutFacet },
): Promise<ServedRow[]> {
  if (filter.servicePoints.length === 0) return [];
  const isStanding = filter.facet === STANDING;
  const aside = await rowsOf(read, 'released', { ...filter, excluded: isStanding }).execute();
  const exact = await rowsOf(read, 'tallies', {
    ...filter,
    facet: isStanding ? '' : filter.facet,
    excluded: isStanding,
  }).execute();
  const asides = new Set(aside.map(groupTextOf));
  return [...exact.filter((row) => asides.size === 0 || !asides.has(groupTextOf(row))), ...aside].map(
    (row) => ({ ...row, serves: 'both' as const }),
  );
}

/** How many submissions wait for their release: what the tallies of waiting groups hold above what is served. */
export async function waitingCount(read: Reader, filter: ServedFilter): Promise<number> {
  if (filter.servicePoints.length === 0) return 0;
  const submissionsIn = async (table: 'tallies' | 'released') => {
    const rows = await rowsOf(read, table, filter).where(waits).execute();
    return rows.reduce((sum, row) => sum + headOf(decodeVector(row.vector)).submissions, 0);
  };
  return (await submissionsIn('tallies')) - (await submissionsIn('released'));
}
