import { FACETS, type Vector } from '../../shared/tally.ts';
import { decodeVector, encodeVector } from '../../shared/tally-bytes.ts';
import { insertMany, overRows } from './many.ts';
import type { Reader, Tx } from './store.ts';
import type { GroupKey, Tables, TallyKey, TallyRow } from './tables.ts';
import { marksAt } from './tally-marks.ts';

/**
 * What stands in the database of groups (service point, half-month, channel, form): their tallies, and what of them is put
 * aside while it waits. Groups that change again and again are kept in memory with the mark of their place; whoever changes
 * tallies gives the place another one in the same transaction, so that what is kept is used only as long as it stands.
 */

/** The key begins with the facet: whoever wants a group names all of them. */
export const ALL_FACETS = ['', ...FACETS];

export const GROUP_COLUMNS = ['service_point', 'half_month', 'channel', 'form'] as const;
const KEY_COLUMNS = [...GROUP_COLUMNS, 'questionnaire', 'version', 'standing', 'facet', 'value'] as const;

type KeyInGroup = Omit<TallyKey, keyof GroupKey>;
/** The text of a key in a group of this text. */
export const textIn = (group: string, { questionnaire, version, standing, facet, value }: KeyInGroup) =>
  `${group}\n${questionnaire}\n${version}\n${standing}\n${facet}\n${value}`;
export const textOf = (key: TallyKey) => textIn(groupTextOf(key), key);
export const groupTextOf = ({ service_point, half_month, channel, form }: GroupKey) =>
  `${service_point}\n${half_month}\n${channel}\n${form}`;
/** A row of tallies, decoded. */
export interface State {
  readonly key: TallyKey;
  readonly vector: Vector;
}
export function stateOf({ vector, ...key }: TallyRow): State {
  return { key, vector: decodeVector(vector) };
}
export const rowOf = ({ key, vector }: State): TallyRow => ({ ...key, vector: encodeVector(vector) });

type PendingRow = Tables['pending_releases'];

export interface GroupRows {
  readonly key: GroupKey;
  /** By their texts; those of facets among them. */
  readonly tallies: ReadonlyMap<string, TallyRow>;
  /** The rows for all. */
  readonly all: readonly State[];
  readonly pending: PendingRow | undefined;
  /** Rows for all, as they are served while the headlines wait. */
  readonly released: readonly State[];
  /** As the factors are served while anything waits. */
  readonly factors: readonly State[];
}

interface KeptPlace {
  readonly mark: number;
  readonly groups: Map<string, GroupRows>;
}

/** Some 20 kB each: what a province takes in a day. */
const PLACES_KEPT = 1_000;
const placeTextOf = ({ half_month, service_point }: Pick<GroupKey, 'half_month' | 'service_point'>) =>
  `${half_month}\n${service_point}`;

/** The groups that were changed last, by their places. */
export class KeptGroups {
  /** The one that changed last comes last. */
  private readonly places = new Map<string, KeptPlace>();

  /** The groups of a place, as long as its mark is this one. */
  at(key: GroupKey, mark: number | undefined): Map<string, GroupRows> | undefined {
    const place = this.places.get(placeTextOf(key));
    return mark !== undefined && place?.mark === mark ? place.groups : undefined;
  }

  /** What the groups of a change are from now on; `before` are the marks that their places had. */
  put(changed: readonly GroupRows[], before: ReadonlyMap<string, number>, mark: number): void {
    const places = new Map<string, KeptPlace>();
    for (const rows of changed) {
      const name = placeTextOf(rows.key);
      let place = places.get(name);
      // other groups of the place stand as they did
      if (!place)
        places.set(name, (place = { mark, groups: this.at(rows.key, before.get(name)) ?? new Map() }));
      place.groups.set(groupTextOf(rows.key), rows);
    }
    for (const [name, place] of places) {
      this.places.delete(name);
      this.places.set(name, place);
      if (this.places.size > PLACES_KEPT) this.places.delete(this.places.keys().next().value!);
    }
  }
}

/** The rows of groups by their texts, and the marks of their places. */
export async function readGroups(
  read: Reader,
  keys: readonly GroupKey[],
  kept: KeptGroups | undefined,
): Promise<{ readonly groups: Map<string, GroupRows>; readonly marks: ReadonlyMap<string, number> }> {
  const groups = new Map<string, GroupRows>();
  const marks = new Map<string, number>();
  if (kept) {
    for (const row of await marksAt(read, keys)) marks.set(placeTextOf(row), row.mark);
    for (const key of keys) {
      const rows = kept.at(key, marks.get(placeTextOf(key)))?.get(groupTextOf(key));
      if (rows) groups.set(groupTextOf(key), rows);
    }
  }
  const absent = keys.filter((key) => !groups.has(groupTextOf(key)));
  for (const rows of await readAnew(read, absent)) groups.set(groupTextOf(rows.key), rows);
  return { groups, marks };
}

async function readAnew(read: Reader, keys: readonly GroupKey[]): Promise<GroupRows[]> {
  const tallies = byGroup(await talliesOf(read, keys.map(valuesOf)));
  const pending = byGroup(await pendingOf(read, keys.map(valuesOf)));
  const waiting = keys.filter((key) => pending.has(groupTextOf(key))).map(valuesOf);
  const released = byGroup(await releasedOf(read, waiting));
  const factors = byGroup(await releasedFactorsOf(read, waiting));
  return keys.map((key) => {
    const text = groupTextOf(key);
    const rows = tallies.get(text) ?? [];
    return {
      key,
      tallies: new Map(rows.map((row) => [textOf(row), row])),
      all: rows.filter(({ facet }) => facet === '').map(stateOf),
      pending: pending.get(text)?.[0],
      released: (released.get(text) ?? []).map(stateOf),
      factors: (factors.get(text) ?? []).map(stateOf),
    };
  });
}

const valuesOf = (key: GroupKey) => GROUP_COLUMNS.map((column) => key[column]);
const rowsOfGroups = <R>(table: keyof Tables, facets?: readonly string[]) =>
  overRows<R>(GROUP_COLUMNS.length, (groups) => {
    const named = facets ? `t.facet in (${facets.map((facet) => `'${facet}'`).join(', ')}) and ` : '';
    const ofGroup = GROUP_COLUMNS.map((column, i) => `t.${column} = g.c${i + 1}`).join(' and ');
    return `select t.* from ${groups} cross join ${table} t where ${named}${ofGroup}`;
  });
const talliesOf = rowsOfGroups<TallyRow>('tallies', ALL_FACETS);
const pendingOf = rowsOfGroups<PendingRow>('pending_releases');
const releasedOf = rowsOfGroups<TallyRow>('released', ['']);
const releasedFactorsOf = rowsOfGroups<TallyRow>('released_factors');

function byGroup<R extends GroupKey>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(groupTextOf(row));
    if (group) group.push(row);
    else groups.set(groupTextOf(row), [row]);
  }
  return groups;
}

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

export type Served = Pick<GroupRows, 'key' | 'pending' | 'released' | 'factors'>;

const theseGroups = (groups: string) =>
  `(${GROUP_COLUMNS.join(', ')}) in (select ${GROUP_COLUMNS.map((_, i) => `g.c${i + 1}`).join(', ')} from ${groups})`;
const dropReleased = overRows(
  GROUP_COLUMNS.length,
  (groups) => `delete from released where facet = '' and ${theseGroups(groups)}`,
);
const dropFactors = overRows(
  GROUP_COLUMNS.length,
  (groups) => `delete from released_factors where ${theseGroups(groups)}`,
);
const dropPending = overRows(
  GROUP_COLUMNS.length,
  (groups) => `delete from pending_releases where ${theseGroups(groups)}`,
);

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
