import { type ExpressionBuilder, sql } from 'kysely';
import { OPEN_FACTOR } from '../../shared/dossier-age.ts';
import { halfMonthsBetween } from '../../shared/dossier-spans.ts';
import { addDays, daysOfHalfMonth, halfMonthOf } from '../../shared/period.ts';
import { dropLoosePhones } from './dossiers.ts';
import { addEntry } from './entries.ts';
import { raiseSetting, REDUCED_UNTIL } from './settings.ts';
import type { Tx } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * What goes of dossiers by age: first the telephone number, then the dossier itself, of which counts by half-month stay,
 * so that no figure changes. Removed bytes are overwritten (`secure_delete`); each removal is an entry of the root.
 */

/** Dossiers that are looked at in one transaction: others wait for it. */
const AT_ONCE = 2_000;

/** `ageDayOf`, as the database says it. */
const age = sql<string>`coalesce(returned, case when due > received then due else received end)`;

/** Dossiers whose number may be kept no longer. */
function isOver(eb: ExpressionBuilder<Tables, 'dossiers'>, day: string, days: number) {
  const [ended, open] = [addDays(day, -days), addDays(day, -OPEN_FACTOR * days)];
  return eb.or([
    eb('returned', '<', ended),
    eb.and([eb('returned', 'is', null), eb(sql<string>`coalesce(due, received)`, '<', open)]),
  ]);
}

/** Numbers whose last day (`numberUntil`) has passed. Returns how many went; call it until none does. */
export async function removeNumbers(tx: Tx, day: string, days: number): Promise<number> {
  // with the number goes that it was drawn: without one nobody draws it again
  await tx
    .updateTable('dossiers')
    .set({ drawn: null })
    .where('drawn', 'is not', null)
    .where((eb) => isOver(eb, day, days))
    .execute();
  const over = await tx
    .selectFrom('dossiers')
    .select('phone')
    .where('phone', 'is not', null)
    .where((eb) => isOver(eb, day, days))
    .orderBy('phone')
    .limit(AT_ONCE)
    .execute();
  for (let i = 0; i < over.length; i += 500) {
    const keys = over.slice(i, i + 500).map(({ phone }) => phone!);
    await tx.updateTable('dossiers').set({ phone: null }).where('phone', 'in', keys).execute();
    await tx.deleteFrom('dossier_phones').where('key', 'in', keys).execute();
  }
  await recordGone(tx, { table: 'dossier_phones', day, boundary: addDays(day, -days), count: over.length });
  return over.length;
}

/** Reduces dossiers up to an age day to counts. Returns how many went; call it until none does. */
export async function reduceDossiers(tx: Tx, boundary: string, day: string): Promise<number> {
  const rows = await tx
    .selectFrom('dossiers as d')
    .innerJoin('service_points as p', 'p.id', 'd.service_point')
    .select(['p.unit', 'd.service_point', 'd.code', 'd.field', 'd.received', 'd.due', 'd.returned'])
    .where(age, '<=', boundary)
    .orderBy('d.service_point')
    .orderBy('d.code')
    .limit(AT_ONCE)
    .execute();
  if (rows.length === 0) return 0;
  await raiseSetting(tx, REDUCED_UNTIL, boundary);
  const counts = new Map<string, Count>();
  for (const row of rows) addDossier(counts, row, day);
  for (const count of counts.values()) await addCount(tx, count);
  for (const point of new Set(rows.map((row) => row.service_point))) {
    const codes = rows.filter((row) => row.service_point === point).map(({ code }) => code);
    for (let i = 0; i < codes.length; i += 500)
      await tx
        .deleteFrom('dossiers')
        .where('service_point', '=', point)
        .where('code', 'in', codes.slice(i, i + 500))
        .execute();
  }
  await dropLoosePhones(tx);
  await recordGone(tx, { table: 'dossiers', day, boundary, count: rows.length });
  return rows.length;
}

interface Count {
  readonly unit: string;
  readonly field: string;
  readonly span: string;
  received: number;
  early: number;
  on_time: number;
  late: number;
  open: number;
  overdue: number;
}
interface Row {
  readonly unit: string;
  readonly field: string;
  readonly received: string;
  readonly due: string | null;
  readonly returned: string | null;
}

/** What a dossier was counted as in each half-month of its life, so that the counts go on saying it. */
function addDossier(counts: Map<string, Count>, row: Row, day: string): void {
  const { unit, field, received, due, returned } = row;
  const at = (span: string): Count => {
    const key = `${unit} ${field} ${span}`;
    const none = { received: 0, early: 0, on_time: 0, late: 0, open: 0, overdue: 0 };
    const count = counts.get(key) ?? { unit, field, span, ...none };
    counts.set(key, count);
    return count;
  };
  at(halfMonthOf(received)).received++;
  if (returned !== null) {
    const count = at(halfMonthOf(returned));
    if (due !== null && returned > due) count.late++;
    else if (due !== null && returned < due) count.early++;
    else count.on_time++;
  }
  // one that nobody ever returned is open until the half-month in which it goes
  for (const half of halfMonthsBetween(received, returned ?? day)) {
    const { to } = daysOfHalfMonth(half);
    if (to >= (returned ?? day)) break;
    at(half).open++;
    if (due !== null && due < to) at(half).overdue++;
  }
}

async function addCount(tx: Tx, count: Count): Promise<void> {
  const { unit, field, span, ...counts } = count;
  await tx
    .insertInto('dossier_counts')
    .values({ unit, field, span, source: 'list', ...counts, import: null })
    .onConflict((on) =>
      on.columns(['unit', 'field', 'span', 'source']).doUpdateSet((eb) => {
        const sum = (name: keyof typeof counts) =>
          sql<number>`${eb.ref(`dossier_counts.${name}`)} + ${eb.ref(`excluded.${name}`)}`;
        return {
          received: sum('received'),
          early: sum('early'),
          on_time: sum('on_time'),
          late: sum('late'),
          open: sum('open'),
          overdue: sum('overdue'),
        };
      }),
    )
    .execute();
}

/** `left` tells two parts of one night apart. */
async function recordGone(
  tx: Tx,
  gone: {
    readonly table: 'dossiers' | 'dossier_phones';
    readonly day: string;
    readonly boundary: string;
    readonly count: number;
  },
): Promise<void> {
  const { table, day, boundary, count } = gone;
  if (count === 0) return;
  const { left } = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow();
  const facts = { what: table.replace('_', '-'), boundary, count, left };
  await addEntry(tx, { kind: 'retention', day, by: 'retention', facts });
}
