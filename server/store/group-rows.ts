import { FACETS, type Vector } from '../../shared/tally.ts';
import { decodeVector, encodeVector } from '../../shared/tally-bytes.ts';
import { type Due, dueOfBytes } from './facets-due.ts';
import { overRows } from './many.ts';
import type { Reader } from './store.ts';
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
export const KEY_COLUMNS = [
  ...GROUP_COLUMNS,
  'questionnaire',
  'version',
  'standing',
  'facet',
  'value',
] as const;

type KeyInGroup = Omit<TallyKey, keyof GroupKey>;
/** The text of a row among those of its group. */
export const rowTextOf = ({ questionnaire, version, standing, facet, value }: KeyInGroup) =>
  `${questionnaire}\n${version}\n${standing}\n${facet}\n${value}`;
export const textOf = (key: TallyKey) => `${groupTextOf(key)}\n${rowTextOf(key)}`;
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

export type PendingRow = Tables['pending_releases'];
type DueRow = Tables['facets_due'];

export interface GroupRows {
  readonly key: GroupKey;
  /** The rows for all. */
  readonly all: readonly State[];
  /** Forms that the rows of the facets lack. */
  readonly due: Due;
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

/** Some 10 kB each: what a province takes in a day. */
const PLACES_KEPT = 1_000;
const placeTextOf = ({ half_month, service_point }: Pick<GroupKey, 'half_month' | 'service_point'>) =>
  `${half_month}\n${service_point}`;

/** The groups that were changed last, by their places. */
export class KeptGroups {
  /** The one that changed last comes last. */
  private readonly places = new Map<string, KeptPlace>();

  /** The groups of a place (by its text), as long as its mark is this one. */
  at(name: string, mark: number | undefined): Map<string, GroupRows> | undefined {
    const place = this.places.get(name);
    return mark !== undefined && place?.mark === mark ? place.groups : undefined;
  }

  /** What the groups of a change are from now on; `before` are the marks that their places had. */
  put(changed: readonly GroupRows[], before: ReadonlyMap<string, number>, mark: number): void {
    const places = new Map<string, KeptPlace>();
    for (const rows of changed) {
      const name = placeTextOf(rows.key);
      let place = places.get(name);
      // other groups of the place stand as they did
      if (!place) places.set(name, (place = { mark, groups: this.at(name, before.get(name)) ?? new Map() }));
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
  }
  const absent: GroupKey[] = [];
  for (const key of keys) {
    const place = placeTextOf(key);
    const group = groupTextOf(key);
    const rows = kept?.at(place, marks.get(place))?.get(group);
    if (rows) groups.set(group, rows);
    else absent.push(key);
  }
  for (const rows of await readAnew(read, absent)) groups.set(groupTextOf(rows.key), rows);
  return { groups, marks };
}

async function readAnew(read: Reader, keys: readonly GroupKey[]): Promise<GroupRows[]> {
  if (keys.length === 0) return [];
  const values = keys.map(valuesOf);
  const [all, due, pending] = await Promise.all([
    rowsForAll(read, values).then(byGroup),
    dueOf(read, values).then(byGroup),
    pendingOf(read, values).then(byGroup),
  ]);
  const waiting = keys.filter((key) => pending.has(groupTextOf(key))).map(valuesOf);
  const [released, factors] = await Promise.all([
    releasedOf(read, waiting).then(byGroup),
    releasedFactorsOf(read, waiting).then(byGroup),
  ]);
  return keys.map((key) => {
    const text = groupTextOf(key);
    const forms = due.get(text)?.[0]?.forms;
    return {
      key,
      all: (all.get(text) ?? []).map(stateOf),
      due: forms ? dueOfBytes(forms) : [],
      pending: pending.get(text)?.[0],
      released: (released.get(text) ?? []).map(stateOf),
      factors: (factors.get(text) ?? []).map(stateOf),
    };
  });
}

export const valuesOf = (key: GroupKey) => GROUP_COLUMNS.map((column) => key[column]);
const rowsOfGroups = <R>(table: keyof Tables, facets?: readonly string[]) =>
  overRows<R>(GROUP_COLUMNS.length, (groups) => {
    const named = facets ? `t.facet in (${facets.map((facet) => `'${facet}'`).join(', ')}) and ` : '';
    const ofGroup = GROUP_COLUMNS.map((column, i) => `t.${column} = g.c${i + 1}`).join(' and ');
    return `select t.* from ${groups} cross join ${table} t where ${named}${ofGroup}`;
  });
const rowsForAll = rowsOfGroups<TallyRow>('tallies', ['']);
const rowsOfFacets = rowsOfGroups<TallyRow>('tallies', FACETS);
const dueOf = rowsOfGroups<DueRow>('facets_due');
const pendingOf = rowsOfGroups<PendingRow>('pending_releases');
const releasedOf = rowsOfGroups<TallyRow>('released', ['']);
const releasedFactorsOf = rowsOfGroups<TallyRow>('released_factors');

/** The rows of the facets of groups, by the texts of the groups and by their own among those of the group. */
export async function readFacets(
  read: Reader,
  keys: readonly GroupKey[],
): Promise<ReadonlyMap<string, Map<string, TallyRow>>> {
  const rows = byGroup(await rowsOfFacets(read, keys.map(valuesOf)));
  return new Map(
    keys.map((key) => {
      const text = groupTextOf(key);
      return [text, new Map((rows.get(text) ?? []).map((row) => [rowTextOf(row), row]))];
    }),
  );
}

function byGroup<R extends GroupKey>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(groupTextOf(row));
    if (group) group.push(row);
    else groups.set(groupTextOf(row), [row]);
  }
  return groups;
}

export type Served = Pick<GroupRows, 'key' | 'pending' | 'released' | 'factors'>;

/** The groups whose facets lack forms: of half-months before one or of any, all or so many. */
export async function groupsDue(
  read: Reader,
  { before, most }: { readonly before?: string | undefined; readonly most?: number } = {},
): Promise<{ readonly key: GroupKey; readonly due: Due }[]> {
  let rows = read.selectFrom('facets_due').selectAll();
  if (before !== undefined) rows = rows.where('half_month', '<', before);
  if (most !== undefined) rows = rows.limit(most);
  return (await rows.execute()).map(({ forms, ...key }) => ({ key, due: dueOfBytes(forms) }));
}
