import { addVector, type Shape, type Stretch, stretchesOf, type Vector } from '../../shared/tally.ts';
import { ALL_FACETS, GROUP_COLUMNS, type Served, type State } from './group-rows.ts';
import { noteMoves } from './moves.ts';
import type { Reader, Tx } from './store.ts';
import type { GroupKey } from './tables.ts';
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

/** Rows for all of a group told apart by their standing, put aside as if that were a facet. */
export const STANDING = 'standing';

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

export interface ReleaseStep {
  /** What is put aside from now on. */
  readonly served: Served;
  /** Anything that is served has moved. */
  readonly hasMoved: boolean;
  readonly waits: boolean;
  /** It has waited since its half-month was open: nobody has read it since the close. */
  readonly isUnread: boolean;
}

/** The step of a group whose tallies change; `was` is what is put aside now: the state served until now. */
export function stepRelease({ key, before, after, shapes, late }: GroupChange, was: Served): ReleaseStep {
  const headlineWaited = was.pending !== undefined && was.pending.waiting > 0;
  const headline = headlineWaited ? was.released : before;
  const waiting = waitingOf(compare(headline, after, shapes));
  const { states, wait, moved } = moveFactors(was.pending ? was.factors : before, after, shapes);
  const waits = waiting > 0 || wait;
  const isUnread = was.pending?.late === 0;
  const hasMoved = waiting === 0 || moved;
  if (!waits)
    return { served: { key, pending: undefined, released: [], factors: [] }, hasMoved, waits, isUnread };
  const pending = { ...key, waiting, late: was.pending ? was.pending.late : late ? 1 : 0 };
  const areSame = was.pending !== undefined && !moved && states.length === was.factors.length;
  const served = {
    key,
    pending: was.pending?.waiting === waiting ? was.pending : pending,
    released: waiting === 0 ? [] : headlineWaited ? was.released : before,
    factors: areSame ? was.factors : states,
  };
  return { served, hasMoved, waits, isUnread };
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

/** Sums over the standings that are served; to be read only. */
function sumsOf(states: readonly State[]): Map<string, Vector> {
  const sums = new Map<string, Vector>();
  const own = new Set<string>();
  for (const state of states) {
    if (state.key.standing === 'excluded') continue;
    const version = versionOf(state);
    const sum = sums.get(version);
    // most versions have one standing: its vector is the sum, and is not copied
    if (!sum) sums.set(version, state.vector);
    else if (own.has(version)) addVector(sum, state.vector);
    else {
      own.add(version);
      const copy = sum.slice();
      addVector(copy, state.vector);
      sums.set(version, copy);
    }
  }
  return sums;
}

/** Whether anything differs in a stretch. By index: views of typed arrays take many times as long, and a form asks twenty times. */
export function differs({ ranges }: Stretch, a: Vector, b: Vector): boolean {
  for (const [from, to] of ranges) {
    for (let i = from; i < to; i++) if (a[i] !== b[i]) return true;
  }
  return false;
}
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
  const lacking = exact.filter((state) => !served.some((other) => isSameRow(state, other)));
  const states = [...served, ...lacking.map(emptied)];
  let wait = false;
  const moving: (readonly [name: string, stretch: Stretch])[] = [];
  for (const { name, served: before, exact: after, shape } of compare(served, exact, shapes)) {
    if (!shape) wait ||= before.some((count, i) => count !== after[i]);
    else {
      for (const stretch of stretchesOf(shape).factors) {
        if (!differs(stretch, before, after)) continue;
        if (mayMove(stretch, before, after)) moving.push([name, stretch]);
        else wait = true;
      }
    }
  }
  if (moving.length === 0) return { states, wait, moved: false };
  const after = states.map((state) => {
    const vector = state.vector.slice();
    const now = exact.find((other) => isSameRow(state, other))?.vector;
    for (const [name, stretch] of moving) if (versionOf(state) === name) copy(stretch, now, vector);
    return { ...state, vector };
  });
  return { states: after, wait, moved: true };
}

const isSameRow = ({ key }: State, { key: other }: State) =>
  key.standing === other.standing &&
  key.version === other.version &&
  key.questionnaire === other.questionnaire;

/** Nobody was there before: that is a state too. */
export const emptied = ({ key, vector }: State): State => ({ key, vector: new Float64Array(vector.length) });

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
    const facets = [...ALL_FACETS, STANDING];
    await tx
      .deleteFrom('released')
      .where('facet', 'in', facets)
      .where((eb) => eb.and(key))
      .execute();
    for (const table of ['released_factors', 'pending_releases'] as const) {
      await tx
        .deleteFrom(table)
        .where((eb) => eb.and(key))
        .execute();
    }
  }
}
