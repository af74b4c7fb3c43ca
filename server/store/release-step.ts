import { decodeVector, encodeVector } from '../../shared/tally-bytes.ts';
import { addVector, FACETS, type Shape, type Stretch, stretchesOf, type Vector } from '../../shared/tally.ts';
import { noteMoves } from './moves.ts';
import type { Reader, Tx } from './store.ts';
import type { GroupKey, TallyKey, TallyRow } from './tables.ts';
import { markTallies } from './tally-marks.ts';

/**
 * The release step: what is served of a (service point, half-month, channel, form) moves only where ten forms
 * or more move with it, because two readings can be subtracted. A group without a row in `pending_releases` is
 * served from its tallies.
 *
 * Headlines (submissions, overall question, areas, all) move together: when each of them has stood still or has
 * ten new forms. Each factor moves when it has ten of its own: an express form asks two policy items, so ten
 * submissions may bring three answers to a factor. What waits is served from the state put aside (`released`,
 * `released_factors`); at the close of the half-month that state goes, and everything is served. Facets are served of
 * closed half-months alone (`facet-release.ts`).
 */

/** One threshold everywhere an answer is read out; here: how many must wait before figures move. */
export const RELEASE_STEP = 10;

/** The key begins with the facet: whoever wants a group names all of them. */
export const ALL_FACETS = ['', ...FACETS];
/** Rows for all of a group told apart by their standing, put aside as if that were a facet. */
export const STANDING = 'standing';

const GROUP_COLUMNS = ['service_point', 'half_month', 'channel', 'form'] as const;
export const KEY_COLUMNS = [
  ...GROUP_COLUMNS,
  'questionnaire',
  'version',
  'standing',
  'facet',
  'value',
] as const;

export const groupTextOf = (key: GroupKey) => GROUP_COLUMNS.map((column) => key[column]).join('\n');
export const groupOfKey = ({ service_point, half_month, channel, form }: GroupKey): GroupKey => {
  return { service_point, half_month, channel, form };
};

/** A row for all of a group, decoded. */
export interface State {
  readonly key: TallyKey;
  readonly vector: Vector;
}
export function stateOf({ vector, ...key }: TallyRow): State {
  return { key, vector: decodeVector(vector) };
}

export interface GroupChange {
  readonly key: GroupKey;
  /** Rows for all of the group, before and after. */
  readonly before: readonly State[];
  readonly after: readonly State[];
  /** Shapes of the questionnaire versions that change, by `id version`. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The half-month had closed before the change came. */
  readonly late: boolean;
}

/**
 * Must run before the tallies of the group change: what is put aside is the state served until now. Returns whether
 * anything that is served has moved, whether the group waits, and whether it has waited since its half-month was open:
 * then nobody has read it since the close.
 */
export async function stepRelease(
  tx: Tx,
  { key, before, after, shapes, late }: GroupChange,
): Promise<{ readonly hasMoved: boolean; readonly waits: boolean; readonly isUnread: boolean }> {
  const pending = await tx
    .selectFrom('pending_releases')
    .select(['waiting', 'late'])
    .where((eb) => eb.and(key))
    .executeTakeFirst();
  const headlineWaited = pending !== undefined && pending.waiting > 0;
  const headline = headlineWaited ? await statesIn(tx, 'released', key) : before;
  const waiting = waitingOf(compare(headline, after, shapes));
  if (headlineWaited && waiting === 0) await dropFrom(tx, 'released', key, ['']);
  if (!headlineWaited && waiting > 0) await putAside(tx, key);

  const factors = pending ? await statesIn(tx, 'released_factors', key) : before;
  const { states, wait, moved } = moveFactors(factors, after, shapes);
  if (pending) await dropFrom(tx, 'released_factors', key, ['']);
  if (waiting > 0 || wait) {
    if (states.length > 0) {
      await tx
        .insertInto('released_factors')
        .values(states.map((state) => ({ ...state.key, vector: Buffer.from(encodeVector(state.vector)) })))
        .execute();
    }
    await tx
      .insertInto('pending_releases')
      .values({ ...key, waiting, late: late ? 1 : 0 })
      .onConflict((on) => on.columns([...GROUP_COLUMNS]).doUpdateSet({ waiting }))
      .execute();
  } else if (pending) {
    await tx
      .deleteFrom('pending_releases')
      .where((eb) => eb.and(key))
      .execute();
  }
  const waits = waiting > 0 || wait;
  return { hasMoved: waiting === 0 || moved, waits, isUnread: pending?.late === 0 };
}

async function statesIn(tx: Tx, table: 'released' | 'released_factors', key: GroupKey): Promise<State[]> {
  const rows = await tx
    .selectFrom(table)
    .selectAll()
    .where('facet', '=', '')
    .where((eb) => eb.and(key))
    .execute();
  return rows.map(stateOf);
}

async function putAside(tx: Tx, key: GroupKey): Promise<void> {
  await tx
    .insertInto('released')
    .columns([...KEY_COLUMNS, 'vector'])
    .expression((eb) =>
      eb
        .selectFrom('tallies')
        .select([...KEY_COLUMNS, 'vector'])
        .where('facet', '=', '')
        .where((where) => where.and(key)),
    )
    .execute();
}

async function dropFrom(
  tx: Tx,
  table: 'released' | 'released_factors',
  key: GroupKey,
  facets: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom(table)
    .where('facet', 'in', facets)
    .where((eb) => eb.and(key))
    .execute();
}

/** One questionnaire version of a group: what is served of it and what could be. */
export interface Version {
  readonly name: string;
  readonly served: Vector;
  readonly exact: Vector;
  /** Undefined: the version does not change now, but waits from before. */
  readonly shape: Shape | undefined;
}

/** Versions of a group, their served standings together. */
export function compare(
  served: readonly State[],
  exact: readonly State[],
  shapes: GroupChange['shapes'],
): Version[] {
  const [old, now] = [sumsOf(served), sumsOf(exact)];
  return [...new Set([...old.keys(), ...now.keys()])].map((name) => {
    const length = (old.get(name) ?? now.get(name))!.length;
    const [before, after] = [old, now].map((sums) => sums.get(name) ?? new Float64Array(length));
    return { name, served: before!, exact: after!, shape: shapes.get(name) };
  });
}

const versionOf = ({ key }: State) => `${key.questionnaire} ${key.version}`;

/** Sums over the standings that are served. */
function sumsOf(states: readonly State[]): Map<string, Vector> {
  const sums = new Map<string, Vector>();
  for (const state of states) {
    if (state.key.standing === 'excluded') continue;
    const sum = sums.get(versionOf(state));
    if (sum) addVector(sum, state.vector);
    else sums.set(versionOf(state), state.vector.slice());
  }
  return sums;
}

export const differs = ({ ranges }: Stretch, a: Vector, b: Vector) =>
  ranges.some(([from, to]) => a.subarray(from, to).some((count, i) => count !== b[from + i]));
export const mayMove = ({ baseOf }: Stretch, a: Vector, b: Vector) =>
  Math.abs(baseOf(a) - baseOf(b)) >= RELEASE_STEP;

/** How many submissions must wait; 0 when the headlines may move. */
function waitingOf(versions: readonly Version[]): number {
  const mustWait = versions.some(({ served, exact, shape }) => {
    if (!shape) return served.some((count, i) => count !== exact[i]);
    return stretchesOf(shape).headline.some(
      (stretch) => differs(stretch, served, exact) && !mayMove(stretch, served, exact),
    );
  });
  const moved = versions.reduce((sum, { served, exact }) => sum + Math.abs(exact[0]! - served[0]!), 0);
  return mustWait ? Math.max(1, moved) : 0;
}

/** The factors' states after each that may has moved, and whether one still waits. */
function moveFactors(
  served: readonly State[],
  exact: readonly State[],
  shapes: GroupChange['shapes'],
): { readonly states: readonly State[]; readonly wait: boolean; readonly moved: boolean } {
  const textOf = ({ key }: State) => `${key.questionnaire} ${key.version} ${key.standing}`;
  const states = new Map(served.map((state) => [textOf(state), { ...state, vector: state.vector.slice() }]));
  for (const state of exact) {
    if (!states.has(textOf(state))) {
      states.set(textOf(state), { ...state, vector: new Float64Array(state.vector.length) });
    }
  }
  const exactOf = new Map(exact.map((state) => [textOf(state), state.vector]));
  let [wait, moved] = [false, false];
  for (const { name, served: before, exact: after, shape } of compare(served, exact, shapes)) {
    if (!shape) wait ||= before.some((count, i) => count !== after[i]);
    else {
      for (const stretch of stretchesOf(shape).factors) {
        if (!differs(stretch, before, after)) continue;
        if (!mayMove(stretch, before, after)) wait = true;
        else {
          moved = true;
          for (const [text, state] of states) {
            if (versionOf(state) === name) copy(stretch, exactOf.get(text), state.vector);
          }
        }
      }
    }
  }
  return { states: [...states.values()], wait, moved };
}

function copy({ ranges }: Stretch, from: Vector | undefined, to: Vector): void {
  for (const [start, end] of ranges) {
    for (let i = start; i < end; i++) to[i] = from?.[i] ?? 0;
  }
}

/** Groups whose half-month has closed while submissions waited. */
export function closedButWaiting(read: Reader, currentHalfMonth: string): Promise<GroupKey[]> {
  return read
    .selectFrom('pending_releases')
    .select([...GROUP_COLUMNS])
    .where('late', '=', 0)
    .where('half_month', '<', currentHalfMonth)
    .execute();
}

/** At the close of a half-month everything received in it is served, be it only one to nine submissions. */
export async function releaseClosed(tx: Tx, currentHalfMonth: string): Promise<void> {
  const closed = await closedButWaiting(tx, currentHalfMonth);
  await markTallies(tx, closed);
  await noteMoves(
    tx,
    'figures',
    closed.map(({ service_point }) => service_point),
  );
  for (const key of closed) {
    await dropFrom(tx, 'released', key, [...ALL_FACETS, STANDING]);
    await dropFrom(tx, 'released_factors', key, ['']);
    await tx
      .deleteFrom('pending_releases')
      .where((eb) => eb.and(key))
      .execute();
  }
}
