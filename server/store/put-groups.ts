import { bytesOfDue, type Due } from './facets-due.ts';
import { GROUP_COLUMNS, KEY_COLUMNS, type PendingRow, rowOf, type Served, valuesOf } from './group-rows.ts';
import { changeByRows, insertMany } from './many.ts';
import type { Tx } from './store.ts';
import type { GroupKey, Tables, TallyRow } from './tables.ts';

/** Writes what has changed of groups, of many together. */

const GROUP_TYPES = { service_point: 'text', half_month: 'text', channel: 'text', form: 'text' } as const;
const TALLY_TYPES = {
  ...GROUP_TYPES,
  questionnaire: 'text',
  version: 'integer',
  standing: 'text',
  facet: 'text',
  value: 'text',
  vector: 'bytea',
} as const;
const conflict = (columns: readonly string[], change: string) =>
  `on conflict (${columns.join(', ')}) do update set ${change} = excluded.${change}`;

export const putTallyRows = insertMany('tallies', TALLY_TYPES, conflict(KEY_COLUMNS, 'vector'));
const putReleased = insertMany('released', TALLY_TYPES);
const putFactors = insertMany(
  'released_factors',
  TALLY_TYPES,
  conflict([...GROUP_COLUMNS, 'questionnaire', 'version', 'standing'], 'vector'),
);
const putPending = insertMany(
  'pending_releases',
  { ...GROUP_TYPES, waiting: 'integer', late: 'integer' },
  conflict(GROUP_COLUMNS, 'waiting'),
);

const dropGroups = (table: keyof Tables, ...also: readonly string[]) =>
  changeByRows(GROUP_COLUMNS.length, (group, groups) => {
    const same = GROUP_COLUMNS.map((column, i) => `${table}.${column} = ${group[i]}`);
    return `delete from ${table} ${groups('using')} where ${[...also, ...same].join(' and ')}`;
  });

const putDueRows = insertMany(
  'facets_due',
  { ...GROUP_TYPES, forms: 'bytea' },
  conflict(GROUP_COLUMNS, 'forms'),
);
const dropDueRows = dropGroups('facets_due');

/** From now on the facets of these groups lack nobody. */
export async function clearDue(tx: Tx, groups: readonly GroupKey[]): Promise<void> {
  await dropDueRows(tx, groups.map(valuesOf));
}

/** Writes which forms of groups the facets lack from now on. */
export async function putDue(
  tx: Tx,
  changes: readonly { readonly key: GroupKey; readonly before: Due; readonly after: Due }[],
): Promise<void> {
  const changed = changes.filter(({ before, after }) => before !== after);
  const emptied = changed.filter(({ before, after }) => before.length > 0 && after.length === 0);
  await clearDue(
    tx,
    emptied.map(({ key }) => key),
  );
  const named = changed.filter(({ after }) => after.length > 0);
  await putDueRows(
    tx,
    named.map(({ key, after }) => ({ ...key, forms: bytesOfDue(after) })),
  );
}

const dropReleased = dropGroups('released', "facet = ''");
const dropFactors = dropGroups('released_factors');
const dropPending = dropGroups('pending_releases');

/** Writes what has changed of what is put aside. */
export async function putServed(
  tx: Tx,
  changes: readonly { readonly before: Served; readonly after: Served }[],
): Promise<void> {
  const put = { pending: [] as PendingRow[], released: [] as TallyRow[], factors: [] as TallyRow[] };
  const drop = { pending: [] as string[][], released: [] as string[][], factors: [] as string[][] };
  for (const { before, after } of changes) {
    for (const table of ['released', 'factors'] as const) {
      if (before[table].length > 0 && after[table].length === 0) drop[table].push(valuesOf(after.key));
      if (before[table] !== after[table]) put[table].push(...after[table].map(rowOf));
    }
    if (after.pending && after.pending !== before.pending) put.pending.push(after.pending);
    if (before.pending && !after.pending) drop.pending.push(valuesOf(after.key));
  }
  await dropReleased(tx, drop.released);
  await dropFactors(tx, drop.factors);
  await dropPending(tx, drop.pending);
  await putReleased(tx, put.released);
  await putFactors(tx, put.factors);
  await putPending(tx, put.pending);
}
