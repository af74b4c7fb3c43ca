import * as v from 'valibot';
import { invariant } from '../../shared/assert.ts';
import type { FormKind, Language } from '../../shared/questionnaire.ts';
import { KEYED, type Keyed, UNUSABLE, type Unusable } from '../../shared/wire/paper.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Batches of forms on paper. Promised: a batch holds counts and never an answer of one form; what is keyed of the drawn
 * tenth lies in `paper_entries` until both entries agree or the paper has decided, under an id that no submission has,
 * and every row of it goes when the batch is closed.
 */
export interface PaperBatch {
  readonly id: string;
  readonly servicePoint: string;
  readonly campaign: string;
  readonly field: string | null;
  readonly questionnaire: string;
  readonly version: number;
  readonly form: FormKind;
  readonly language: Language;
  readonly halfMonth: string;
  readonly note: string;
  readonly sets: readonly (readonly number[])[];
  readonly made: string;
  readonly closed: string | null;
  readonly counts: PaperCounts;
  readonly unusable: Readonly<Record<Unusable, number>>;
  /** Per question `[compared, differing]`. */
  readonly compared: Compared;
  /** Which of the present ten forms is keyed a second time, counted from the first; null before one is drawn. */
  readonly drawsAt: number | null;
}
export interface PaperCounts {
  readonly printed: number;
  readonly keyed: number;
  readonly valid: number;
  readonly underHalf: number;
  readonly drawn: number;
  readonly twice: number;
  readonly alone: number;
}
export type Compared = Readonly<Record<string, readonly [compared: number, differing: number]>>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const SetsSchema = v.array(v.array(count));
const ComparedSchema = v.record(v.string(), v.tuple([count, count]));
const UnusableSchema = v.object({ empty: count, unreadable: count, 'other-form': count });
export const NO_UNUSABLE = Object.fromEntries(UNUSABLE.map((why) => [why, 0])) as Record<Unusable, number>;

type New = Omit<PaperBatch, 'closed' | 'counts' | 'unusable' | 'compared' | 'drawsAt'> & {
  readonly printed: number;
};

export async function addPaperBatch(tx: Tx, batch: New): Promise<void> {
  const { servicePoint, halfMonth, sets, ...rest } = batch;
  await tx
    .insertInto('paper_batches')
    .values({
      ...rest,
      service_point: servicePoint,
      half_month: halfMonth,
      sets: JSON.stringify(sets),
      closed: null,
      keyed: 0,
      valid: 0,
      under_half: 0,
      unusable: JSON.stringify(NO_UNUSABLE),
      drawn: 0,
      twice: 0,
      alone: 0,
      compared: '{}',
      draws_at: null,
    })
    .execute();
}

const selected = (read: Reader) => read.selectFrom('paper_batches').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

const batchIn = (row: Row): PaperBatch => ({
  id: row.id,
  servicePoint: row.service_point,
  campaign: row.campaign,
  field: row.field,
  questionnaire: row.questionnaire,
  version: row.version,
  form: row.form as FormKind,
  language: row.language as Language,
  halfMonth: row.half_month,
  note: row.note,
  sets: v.parse(SetsSchema, JSON.parse(row.sets)),
  made: row.made,
  closed: row.closed,
  counts: {
    printed: row.printed,
    keyed: row.keyed,
    valid: row.valid,
    underHalf: row.under_half,
    drawn: row.drawn,
    twice: row.twice,
    alone: row.alone,
  },
  unusable: v.parse(UnusableSchema, JSON.parse(row.unusable)),
  compared: v.parse(ComparedSchema, JSON.parse(row.compared)),
  drawsAt: row.draws_at,
});

/** The newest first. */
export async function allPaperBatches(read: Reader): Promise<PaperBatch[]> {
  return (await selected(read).orderBy('made', 'desc').orderBy('id').execute()).map(batchIn);
}

export async function paperBatch(read: Reader, id: string): Promise<PaperBatch | undefined> {
  const row = await selected(read).where('id', '=', id).executeTakeFirst();
  return row && batchIn(row);
}

/** Those that nobody has closed. */
export async function openPaperBatches(read: Reader): Promise<PaperBatch[]> {
  return (await selected(read).where('closed', 'is', null).orderBy('id').execute()).map(batchIn);
}

/** Counts move with what is taken, in one transaction. */
export async function moveCounts(
  tx: Tx,
  {
    id,
    counts,
    unusable,
    compared,
    drawsAt,
  }: Pick<PaperBatch, 'id' | 'counts' | 'unusable' | 'compared' | 'drawsAt'>,
): Promise<void> {
  const { underHalf, ...rest } = counts;
  await tx
    .updateTable('paper_batches')
    .set({
      ...rest,
      under_half: underHalf,
      unusable: JSON.stringify(unusable),
      compared: JSON.stringify(compared),
      draws_at: drawsAt,
    })
    .where('id', '=', id)
    .where('closed', 'is', null)
    .execute();
}

/** What is kept of one form while its batch is open. */
export interface PaperEntry {
  readonly id: string;
  readonly state: 'waiting' | 'differs' | 'done' | 'unusable';
  readonly number: number | null;
  readonly keyer: string | null;
  readonly first: KeyedForm | null;
  readonly second: readonly Keyed[] | null;
}
export interface KeyedForm {
  readonly set: number;
  readonly keyed: readonly Keyed[];
}
const KeyedListSchema = v.array(v.picklist(KEYED));
const KeyedFormSchema = v.object({ set: count, keyed: KeyedListSchema });

/** In the order of the numbers; unusable ones, which have none, first. */
export async function entriesOf(read: Reader, batch: string): Promise<PaperEntry[]> {
  const rows = await read.selectFrom('paper_entries').selectAll().where('batch', '=', batch).execute();
  return rows
    .map(({ id, state, number, keyer, first, second }) => ({
      id,
      state: state as PaperEntry['state'],
      number,
      keyer,
      first: first === null ? null : v.parse(KeyedFormSchema, JSON.parse(first)),
      second: second === null ? null : v.parse(KeyedListSchema, JSON.parse(second)),
    }))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

export async function putEntry(tx: Tx, batch: string, entry: PaperEntry): Promise<void> {
  const { first, second } = entry;
  const columns = {
    ...entry,
    first: first && JSON.stringify(first),
    second: second && JSON.stringify(second),
  };
  await tx
    .insertInto('paper_entries')
    .values({ batch, ...columns })
    .onConflict((on) => on.columns(['batch', 'id']).doUpdateSet(columns))
    .execute();
}

/** Closes a batch: its counts stay, and everything that was about one form goes. */
export async function closePaperBatch(tx: Tx, id: string, day: string): Promise<void> {
  const rows = await tx.selectFrom('paper_entries').select('first').where('batch', '=', id).execute();
  invariant(
    rows.every(({ first }) => first === null),
    'no form is lost with its batch',
  );
  await tx.deleteFrom('paper_entries').where('batch', '=', id).execute();
  await tx.updateTable('paper_batches').set({ closed: day, draws_at: null }).where('id', '=', id).execute();
}

/** Somebody keys a batch; false when that was known. */
export async function addKeyer(tx: Tx, batch: string, account: string): Promise<boolean> {
  const added = await tx
    .insertInto('paper_keyers')
    .values({ batch, account })
    .onConflict((on) => on.columns(['batch', 'account']).doNothing())
    .returning('account')
    .execute();
  return added.length > 0;
}

/** The names of those who keyed a batch; an account that is gone is left out. */
export async function keyersOf(read: Reader, batch: string): Promise<string[]> {
  const rows = await read
    .selectFrom('paper_keyers as k')
    .innerJoin('accounts as a', 'a.id', 'k.account')
    .select('a.name')
    .where('k.batch', '=', batch)
    .orderBy('a.name')
    .execute();
  return rows.map(({ name }) => name);
}
