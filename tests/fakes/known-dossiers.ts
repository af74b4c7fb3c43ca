import { addImport, type Import } from '../../server/store/dossier-imports.ts';
import { type Dossier, type MonthCounts, putCounts, putDossiers } from '../../server/store/dossiers.ts';
import { toHex } from '../../shared/ids.ts';
import type { Office } from './office.ts';

/** Dossiers that an office knows, written as an import leaves them. */
type Known = Pick<Office, 'store' | 'random' | 'unit' | 'point'>;

/** Statistics of months; what a row does not name is zero, and of all fields. */
export async function knowStatistics(office: Known, rows: readonly Partial<MonthCounts>[]): Promise<void> {
  const usual = {
    unit: office.unit,
    field: '',
    received: 0,
    early: 0,
    onTime: 0,
    late: 0,
    open: 0,
    overdue: 0,
  };
  await office.store.write(async (tx) => {
    const id = await anImport(tx, office, { kind: 'statistics' });
    await putCounts(
      tx,
      id,
      rows.map((row) => ({ ...usual, month: '2026-11', ...row })),
    );
  });
}

/** A list of one service point that holds everything of some months. */
export async function knowList(
  office: Known,
  about: Pick<Import, 'day' | 'covers'>,
  rows: readonly (Pick<Dossier, 'received' | 'due' | 'returned'> & { readonly field?: string })[],
): Promise<void> {
  await office.store.write(async (tx) => {
    const id = await anImport(tx, office, { kind: 'list', ...about });
    const dossiers = rows.map((row, i) => ({
      point: office.point,
      code: `${id}-${i}`,
      field: 'ht',
      procedure: null,
      authority: null,
      counter: null,
      phone: null,
      suppressed: false,
      ...row,
    }));
    await putDossiers(tx, id, dossiers, { numbers: new Set(), loose: [] });
  });
}

async function anImport(
  tx: Parameters<typeof addImport>[0],
  { random, unit, point }: Known,
  about: Partial<Import>,
): Promise<string> {
  const id = toHex(random(16));
  const nothing = { account: null, sha256: id, added: 0, changed: 0, same: 0, left: 0, covers: null };
  await addImport(tx, { id, unit, kind: 'list', day: '2026-11-20', points: [point], ...nothing, ...about });
  return id;
}
