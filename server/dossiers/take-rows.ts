import type { FileTaken } from '../../shared/wire/dossier-requests.ts';
import {
  importedCounts,
  type KnownDossier,
  knownDossiers,
  putCounts,
  putDossiers,
} from '../store/dossiers.ts';
import type { Reader, Tx } from '../store/store.ts';
import type { ListRow, StatisticsRow } from './understand-rows.ts';

/** Compares understood rows with what is known, and writes what is new or another one. */

export interface Writing {
  readonly tx: Tx;
  readonly importId: string;
  readonly lock: (number: string) => string;
  readonly newKey: () => string;
}
type Counts = Omit<FileTaken, 'left'>;

/** Rows of one statement and one step of the progress; between two steps the server answers others. */
const AT_ONCE = 500;

/**
 * A list: a row replaces what is known of its dossier, and an empty cell takes nothing away. `writing` left out: only
 * counts what it would do.
 */
export async function takeList(
  read: Reader,
  rows: readonly ListRow[],
  tools: { readonly unlock: (locked: string) => string | undefined; readonly done: (rows: number) => void },
  writing?: Writing,
): Promise<Counts> {
  const counts = { added: 0, changed: 0, same: 0 };
  const byPoint = new Map<string, ListRow[]>();
  for (const row of rows) {
    const all = byPoint.get(row.point);
    if (all) all.push(row);
    else byPoint.set(row.point, [row]);
  }
  let done = 0;
  for (const [point, all] of byPoint) {
    for (let i = 0; i < all.length; i += AT_ONCE) {
      const part = all.slice(i, i + AT_ONCE);
      const known = await knownDossiers(
        read,
        point,
        part.map(({ code }) => code),
      );
      const written: KnownDossier[] = [];
      const numbers = new Set<string>();
      const loose: string[] = [];
      for (const row of part) {
        const before = known.get(row.code);
        const after = merge(row, before);
        const number = before?.phone ? tools.unlock(before.phone.number) : undefined;
        const isNewNumber = row.phone !== null && row.phone !== number && !before?.suppressed;
        if (before && !isNewNumber && isSame(before, after)) {
          counts.same++;
          continue;
        }
        counts[before ? 'changed' : 'added']++;
        if (!writing) continue;
        if (isNewNumber && before?.phone) loose.push(before.phone.key);
        const phone = isNewNumber
          ? { key: writing.newKey(), number: writing.lock(row.phone) }
          : (before?.phone ?? null);
        if (isNewNumber) numbers.add(phone!.key);
        written.push({ ...after, phone, suppressed: before?.suppressed ?? false });
      }
      if (writing) await putDossiers(writing.tx, writing.importId, written, { numbers, loose });
      done += part.length;
      tools.done(done);
      await others();
    }
  }
  return counts;
}

type Compared = Omit<KnownDossier, 'phone' | 'suppressed'>;

const merge = (row: ListRow, before: KnownDossier | undefined): Compared => ({
  point: row.point,
  code: row.code,
  field: row.field,
  received: row.received,
  procedure: row.procedure ?? before?.procedure ?? null,
  authority: row.authority ?? before?.authority ?? null,
  counter: row.counter ?? before?.counter ?? null,
  due: row.due ?? before?.due ?? null,
  returned: row.returned ?? before?.returned ?? null,
});

const isSame = (a: Compared, b: Compared) =>
  a.field === b.field &&
  a.received === b.received &&
  a.due === b.due &&
  a.returned === b.returned &&
  a.procedure === b.procedure &&
  a.authority === b.authority &&
  a.counter === b.counter;

/** Statistics: a row replaces the counts of its unit, field and month. */
export async function takeStatistics(
  read: Reader,
  rows: readonly StatisticsRow[],
  done: (rows: number) => void,
  writing?: Pick<Writing, 'tx' | 'importId'>,
): Promise<Counts> {
  const counts = { added: 0, changed: 0, same: 0 };
  const keyOf = (row: { unit: string; field: string; month: string }) =>
    `${row.unit} ${row.field} ${row.month}`;
  const known = new Map(
    (await importedCounts(read, [...new Set(rows.map(({ unit }) => unit))])).map((row) => [keyOf(row), row]),
  );
  const written = rows.filter((row) => {
    const before = known.get(keyOf(row));
    const isAlike =
      before &&
      (['received', 'early', 'onTime', 'late', 'open', 'overdue'] as const).every(
        (name) => before[name] === row[name],
      );
    counts[isAlike ? 'same' : before ? 'changed' : 'added']++;
    return !isAlike;
  });
  for (let i = 0; i < written.length; i += AT_ONCE) {
    const part = written.slice(i, i + AT_ONCE);
    if (writing) await putCounts(writing.tx, writing.importId, part);
    done(Math.min(i + AT_ONCE, rows.length));
    await others();
  }
  return counts;
}

/** SQLite answers within the turn: without a pause nobody else would be answered until the last row. */
const others = () => new Promise<void>((resolve) => setImmediate(resolve));
