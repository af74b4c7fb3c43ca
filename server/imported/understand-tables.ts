import { bareText } from '../../shared/bare-text.ts';
import { sureForms } from '../../shared/counted-figure.ts';
import { FORMER_HEADINGS } from '../../shared/former-headings.ts';
import { type Period, readPeriod, REPORT_PARTS } from '../../shared/period.ts';
import { periodName } from '../../shared/period-name.ts';
import {
  type FaultyCell,
  TABLE_COLUMNS,
  TABLE_FAULTS_SHOWN,
  type TableColumn,
  type TableFault,
} from '../../shared/wire/imported-results.ts';
import { plainName } from '../import-list.ts';
import type { TextRow } from '../sheets/sheet-texts.ts';
import type { StoredItem, TableSaid } from '../store/stored-imports.ts';
import type { Unit } from '../store/organisation.ts';
import { formNamed, type KnownForm, numbersIn } from './known-forms.ts';

/**
 * Rows of a file, an item each, understood as tables of a unit and a period. Everything that is wrong is named by row and
 * column, and nothing of what stands there is repeated.
 */

const LEVELS = ['level1', 'level2', 'level3', 'level4', 'level5'] as const;
/** One of the two says which unit; a table need not know who had no opinion, nor what its items are called. */
const MAY_LACK: readonly TableColumn[] = ['unit', 'unitName', 'itemName', 'noOpinion'];
const NAME_MOST = 400;
const COUNT_MOST = 10_000_000;

export interface TableGround {
  /** Units of the scope. */
  readonly units: readonly Unit[];
  readonly forms: readonly KnownForm[];
  readonly today: string;
}
export interface UnderstoodTables {
  readonly tables: readonly TableSaid[];
  readonly faults: readonly FaultyCell[];
}

interface Table {
  readonly unit: string;
  readonly period: string;
  readonly form: KnownForm;
  readonly forms: number;
  readonly first: number;
  readonly items: Map<number, StoredItem>;
}

export function understandTables(rows: readonly TextRow[], ground: TableGround): UnderstoodTables {
  const head = rows.find(({ cells }) => columnsIn(cells).size >= MAY_LACK.length);
  const columns = columnsIn(head?.cells ?? []);
  const lacking = TABLE_COLUMNS.filter((name) => !MAY_LACK.includes(name) && !columns.has(name));
  if (!columns.has('unit') && !columns.has('unitName')) lacking.unshift('unit');
  if (!head || lacking.length > 0)
    return {
      tables: [],
      faults: lacking.map((column) => ({ row: head?.row ?? 1, column, why: 'column' as const })),
    };
  const faults: FaultyCell[] = [];
  const tables = new Map<string, Table>();
  const read = createRowReader(columns, ground, (fault) => faults.push(fault));
  for (const row of rows) {
    // the template says its numbers by itself: a row in which nobody has counted anything is left out
    if (row.row <= head.row || isBlank(row, columns)) continue;
    const one = read(row);
    if (!one) continue;
    const key = `${one.unit} ${one.period}`;
    const table = tables.get(key) ?? { ...one, first: row.row, items: new Map<number, StoredItem>() };
    tables.set(key, table);
    const say = (column: TableColumn, why: TableFault) => faults.push({ row: row.row, column, why });
    if (table.form !== one.form) say('form', 'differs');
    else if (table.forms !== one.forms) say('forms', 'differs');
    else if (table.items.has(one.item.number)) say('item', 'twice');
    else table.items.set(one.item.number, one.item);
  }
  for (const table of faults.length === 0 ? tables.values() : []) {
    if (!areasAreWhole(table)) faults.push({ row: table.first, column: 'item', why: 'items-missing' });
  }
  const isMany = faults.length > TABLE_FAULTS_SHOWN;
  return {
    tables: faults.length > 0 ? [] : [...tables.values()].map(saidOf),
    faults: isMany
      ? [
          ...faults.slice(0, TABLE_FAULTS_SHOWN),
          { row: faults[TABLE_FAULTS_SHOWN]!.row, column: null, why: 'too-many' },
        ]
      : faults,
  };
}

const plainHeading = (text: string) =>
  bareText(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function columnsIn(cells: readonly string[]): ReadonlyMap<TableColumn, number> {
  const plain = cells.map(plainHeading);
  const found = new Map<TableColumn, number>();
  for (const name of TABLE_COLUMNS) {
    const at = plain.findIndex(
      (text) => text === plainHeading(FORMER_HEADINGS[name]) || text === name.toLowerCase(),
    );
    if (at >= 0) found.set(name, at);
  }
  return found;
}

const isBlank = ({ cells }: TextRow, columns: ReadonlyMap<TableColumn, number>) =>
  [...LEVELS, 'noOpinion' as const].every((name) => (cells[columns.get(name) ?? -1] ?? '').trim() === '');

function createRowReader(
  columns: ReadonlyMap<TableColumn, number>,
  { units, forms, today }: TableGround,
  tell: (fault: FaultyCell) => void,
) {
  const byName = new Map<string, Unit[]>();
  for (const unit of units) {
    const name = plainName(unit.name.vi);
    byName.set(name, [...(byName.get(name) ?? []), unit]);
  }
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const unitOf = (id: string, name: string): Unit | undefined => {
    if (id !== '') return byId.get(id);
    const named = byName.get(plainName(name)) ?? [];
    return named.length === 1 ? named[0] : undefined;
  };
  return ({ row, cells }: TextRow) => {
    let isFaulty = false;
    const cell = (name: TableColumn) => (cells[columns.get(name) ?? -1] ?? '').trim();
    const must = <T>(column: TableColumn, found: T | undefined, why: TableFault): T | undefined => {
      if (found !== undefined) return found;
      isFaulty = true;
      tell({ row, column, why: cell(column) === '' ? 'needed' : why });
      return undefined;
    };
    const count = (column: TableColumn) => must(column, countIn(cell(column)), 'count');
    const unit = must(
      cell('unit') === '' ? 'unitName' : 'unit',
      unitOf(cell('unit'), cell('unitName')),
      'unit',
    );
    const period = must('period', periodIn(cell('period')), 'period');
    if (period && period.to >= today) must('period', undefined, 'not-ended');
    const form = must('form', formNamed(forms, cell('form')), 'form');
    const number = must('item', countIn(cell('item')), 'item');
    if (form && number !== undefined && !numbersIn(form).includes(number)) must('item', undefined, 'item');
    const levels = LEVELS.map(count);
    const noOpinion = cell('noOpinion') === '' ? null : count('noOpinion');
    const all = count('forms');
    if (isFaulty) return undefined;
    const answers = levels.reduce<number>((sum, one) => sum + one!, noOpinion ?? 0);
    if (answers > all!) must('forms', undefined, 'sum');
    if (isFaulty) return undefined;
    const name = cell('itemName').normalize('NFC').replace(/\s+/g, ' ').slice(0, NAME_MOST);
    return {
      unit: unit!.id,
      period: period!.id,
      form: form!,
      forms: all!,
      item: {
        number: number!,
        name: name === '' ? null : name,
        levels: levels as number[],
        noOpinion: noOpinion ?? null,
      },
    };
  };
}

/** A whole number, as spreadsheets here write it: points or spaces between thousands. */
function countIn(text: string): number | undefined {
  if (!/^(?:\d{1,8}|\d{1,3}(?:[.\s]\d{3})+)$/.test(text)) return undefined;
  const value = Number(text.replace(/\D/g, ''));
  return value < COUNT_MOST ? value : undefined;
}

/** A reporting period by its id or name; a bare year is the reporting year. */
export function periodIn(text: string): Period | undefined {
  const words = plainName(text);
  const id = /^20\d\d$/.test(words) ? `report-${words}-year` : words;
  const known = readPeriod(id);
  if (known) return known.kind === 'report' ? known : undefined;
  const year = /20\d\d/.exec(words)?.[0];
  const named = REPORT_PARTS.map((part) => `report-${year}-${part}`).find((one) =>
    (['vi', 'en'] as const).some((language) => plainName(periodName(one, language)) === words),
  );
  return year && named ? readPeriod(named) : undefined;
}

/** What a table lacks of an area would move its percentage unseen. */
const areasAreWhole = ({ form, items }: Table) =>
  form.areas.every((area) => {
    const numbers = numbersIn({ ...form, areas: [area] });
    const known = numbers.filter((number) => items.has(number)).length;
    return known === 0 || known === numbers.length;
  });

function saidOf({ unit, period, form, forms, items }: Table): TableSaid {
  const sorted = [...items.values()].sort((a, b) => a.number - b.number);
  const sure = (code: string) => {
    const inArea = new Set(numbersIn({ ...form, areas: form.areas.filter((area) => area.code === code) }));
    return sureForms(sorted.filter(({ number }) => inArea.has(number)));
  };
  return {
    unit,
    period,
    forms,
    policy: sure('I'),
    service: sure('II'),
    questionnaire: form.id,
    version: form.version,
    items: sorted,
  };
}
