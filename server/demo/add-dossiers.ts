import { setImmediate as nextTurn } from 'node:timers/promises';
import { toHex } from '../../shared/ids.ts';
import { addImport, type Import } from '../store/dossier-imports.ts';
import { putCounts, putDossiers } from '../store/dossiers.ts';
import type { Tx } from '../store/store.ts';
import { chanceFor } from './chance.ts';
import { inventDossiers } from './invent-dossiers.ts';
import { TOP } from './lam-khe.ts';
import type { Plan } from './plan.ts';
import type { Calendar } from './working-days.ts';

/** Rows of one statement; SQLite takes 32,766 values. */
const AT_ONCE = 1_000;

/** Writes the invented dossiers as two imports leave them: a list, and statistics. No number to call is invented. */
export async function addDossiers(tx: Tx, calendar: Calendar, plan: Plan): Promise<void> {
  const { list, statistics, listed } = inventDossiers(calendar, plan);
  const points = [...new Set(list.map(({ point }) => point))];
  await addImport(tx, importOf('list', calendar, list.length, { covers: listed, points }));
  for (let i = 0; i < list.length; i += AT_ONCE) {
    const rows = list.slice(i, i + AT_ONCE).map((row) => ({ ...row, phone: null, suppressed: false }));
    await putDossiers(tx, idOf('list'), rows, { numbers: new Set(), loose: [] });
    await nextTurn();
  }
  await addImport(tx, importOf('statistics', calendar, statistics.length, { covers: null, points: [] }));
  for (let i = 0; i < statistics.length; i += AT_ONCE)
    await putCounts(tx, idOf('statistics'), statistics.slice(i, i + AT_ONCE));
}

const idOf = (kind: Import['kind']) => `lk-${kind}`;

function importOf(
  kind: Import['kind'],
  { today }: Calendar,
  added: number,
  about: Pick<Import, 'covers' | 'points'>,
): Import {
  const sha256 = toHex(chanceFor('import', kind).bytes(32));
  const counts = { added, changed: 0, same: 0, left: 0 };
  return { id: idOf(kind), unit: TOP, kind, day: today, account: null, sha256, ...counts, ...about };
}
