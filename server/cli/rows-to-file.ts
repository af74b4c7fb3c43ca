import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { RandomBytes } from '../../shared/ids.ts';
import { localDay, readPeriod } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { RowFile } from '../../shared/wire/row-exports.ts';
import { audited } from '../audited.ts';
import { writeExport } from '../exports/exporter.ts';
import type { Said } from '../said/said.ts';
import { note } from '../store/audit.ts';
import { allUnits } from '../store/organisation.ts';
import type { Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';

/** By the end of the file's name. */
const KINDS: Readonly<Record<string, RowFile>> = { zip: 'csv', xlsx: 'xlsx' };

/** Forms of a unit and all below as a table, one a row: the file that auditors take from their page. */
export async function exportRows(
  place: { readonly store: Store; readonly random: RandomBytes; readonly clock: () => number },
  [unit, period, file]: readonly string[],
  language: Language,
): Promise<Said> {
  const { store, clock } = place;
  const kind = KINDS[file?.split('.').at(-1) ?? ''];
  if (!unit || !period || !file || !kind) throw new CallFault(({ people }) => people.rows.name);
  if (!(await allUnits(store.read)).some(({ id }) => id === unit))
    throw new CallFault(({ call }) => call.noUnit(unit));
  if (period !== 'all' && !readPeriod(period))
    throw new CallFault(({ people }) => people.rows.noPeriod(period));
  if (existsSync(file)) throw new CallFault(({ call }) => call.fileThere(file));
  if (!existsSync(dirname(file))) throw new CallFault(({ call }) => call.notWritable(file));
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
  return ({ people }) => people.rows.written(file, rows);
}
