import type { CaseTag } from '../../shared/case-tags.ts';
import type { CaseKind, CaseState, CaseStep } from '../../shared/wire/followed-cases.ts';
import { addEntry } from './entries.ts';
import { parts } from './leaves.ts';
import type { Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** Cases and their steps. Promised: a case is changed together with the step that says who did it and on which day. */
export interface StoredCase {
  readonly id: string;
  readonly kind: CaseKind;
  readonly unit: string;
  readonly point: string | null;
  readonly opened: string;
  readonly due: string;
  readonly state: CaseState;
  readonly owner: string | null;
  readonly words: string | null;
  readonly halfDay: string | null;
  readonly tags: readonly CaseTag[] | null;
  readonly ended: string | null;
}

/** What a case is opened from. An alert opens one case, however often it is asked for. */
export type CaseSeed = {
  /** Random: no order of arrival. */
  readonly id: string;
  readonly unit: string;
  readonly point: string | null;
  readonly opened: string;
  readonly due: string;
  /** Account; null = the server. */
  readonly author: string | null;
} & (
  | { readonly kind: 'remark' | 'manual'; readonly words: string }
  | { readonly kind: 'alert'; readonly alert: string; readonly halfDay: string }
);

/** Opens a case; false where its alert has one. */
export async function openCase(tx: Tx, seed: CaseSeed): Promise<boolean> {
  const { id, kind, unit, point, opened, due, author } = seed;
  const own =
    seed.kind === 'alert'
      ? { words: null, alert: seed.alert, half_day: seed.halfDay }
      : { words: seed.words, alert: null, half_day: null };
  const row = await tx
    .insertInto('cases')
    .values({
      id,
      kind,
      unit,
      service_point: point,
      opened,
      due,
      state: 'new',
      owner: null,
      ...own,
      tags: null,
      ended: null,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await addStep(tx, id, { what: 'opened', value: null, note: null, author, day: opened });
  return true;
}

const fromRow = (row: Tables['cases']): StoredCase => ({
  id: row.id,
  kind: row.kind as CaseKind,
  unit: row.unit,
  point: row.service_point,
  opened: row.opened,
  due: row.due,
  state: row.state as CaseState,
  owner: row.owner,
  words: row.words,
  halfDay: row.half_day,
  tags: row.tags === null ? null : (row.tags.split(' ').filter(Boolean) as CaseTag[]),
  ended: row.ended,
});

/** Cases of units, the oldest first; of one day in the order of their random ids. */
export async function casesOf(read: Reader, units: readonly string[]): Promise<StoredCase[]> {
  const found: StoredCase[] = [];
  for (const part of parts(units))
    found.push(
      ...(await read.selectFrom('cases').selectAll().where('unit', 'in', part).execute()).map(fromRow),
    );
  return found.sort((a, b) => a.opened.localeCompare(b.opened) || a.id.localeCompare(b.id));
}

export async function caseById(read: Reader, id: string): Promise<StoredCase | undefined> {
  const row = await read.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function stepsOf(read: Reader, id: string): Promise<CaseStep[]> {
  const rows = await read
    .selectFrom('case_steps')
    .selectAll()
    .where('of_case', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map(({ what, value, note, author, day }) => ({
    what: what as CaseStep['what'],
    value,
    note,
    author,
    day,
  }));
}

/** Changes a case and writes the step that says so. */
export async function changeCase(
  tx: Tx,
  id: string,
  change: Partial<Pick<StoredCase, 'state' | 'owner' | 'due' | 'words' | 'tags' | 'ended'>>,
  step: CaseStep,
): Promise<void> {
  const { tags, ...others } = change;
  const set = { ...others, ...(tags !== undefined && { tags: tags === null ? null : tags.join(' ') }) };
  if (Object.keys(set).length > 0) await tx.updateTable('cases').set(set).where('id', '=', id).execute();
  await addStep(tx, id, step);
}

async function addStep(tx: Tx, id: string, step: CaseStep): Promise<void> {
  const { last } = await tx
    .selectFrom('case_steps')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('of_case', '=', id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('case_steps')
    .values({ ...step, of_case: id, seq: (last ?? 0) + 1 })
    .execute();
}

/** Remarks that were handed over in a span of days, with the tags that somebody has confirmed. */
export async function remarksBetween(
  read: Reader,
  units: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Pick<StoredCase, 'tags'>[]> {
  const all = await casesOf(read, units);
  return all.filter(({ kind, opened }) => kind === 'remark' && opened >= from && opened <= to);
}

/** Removes cases that ended before a day, with their words and steps; how many. */
export async function removeOldCases(tx: Tx, before: string, day: string): Promise<number> {
  const old = tx.selectFrom('cases').select('id').where('ended', '<', before);
  await tx.deleteFrom('case_steps').where('of_case', 'in', old).execute();
  const gone = await tx.deleteFrom('cases').where('ended', '<', before).returning('id').execute();
  const facts = { what: 'cases', boundary: before, count: gone.length };
  if (gone.length > 0) await addEntry(tx, { kind: 'retention', day, by: 'retention', facts });
  return gone.length;
}
