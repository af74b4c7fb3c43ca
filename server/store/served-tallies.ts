import type { FormKind } from '../../shared/questionnaire.ts';
import { decodeVector } from '../../shared/tally-bytes.ts';
import { headOf } from '../../shared/tally.ts';
import type { CutFacet } from './facet-release.ts';
import { groupTextOf } from './group-rows.ts';
import { STANDING } from './release-step.ts';
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

type Table = 'tallies' | 'released' | 'released_factors';

const rowsOf = (read: Reader, table: Table, filter: ServedFilter) =>
  ofFilter(read, table, filter).selectAll('t');

const ofFilter = (read: Reader, table: Table, filter: ServedFilter) =>
  read
    .selectFrom(`${table} as t`)
    .where('t.service_point', 'in', [...filter.servicePoints])
    .where('t.half_month', '>=', filter.from)
    .where('t.half_month', '<=', filter.to)
    .where('t.form', '=', filter.form)
    .where('t.questionnaire', '=', filter.questionnaire)
    .where('t.version', '=', filter.version)
    .where('t.facet', '=', filter.facet)
    .$if(filter.excluded !== true, (rows) => rows.where('t.standing', '!=', 'excluded'));

/** Groups of a span that wait, of any service point: there are few. */
const groupsWaiting = (read: Reader, { from, to, form }: ServedFilter) =>
  read
    .selectFrom('pending_releases')
    .selectAll()
    .where('half_month', '>=', from)
    .where('half_month', '<=', to)
    .where('form', '=', form)
    .execute();

/** Rows that headlines, factors or both are read from. */
export interface ServedRow extends TallyRow {
  readonly serves: 'both' | 'headlines' | 'factors';
}

/** What tells rows of one form, version and facet apart: they come by the hundred thousand. */
const PART_COLUMNS = ['service_point', 'half_month', 'channel', 'standing', 'value', 'vector'] as const;
export type ServedPart = Pick<TallyRow, (typeof PART_COLUMNS)[number]> & {
  /** Left out = both. */
  readonly serves?: ServedRow['serves'];
};

/**
 * The released state of the tallies, excluded standing left out. Must run inside `Store.snapshot`: a release
 * between its reads would show a group twice, or not at all.
 */
export async function servedTallies(read: Reader, filter: ServedFilter): Promise<ServedRow[]> {
  if (filter.servicePoints.length === 0) return [];
  const waiting = await groupsWaiting(read, filter);
  const factorsWait = new Set(waiting.map(groupTextOf));
  const headlinesWait = new Set(waiting.filter((group) => group.waiting > 0).map(groupTextOf));
  const all = await rowsOf(read, 'tallies', filter).execute();
  const exact = headlinesWait.size === 0 ? all : all.filter((row) => !headlinesWait.has(groupTextOf(row)));
  const headlines = [...exact, ...(await rowsOf(read, 'released', filter).execute())];
  const factors = await rowsOf(read, 'released_factors', filter).execute();
  return [
    ...headlines.map((row) => ({
      ...row,
      serves:
        factorsWait.size > 0 && factorsWait.has(groupTextOf(row))
          ? ('headlines' as const)
          : ('both' as const),
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
): Promise<ServedPart[]> {
  if (filter.servicePoints.length === 0) return [];
  const isStanding = filter.facet === STANDING;
  const rowsIn = (table: Table, facet: string) =>
    ofFilter(read, table, { ...filter, facet, excluded: isStanding })
      .select(PART_COLUMNS.map((column) => `t.${column}` as const))
      .orderBy('t.service_point')
      .orderBy('t.half_month')
      .execute();
  const aside = await rowsIn('released', filter.facet);
  const exact = await rowsIn('tallies', isStanding ? '' : filter.facet);
  if (aside.length === 0) return exact;
  const groupOf = (row: ServedPart) => `${row.service_point}\n${row.half_month}\n${row.channel}`;
  const asides = new Set(aside.map(groupOf));
  return [...exact.filter((row) => !asides.has(groupOf(row))), ...aside];
}

/** How many submissions wait for their release: what the tallies of waiting groups hold above what is served. */
export async function waitingCount(read: Reader, filter: ServedFilter): Promise<number> {
  const asked = new Set(filter.servicePoints);
  const waiting = (await groupsWaiting(read, filter)).filter(
    (group) => group.waiting > 0 && asked.has(group.service_point),
  );
  if (waiting.length === 0) return 0;
  const groups = new Set(waiting.map(groupTextOf));
  const servicePoints = [...new Set(waiting.map((group) => group.service_point))];
  const submissionsIn = async (table: 'tallies' | 'released') => {
    const rows = await rowsOf(read, table, { ...filter, servicePoints }).execute();
    return rows
      .filter((row) => groups.has(groupTextOf(row)))
      .reduce((sum, row) => sum + headOf(decodeVector(row.vector)).submissions, 0);
  };
  return (await submissionsIn('tallies')) - (await submissionsIn('released'));
}
