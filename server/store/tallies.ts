import type { Standing, Submission } from '../../shared/submission.ts';
import {
  addSubmission,
  addVector,
  decodeVector,
  emptyVector,
  encodeVector,
  FACETS,
  facetsOf,
  headOf,
  type Shape,
  type Vector,
} from '../../shared/tally.ts';
import { halfMonthOf } from '../../shared/period.ts';
import type { Reader, Tx } from './store.ts';
import type { GroupKey, TallyKey, TallyRow } from './tables.ts';

/**
 * Tallies and the release step. Promised: tallies equal a recount of the submissions bit for bit after every
 * transaction (`recount.ts` proves it), and the *served* state of a (service point, half-month, channel, form)
 * differs from its tallies only while 1 to 9 new submissions wait.
 *
 * A group without a row in `pending_releases` is served from its tallies. The first submission that has to
 * wait puts the state before it aside (`released`) and opens the row; when ten wait, or the half-month
 * closes, the row and the state put aside go, and everything is served at once.
 */

/** One threshold everywhere an answer is read out; here: how many must wait before figures move. */
export const RELEASE_STEP = 10;

/** The key begins with the facet: whoever wants a group names all of them. */
const ALL_FACETS = ['', ...FACETS];

const GROUP_COLUMNS = ['service_point', 'half_month', 'channel', 'form'] as const;
const KEY_COLUMNS = [...GROUP_COLUMNS, 'questionnaire', 'version', 'standing', 'facet', 'value'] as const;

export const textOf = (key: TallyKey) => KEY_COLUMNS.map((column) => key[column]).join('\n');
const groupTextOf = (key: GroupKey) => GROUP_COLUMNS.map((column) => key[column]).join('\n');

export interface Accepted {
  readonly submission: Submission;
  /** Service point whose figures it enters: what the bytes say, unless a re-attribution says otherwise. */
  readonly place: string;
  /** Business half-day or half-month, clamped. */
  readonly halfDay: string;
  readonly standing: Standing;
}

export type Cells = Map<string, { readonly key: TallyKey; readonly vector: Vector }>;

/** The vectors that some submissions add, per tally key: the row for all and one per value of each facet. */
export function cellsOf(accepted: Iterable<Accepted>, shapeFor: (submission: Submission) => Shape): Cells {
  const cells: Cells = new Map();
  for (const { submission, place, halfDay, standing } of accepted) {
    const shape = shapeFor(submission);
    for (const [facet, value] of [['', ''] as const, ...facetsOf(submission)]) {
      const key: TallyKey = {
        service_point: place,
        half_month: halfMonthOf(halfDay),
        channel: submission.ch,
        form: submission.fm,
        questionnaire: submission.f,
        version: submission.fv,
        standing,
        facet,
        value,
      };
      const text = textOf(key);
      let cell = cells.get(text);
      if (!cell) cells.set(text, (cell = { key, vector: emptyVector(shape) }));
      addSubmission(cell.vector, shape, submission);
    }
  }
  return cells;
}

export interface TallyContext {
  readonly shapeFor: (submission: Submission) => Shape;
  /** The service points of demo and training units, whose figures never wait. */
  readonly releasesAtOnce: (servicePoint: string) => boolean;
  readonly currentHalfMonth: string;
}

/** Adds newly inserted submissions to the tallies, in the transaction that inserted them. */
export async function addToTallies(
  tx: Tx,
  accepted: readonly Accepted[],
  context: TallyContext,
): Promise<void> {
  const cells = cellsOf(accepted, context.shapeFor);
  for (const { key, count } of groupsOf(accepted)) {
    if (!context.releasesAtOnce(key.service_point))
      await stepRelease(tx, key, count, context.currentHalfMonth);
    for (const row of await talliesOfGroup(tx, key)) {
      const cell = cells.get(textOf(row));
      if (cell) addVector(cell.vector, decodeVector(row.vector));
    }
  }
  await putTallies(tx, cells.values());
}

/** Takes submissions out of the tallies that they are in; a cell that nothing is left of goes. */
export async function takeFromTallies(
  tx: Tx,
  accepted: readonly Accepted[],
  context: TallyContext,
): Promise<void> {
  const cells = cellsOf(accepted, context.shapeFor);
  const left: { key: TallyKey; vector: Vector }[] = [];
  for (const { key, count } of groupsOf(accepted)) {
    if (!context.releasesAtOnce(key.service_point))
      await stepRelease(tx, key, count, context.currentHalfMonth);
    for (const row of await talliesOfGroup(tx, key)) {
      const cell = cells.get(textOf(row));
      if (!cell) continue;
      const vector = decodeVector(row.vector).map((value, i) => value - cell.vector[i]!);
      if (headOf(vector).submissions > 0) left.push({ key: cell.key, vector });
      else
        await tx
          .deleteFrom('tallies')
          .where((eb) => eb.and(cell.key))
          .execute();
    }
  }
  await putTallies(tx, left);
}

function groupsOf(accepted: readonly Accepted[]) {
  const groups = new Map<string, { readonly key: GroupKey; count: number }>();
  for (const { submission, place, halfDay } of accepted) {
    const key: GroupKey = {
      service_point: place,
      half_month: halfMonthOf(halfDay),
      channel: submission.ch,
      form: submission.fm,
    };
    const group = groups.get(groupTextOf(key)) ?? { key, count: 0 };
    group.count++;
    groups.set(groupTextOf(key), group);
  }
  return groups.values();
}

function talliesOfGroup(read: Reader, key: GroupKey): Promise<TallyRow[]> {
  return read
    .selectFrom('tallies')
    .selectAll()
    .where('facet', 'in', ALL_FACETS)
    .where((eb) => eb.and(key))
    .execute();
}

/** Must run before the tallies of the group change: what is put aside is the state served until now. */
async function stepRelease(tx: Tx, key: GroupKey, count: number, currentHalfMonth: string): Promise<void> {
  const pending = await tx
    .selectFrom('pending_releases')
    .select('waiting')
    .where((eb) => eb.and(key))
    .executeTakeFirst();
  const waiting = (pending?.waiting ?? 0) + count;
  if (waiting >= RELEASE_STEP) {
    if (pending) await release(tx, key);
  } else if (pending) {
    await tx
      .updateTable('pending_releases')
      .set({ waiting })
      .where((eb) => eb.and(key))
      .execute();
  } else {
    await tx
      .insertInto('pending_releases')
      .values({ ...key, waiting, late: key.half_month < currentHalfMonth ? 1 : 0 })
      .execute();
    await tx
      .insertInto('released')
      .columns([...KEY_COLUMNS, 'vector'])
      .expression((eb) =>
        eb
          .selectFrom('tallies')
          .select([...KEY_COLUMNS, 'vector'])
          .where('facet', 'in', ALL_FACETS)
          .where((where) => where.and(key)),
      )
      .execute();
  }
}

async function release(tx: Tx, key: GroupKey): Promise<void> {
  await tx
    .deleteFrom('pending_releases')
    .where((eb) => eb.and(key))
    .execute();
  await tx
    .deleteFrom('released')
    .where('facet', 'in', ALL_FACETS)
    .where((eb) => eb.and(key))
    .execute();
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
  for (const key of await closedButWaiting(tx, currentHalfMonth)) await release(tx, key);
}

export async function putTallies(
  tx: Tx,
  cells: Iterable<{ readonly key: TallyKey; readonly vector: Vector }>,
): Promise<void> {
  const rows = Array.from(cells, ({ key, vector }) => ({
    ...key,
    vector: Buffer.from(encodeVector(vector)),
  }));
  for (let i = 0; i < rows.length; i += 100) {
    await tx
      .insertInto('tallies')
      .values(rows.slice(i, i + 100))
      .onConflict((on) =>
        on.columns([...KEY_COLUMNS]).doUpdateSet((eb) => ({ vector: eb.ref('excluded.vector') })),
      )
      .execute();
  }
}

/** All tallies of a service point, oldest first. */
export function talliesAt(read: Reader, servicePoint: string): Promise<TallyRow[]> {
  return read
    .selectFrom('tallies')
    .selectAll()
    .where('facet', 'in', ALL_FACETS)
    .where('service_point', '=', servicePoint)
    .orderBy('half_month')
    .orderBy('channel')
    .orderBy('facet')
    .orderBy('value')
    .execute();
}

/** A tally in words, for people who look into the database. */
export function tallyInWords(row: TallyRow): string {
  const { submissions, valid, partial } = headOf(decodeVector(row.vector));
  return `${row.service_point} ${row.half_month} ${row.channel} ${row.form} ${row.standing} ${row.facet || 'all'}=${row.value || '-'}: ${submissions} submissions, ${valid} valid, ${partial} partial`;
}
