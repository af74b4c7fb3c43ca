import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { RandomBytes } from '../../shared/ids.ts';
import { localDay, readPeriod } from '../../shared/period.ts';
import type { RowFile } from '../../shared/wire/row-exports.ts';
import { audited } from '../audited.ts';
import { writeExport } from '../exports/exporter.ts';
import { note } from '../store/audit.ts';
import { allUnits } from '../store/organisation.ts';
import type { Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';
import type { Language } from './usage.ts';

/** By the end of the file's name. */
const KINDS: Readonly<Record<string, RowFile>> = { zip: 'csv', xlsx: 'xlsx' };

/** Forms of a unit and all below as a table, one a row: the file that auditors take from their page. */
export async function exportRows(
  place: { readonly store: Store; readonly random: RandomBytes; readonly clock: () => number },
  [unit, period, file]: readonly string[],
  language: Language,
): Promise<string> {
  const { store, clock } = place;
  const kind = KINDS[file?.split('.').at(-1) ?? ''];
  if (!unit || !period || !file || !kind)
    throw new CallFault(
      'Name a unit ("npm run sipas -- invite" lists them), a period such as report-2026-q1 or "all", and a new file that ends in .zip or .xlsx.',
    );
  if (!(await allUnits(store.read)).some(({ id }) => id === unit))
    throw new CallFault(`There is no unit ${unit}.`);
  if (period !== 'all' && !readPeriod(period))
    throw new CallFault(
      `${period} is no period. Examples: report-2026-q1, report-2026-year, quarter-2026-1, month-2026-11, half-2026-11-1, all.`,
    );
  if (existsSync(file)) throw new CallFault(`${file} is there already. Name a new file.`);
  const asked = { unit, period: period === 'all' ? null : period, file: kind, language };
  const write = (what: string, more: Readonly<Record<string, number>> = {}) => {
    const details = { unit, file: kind, period: asked.period, by: 'operator', ...more };
    return store.write((tx) =>
      note(tx, audited(place, { account: null, unit, what, subject: null, details })),
    );
  };
  // what is not written down does not leave
  await write('export-rows');
  const output = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  let rows = 0;
  try {
    await writeExport(
      store,
      { ...asked, day: localDay(clock()), nowMs: clock() },
      async (piece) => {
        if (!output.write(piece)) await once(output, 'drain');
      },
      (progress) => (rows = progress.rows),
    );
    output.end();
    await finished(output);
  } catch (error) {
    output.destroy();
    // half a file must not look like a whole one
    rmSync(file, { force: true });
    throw error;
  }
  await write('export-rows-ended', { rows });
  return `Written to ${file}: ${rows} forms. They are raw answers: keep the file in custody.`;
}
