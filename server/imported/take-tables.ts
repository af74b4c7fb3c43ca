import { createHash } from 'node:crypto';
import { isSameVersion } from '../../shared/version-breaks.ts';
import type { LookedTable, TablesLook } from '../../shared/wire/imported-results.ts';
import type { Texts } from '../sheets/sheet-texts.ts';
import { importedOf, putImported, type TableSaid, type TableSource } from '../store/stored-imports.ts';
import type { Reader, Tx } from '../store/store.ts';
import { areaScore } from './imported-points.ts';
import { type TableGround, understandTables } from './understand-tables.ts';

/** Takes a file in: the whole of it or nothing. The same file a second time changes nothing. */

export interface TablesPlan {
  readonly look: TablesLook;
  /** Tables that are new or another one. */
  readonly changes: readonly TableSaid[];
}

export const hashOfFile = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What the file would do, from the state of now. */
export async function planTables(read: Reader, texts: Texts, ground: TableGround): Promise<TablesPlan> {
  if (texts.kind === 'refused') return nothing({ refused: texts.why });
  const { tables, faults } = understandTables(texts.rows, ground);
  if (faults.length > 0) return nothing({ faults });
  if (tables.length === 0) return nothing({ refused: 'no-rows' });
  const units = new Map(ground.units.map((unit) => [unit.id, unit]));
  const before = new Map(
    (await importedOf(read, [...new Set(tables.map(({ unit }) => unit))])).map((table) => [
      keyOf(table),
      table,
    ]),
  );
  const looked = tables.map((table): LookedTable => {
    const form = ground.forms.find((one) =>
      isSameVersion(one, { id: table.questionnaire, version: table.version }),
    )!;
    const known = before.get(keyOf(table));
    const score = (area: 'policy' | 'service') =>
      areaScore(table, form, area, { statistic: 'top2', aggregation: 'pooled' });
    return {
      unit: { id: table.unit, name: units.get(table.unit)!.name },
      period: table.period,
      form: { id: form.id, version: form.version },
      formName: form.name,
      forms: table.forms,
      items: table.items.length,
      act: known === undefined ? 'add' : saying(known) === saying(table) ? 'same' : 'change',
      policy: score('policy'),
      service: score('service'),
    };
  });
  return {
    look: { refused: null, faults: [], tables: looked, written: false },
    changes: tables.filter((_, i) => looked[i]!.act !== 'same'),
  };
}

export async function writeTables(tx: Tx, { changes, look }: TablesPlan, source: TableSource): Promise<void> {
  const replaced = new Set(look.tables.filter(({ act }) => act === 'change').map(keyOfLooked));
  for (const table of changes)
    await putImported(tx, { ...table, ...source, reason: replaced.has(keyOf(table)) ? source.reason : null });
}

const nothing = (look: Partial<TablesLook>): TablesPlan => ({
  look: { refused: null, faults: [], tables: [], written: false, ...look },
  changes: [],
});
const keyOf = ({ unit, period }: { readonly unit: string; readonly period: string }) => `${unit} ${period}`;
const keyOfLooked = ({ unit, period }: LookedTable) => keyOf({ unit: unit.id, period });
const saying = ({ questionnaire, version, forms, items }: TableSaid) =>
  JSON.stringify([
    questionnaire,
    version,
    forms,
    items.map(({ number, name, levels, noOpinion }) => [number, name, levels, noOpinion]),
  ]);
