import { isFieldCode } from '../shared/field-code.ts';
import { isDay } from '../shared/period.ts';
import type { FaultAt, FieldFault } from '../shared/wire/problem.ts';
import { csvCells } from './csv-cells.ts';

/**
 * Lists of fields and procedures as a spreadsheet writes them: UTF-8 with or without a mark, commas or semicolons, one
 * header line. A line without a field is a field, one with a field is a procedure of it. What is wrong is named by line
 * and column, as `lines.12.valid_from`, and never repeated.
 */

const LIST_COLUMNS = ['code', 'name_vi', 'name_en', 'field', 'authority', 'valid_from', 'valid_to'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];
const NEEDED: readonly ListColumn[] = ['code', 'name_vi', 'field'];

export interface ListLine {
  /** Of the file, from 1. */
  readonly line: number;
  readonly code: string;
  readonly nameVi: string;
  /** Empty: the Vietnamese one is used. Of this and what follows: undefined where the list has no such column. */
  readonly nameEn: string | undefined;
  readonly field: string;
  readonly authority: string | undefined;
  /** Null: as it is, or from today on. */
  readonly validFrom: string | null;
  /** Null: without an end. */
  readonly validTo: string | null | undefined;
}

export const faultIn = (line: number, column: ListColumn, why: FieldFault): FaultAt => ({
  at: `lines.${line}.${column}`,
  why,
});

const NAME_MOST = 300;
const LINES_MOST = 5_000;

export function readList(text: string): {
  readonly lines: readonly ListLine[];
  readonly faults: readonly FaultAt[];
} {
  const rows = csvCells(text);
  const header = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const columns = new Map(header.map((name, i) => [name, i]));
  const isKnown = header.every((name) => LIST_COLUMNS.some((column) => column === name));
  if (!isKnown || columns.size < header.length || NEEDED.some((name) => !columns.has(name)))
    return { lines: [], faults: [{ at: 'lines.1', why: 'wrong' }] };
  const body = rows.slice(1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (body.length > LINES_MOST) return { lines: [], faults: [{ at: 'lines', why: 'too-many' }] };
  const faults: FaultAt[] = [];
  const lines = body.map(({ line, cells }): ListLine => {
    const cell = (column: ListColumn) => cells[columns.get(column) ?? -1]?.trim() ?? '';
    const ifThere = <T>(column: ListColumn, value: T) => (columns.has(column) ? value : undefined);
    const say = (column: ListColumn, why: FieldFault | undefined) => {
      if (why) faults.push(faultIn(line, column, why));
    };
    if (cells.length > header.length) faults.push({ at: `lines.${line}`, why: 'too-many' });
    const code = cell('code');
    say('code', code === '' ? 'needed' : !isFieldCode(code) ? 'wrong' : undefined);
    const name = cell('name_vi');
    say('name_vi', name === '' ? 'needed' : name.length > NAME_MOST ? 'too-long' : undefined);
    if (cell('name_en').length > NAME_MOST) say('name_en', 'too-long');
    const [from, to] = [cell('valid_from'), cell('valid_to')].map(dayIn);
    if (from === undefined) say('valid_from', 'wrong');
    if (to === undefined) say('valid_to', 'wrong');
    if (from && to && to < from) say('valid_to', 'order');
    if (cell('field') === '' && cell('authority') !== '') say('authority', 'wrong');
    return {
      line,
      code,
      nameVi: name,
      nameEn: ifThere('name_en', cell('name_en')),
      field: cell('field'),
      authority: ifThere('authority', cell('authority')),
      validFrom: from ?? null,
      validTo: ifThere('valid_to', to ?? null),
    };
  });
  return { lines, faults };
}

/** `2026-03-31` or, as spreadsheets here write it, `31/3/2026`; null when empty, undefined when it is no day. */
function dayIn(cell: string): string | null | undefined {
  if (cell === '') return null;
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? [];
  const day = y ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : cell;
  return isDay(day) ? day : undefined;
}
