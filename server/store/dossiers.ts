import type { DossierCounts } from '../../shared/wire/dossier-requests.ts';
import { parts } from './leaves.ts';
import type { Reader, Tx } from './store.ts';

/** Dossiers by service point and code. The number of each lies in a table of its own, locked, behind a random key. */
export interface Dossier {
  readonly point: string;
  readonly code: string;
  readonly field: string;
  readonly procedure: string | null;
  readonly authority: string | null;
  readonly counter: string | null;
  readonly received: string;
  readonly due: string | null;
  readonly returned: string | null;
}
export interface KnownDossier extends Dossier {
  /** Key and locked number. */
  readonly phone: { readonly key: string; readonly number: string } | null;
  /** Nobody calls about it any more: it takes no number. */
  readonly suppressed: boolean;
}

/** Those of these codes that a service point has, by code. */
export async function knownDossiers(
  read: Reader,
  point: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, KnownDossier>> {
  const known = new Map<string, KnownDossier>();
  for (const part of parts(codes)) {
    const rows = await read
      .selectFrom('dossiers as d')
      .leftJoin('dossier_phones as n', 'n.key', 'd.phone')
      .selectAll('d')
      .select(['n.key', 'n.number'])
      .where('d.service_point', '=', point)
      .where('d.code', 'in', part)
      .execute();
    for (const { service_point, key, number, phone: _, import: __, drawn: ___, suppressed, ...row } of rows)
      known.set(row.code, {
        ...row,
        point: service_point,
        phone: key && number ? { key, number } : null,
        suppressed: suppressed === 1,
      });
  }
  return known;
}

/** Adds dossiers or gives those of the same code their newer state. `numbers` are new; `loose` are no longer named. */
export async function putDossiers(
  tx: Tx,
  importId: string,
  rows: readonly KnownDossier[],
  { numbers, loose }: { readonly numbers: ReadonlySet<string>; readonly loose: readonly string[] },
): Promise<void> {
  if (rows.length === 0) return;
  const added = rows.flatMap(({ phone }) => (phone && numbers.has(phone.key) ? [phone] : []));
  if (added.length > 0) await tx.insertInto('dossier_phones').values(added).execute();
  await tx
    .insertInto('dossiers')
    .values(
      rows.map((row) => {
        const { point, phone, suppressed: _, ...columns } = row;
        return { ...columns, service_point: point, phone: phone?.key ?? null, import: importId };
      }),
    )
    .onConflict((on) =>
      on.columns(['service_point', 'code']).doUpdateSet((eb) => ({
        field: eb.ref('excluded.field'),
        procedure: eb.ref('excluded.procedure'),
        authority: eb.ref('excluded.authority'),
        counter: eb.ref('excluded.counter'),
        received: eb.ref('excluded.received'),
        due: eb.ref('excluded.due'),
        returned: eb.ref('excluded.returned'),
        phone: eb.ref('excluded.phone'),
        import: eb.ref('excluded.import'),
      })),
    )
    .execute();
  if (loose.length > 0)
    await tx
      .deleteFrom('dossier_phones')
      .where('key', 'in', [...loose])
      .execute();
}

/** Numbers that no dossier names any more; how many. */
export async function dropLoosePhones(tx: Tx): Promise<number> {
  const gone = await tx
    .deleteFrom('dossier_phones')
    .where('key', 'not in', (eb) =>
      eb.selectFrom('dossiers').select('phone').where('phone', 'is not', null).$castTo<{ phone: string }>(),
    )
    .returning('key')
    .execute();
  return gone.length;
}

export interface MonthCounts extends DossierCounts {
  readonly unit: string;
  readonly field: string;
  readonly month: string;
}

/** Imported statistics of these units, by unit, field and month. */
export async function importedCounts(read: Reader, units: readonly string[]): Promise<MonthCounts[]> {
  if (units.length === 0) return [];
  const rows = await read
    .selectFrom('dossier_counts')
    .selectAll()
    .where('source', '=', 'statistics')
    .where('unit', 'in', [...units])
    .execute();
  return rows.map(({ unit, field, span, received, early, on_time, late, open, overdue }) => ({
    unit,
    field,
    month: span,
    received,
    early,
    onTime: on_time,
    late,
    open,
    overdue,
  }));
}

export async function putCounts(tx: Tx, importId: string, rows: readonly MonthCounts[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('dossier_counts')
    .values(
      rows.map(({ unit, field, month, received, early, onTime, late, open, overdue }) => ({
        unit,
        field,
        received,
        early,
        late,
        open,
        overdue,
        span: month,
        source: 'statistics',
        on_time: onTime,
        import: importId,
      })),
    )
    .onConflict((on) =>
      on.columns(['unit', 'field', 'span', 'source']).doUpdateSet((eb) => ({
        received: eb.ref('excluded.received'),
        early: eb.ref('excluded.early'),
        on_time: eb.ref('excluded.on_time'),
        late: eb.ref('excluded.late'),
        open: eb.ref('excluded.open'),
        overdue: eb.ref('excluded.overdue'),
        import: eb.ref('excluded.import'),
      })),
    )
    .execute();
}
