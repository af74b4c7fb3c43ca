import { sql } from 'kysely';
import type { FormKind } from '../../shared/questionnaire.ts';
import { decodeSubmission, type Standing, type Submission } from '../../shared/submission.ts';
import {
  addSubmission,
  addVector,
  decodeVector,
  emptyVector,
  encodeVector,
  facetsOf,
  headOf,
  type Shape,
  type Vector,
} from '../../shared/tally.ts';
import { halfMonthOf } from '../../shared/period.ts';
import { invariant } from '../../shared/assert.ts';
import type { Reader, Tx } from './store.ts';
import type { GroupKey, TallyKey, TallyRow } from './tables.ts';

/**
 * Tallies and the release step. Promised: tallies equal a recount of the submissions bit for bit after every
 * transaction (`recount` proves it), and the *served* state of a (service point, half-month, channel, form)
 * differs from its tallies only while 1 to 9 new submissions wait.
 *
 * A group without a row in `pending_releases` is served from its tallies. The first submission that has to
 * wait puts the state before it aside (`released`) and opens the row; when ten wait, or the half-month
 * closes, the row and the state put aside go, and everything is served at once.
 */

/** One threshold everywhere an answer is read out; here: how many must wait before figures move. */
export const RELEASE_STEP = 10;

const GROUP_COLUMNS = ['service_point', 'half_month', 'channel', 'form'] as const;
const KEY_COLUMNS = [...GROUP_COLUMNS, 'questionnaire', 'version', 'standing', 'facet', 'value'] as const;

const textOf = (key: TallyKey) => KEY_COLUMNS.map((column) => key[column]).join('\n');
const groupTextOf = (key: GroupKey) => GROUP_COLUMNS.map((column) => key[column]).join('\n');
const groupOfKey = ({ service_point, half_month, channel, form }: GroupKey): GroupKey => ({
  service_point,
  half_month,
  channel,
  form,
});

export interface Accepted {
  readonly submission: Submission;
  /** Business half-day or half-month, clamped. */
  readonly halfDay: string;
  readonly standing: Standing;
}

type Cells = Map<string, { readonly key: TallyKey; readonly vector: Vector }>;

/** The vectors that some submissions add, per tally key: the row for all and one per value of each facet. */
function cellsOf(accepted: Iterable<Accepted>, shapeFor: (submission: Submission) => Shape): Cells {
  const cells: Cells = new Map();
  for (const { submission, halfDay, standing } of accepted) {
    const shape = shapeFor(submission);
    for (const [facet, value] of [['', ''] as const, ...facetsOf(submission)]) {
      const key: TallyKey = {
        service_point: submission.sp,
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

/**
 * Adds newly inserted submissions to the tallies, in the transaction that inserted them.
 * `releasesAtOnce` tells the service points of demo and training units, whose figures never wait.
 */
export async function addToTallies(
  tx: Tx,
  accepted: readonly Accepted[],
  context: {
    readonly shapeFor: (submission: Submission) => Shape;
    readonly releasesAtOnce: (servicePoint: string) => boolean;
    readonly currentHalfMonth: string;
  },
): Promise<void> {
  const cells = cellsOf(accepted, context.shapeFor);
  const groups = new Map<string, { key: GroupKey; count: number }>();
  for (const { submission, halfDay } of accepted) {
    const key: GroupKey = {
      service_point: submission.sp,
      half_month: halfMonthOf(halfDay),
      channel: submission.ch,
      form: submission.fm,
    };
    const group = groups.get(groupTextOf(key)) ?? { key, count: 0 };
    group.count++;
    groups.set(groupTextOf(key), group);
  }
  for (const { key, count } of groups.values()) {
    if (!context.releasesAtOnce(key.service_point))
      await stepRelease(tx, key, count, context.currentHalfMonth);
    const rows = await tx
      .selectFrom('tallies')
      .selectAll()
      .where((eb) => eb.and(key))
      .execute();
    for (const row of rows) {
      const cell = cells.get(textOf(row));
      if (cell) addVector(cell.vector, decodeVector(row.vector));
    }
  }
  await putTallies(tx, cells.values());
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

async function putTallies(
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

// --- reading what is served ---

export interface ServedFilter {
  readonly servicePoints: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly form: FormKind;
  readonly questionnaire: string;
  readonly version: number;
  /** '' = the rows for all. */
  readonly facet: string;
}

/** The released state of the tallies, excluded standing left out. */
export async function servedTallies(read: Reader, filter: ServedFilter): Promise<TallyRow[]> {
  if (filter.servicePoints.length === 0) return [];
  const rows = (table: 'tallies' | 'released') =>
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
      .where('t.standing', '!=', 'excluded');
  const [exact, aside] = await Promise.all([
    rows('tallies')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('pending_releases as r')
              .select(sql.lit(1).as('one'))
              .whereRef('r.service_point', '=', 't.service_point')
              .whereRef('r.half_month', '=', 't.half_month')
              .whereRef('r.channel', '=', 't.channel')
              .whereRef('r.form', '=', 't.form'),
          ),
        ),
      )
      .execute(),
    rows('released').execute(),
  ]);
  return [...exact, ...aside];
}

/** How many submissions wait for their release. */
export async function waitingCount(
  read: Reader,
  filter: Pick<ServedFilter, 'servicePoints' | 'from' | 'to' | 'form'>,
): Promise<number> {
  if (filter.servicePoints.length === 0) return 0;
  const row = await read
    .selectFrom('pending_releases')
    .select((eb) => eb.fn.sum<number | string | null>('waiting').as('waiting'))
    .where('service_point', 'in', [...filter.servicePoints])
    .where('half_month', '>=', filter.from)
    .where('half_month', '<=', filter.to)
    .where('form', '=', filter.form)
    .executeTakeFirst();
  return Number(row?.waiting ?? 0);
}

// --- the proof ---

export interface Recount {
  readonly submissions: number;
  readonly cells: number;
  /** Keys whose stored bytes differ from the recount, or that exist on one side only. */
  readonly differences: readonly string[];
}

/** Counts every stored submission anew and compares byte for byte with the tallies. */
export async function recount(read: Reader, shapeFor: (submission: Submission) => Shape): Promise<Recount> {
  const { cells, submissions } = await countAnew(read, shapeFor);
  const stored = new Map(
    (await read.selectFrom('tallies').selectAll().execute()).map((row) => [textOf(row), row]),
  );
  const differences: string[] = [];
  for (const [text, cell] of cells) {
    const row = stored.get(text);
    if (!row || Buffer.compare(Buffer.from(row.vector), encodeVector(cell.vector)) !== 0)
      differences.push(text);
    stored.delete(text);
  }
  differences.push(...stored.keys());
  return {
    submissions,
    cells: cells.size,
    differences: differences.map((text) => text.replaceAll('\n', ' ')),
  };
}

/** Replaces the tallies by a recount. What is served of groups that wait stays as it is: a repair is no release. */
export async function rebuildTallies(tx: Tx, shapeFor: (submission: Submission) => Shape): Promise<number> {
  const { cells, submissions } = await countAnew(tx, shapeFor);
  await tx.deleteFrom('tallies').execute();
  await putTallies(tx, cells.values());
  return submissions;
}

async function countAnew(read: Reader, shapeFor: (submission: Submission) => Shape) {
  const cells: Cells = new Map();
  let submissions = 0;
  for (let after = ''; ; ) {
    const rows = await read
      .selectFrom('submissions')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(5_000)
      .execute();
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
    submissions += rows.length;
    const accepted = rows.map((row) => {
      const submission = decodeSubmission(Buffer.from(row.p).toString());
      invariant(submission, 'a stored submission can be read');
      return { submission, halfDay: row.half_day, standing: row.standing as Standing };
    });
    for (const [text, cell] of cellsOf(accepted, shapeFor)) {
      const sum = cells.get(text);
      if (sum) addVector(sum.vector, cell.vector);
      else cells.set(text, cell);
    }
  }
  return { cells, submissions };
}

/** All tallies of a service point, oldest first. */
export function talliesAt(read: Reader, servicePoint: string): Promise<TallyRow[]> {
  return read
    .selectFrom('tallies')
    .selectAll()
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
  return `${groupOfKey(row).service_point} ${row.half_month} ${row.channel} ${row.form} ${row.standing} ${row.facet || 'all'}=${row.value || '-'}: ${submissions} submissions, ${valid} valid, ${partial} partial`;
}
