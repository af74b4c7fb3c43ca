import { ageDayOf, numberUntil } from '../../shared/dossier-age.ts';
import { readPhone } from '../../shared/vietnam-phone.ts';
import type {
  DossierCounts,
  FaultyRow,
  FileColumn,
  Mapping,
  RowFault,
  RowNote,
} from '../../shared/wire/dossier-requests.ts';
import type { Dossier } from '../store/dossiers.ts';
import { countIn, dayIn, monthIn } from './cell-values.ts';
import { bareHeading } from './headings.ts';
import { createNames, type Named } from './known-names.ts';
import type { SheetCell, SheetRow } from '../sheets/sheet-rows.ts';

/** What stands in a row, in our own words; pure, so that the same rows are understood alike when they are taken in. */

export interface ListRow extends Dossier {
  readonly row: number;
  readonly phone: string | null;
}
export interface StatisticsRow extends DossierCounts {
  readonly row: number;
  readonly unit: string;
  /** '' = all fields. */
  readonly field: string;
  readonly month: string;
}

/** What the rows may name, and the rules of today. */
export interface Ground {
  readonly today: string;
  readonly fields: readonly Named[];
  readonly procedures: readonly (Named & { readonly field: string; readonly authority: string | null })[];
  /** Whatever may decide: every unit of the tree that has not ended. */
  readonly authorities: readonly Named[];
  /** Inside the scope of who asks. */
  readonly units: readonly Named[];
  readonly points: readonly (Named & { readonly unit: string })[];
  /** Days that a number stays after the dossier was returned. */
  readonly phoneDays: number;
  /** Dossiers of this age day and older are only counts any more; '' = none yet. */
  readonly reducedUntil: string;
}

export interface Understood {
  readonly list?: ListRow;
  readonly statistics?: StatisticsRow;
  readonly fault?: FaultyRow;
  readonly notes: readonly FaultyRow[];
}

class Faulty extends Error {
  readonly at: FileColumn | null;
  readonly why: RowFault;
  constructor(at: FileColumn | null, why: RowFault) {
    super(why);
    this.at = at;
    this.why = why;
  }
}

const CODE_MOST = 64;
const COUNTER_MOST = 40;
const DAYS_KEPT = 5_000;
const TOTALS = /^(?:tong|cong|total)(?: (?:cong|so|hop|toan .*))?$/;

/** Understands row after row; `unknown` is told each word that names nothing of ours. */
export function createUnderstanding(
  mapping: Mapping,
  ground: Ground,
  unknown: (what: 'field' | 'place', word: string) => void,
): (row: SheetRow) => Understood {
  const { columns, meanings, kind } = mapping;
  const { today } = ground;
  const fieldNamed = createNames(ground.fields, meanings.field);
  const procedureNamed = createNames(ground.procedures);
  const authorityNamed = createNames(ground.authorities);
  const unitNamed = createNames(ground.units, meanings.place);
  const pointNamed = createNames(ground.points, meanings.place);
  const seen = new Set<string>();
  // a file has few days and says each many times
  const days = new Map<string, string>();

  return ({ row, cells }) => {
    const notes: FaultyRow[] = [];
    const note = (column: FileColumn, why: RowNote) => notes.push({ row, column, why });
    const cell = (column: FileColumn): SheetCell | undefined => {
      const at = columns[column];
      const found = at === undefined ? undefined : cells[at];
      if (found?.is) throw new Faulty(column, found.is);
      return found;
    };
    const needed = (column: FileColumn): SheetCell => {
      const found = cell(column);
      if (!found) throw new Faulty(column, 'needed');
      return found;
    };
    const day = (column: FileColumn, found: SheetCell | undefined): string | null => {
      if (!found || found.text === '-') return null;
      const read = days.get(found.text) ?? dayIn(found);
      if (!read) throw new Faulty(column, 'date');
      if (days.size < DAYS_KEPT) days.set(found.text, read);
      return read;
    };
    function named<T extends Named>(
      column: FileColumn,
      what: 'field' | 'place',
      word: string,
      find: (word: string) => T | undefined,
    ): T {
      const found = find(word);
      if (found) return found;
      unknown(what, word);
      throw new Faulty(column, 'unknown');
    }

    function listRow(): ListRow {
      const code = needed('code').text.replace(/\s+/g, '');
      if (code.length > CODE_MOST) throw new Faulty('code', 'too-long');
      const place = cell('point')?.text ?? mapping.place;
      if (!place) throw new Faulty('point', 'needed');
      // a system that knows no service points names the unit: its only one is meant
      const ofUnit = (word: string) => {
        const unit = unitNamed(word)?.id;
        const inside = unit ? ground.points.filter((point) => point.unit === unit) : [];
        return inside.length === 1 ? inside[0] : undefined;
      };
      const point = named('point', 'place', place, (word) => pointNamed(word) ?? ofUnit(word)).id;
      const key = `${point} ${code}`;
      if (seen.has(key)) throw new Faulty('code', 'twice');
      const received = day('received', needed('received'))!;
      const due = day('due', cell('due'));
      const returned = day('returned', cell('returned'));
      if (received > today) throw new Faulty('received', 'future');
      if (returned !== null && returned > today) throw new Faulty('returned', 'future');
      if (due !== null && due < received) throw new Faulty('due', 'order');
      if (returned !== null && returned < received) throw new Faulty('returned', 'order');
      const span = { received, due, returned };
      if (ageDayOf(span) <= ground.reducedUntil) throw new Faulty('received', 'too-old');
      const { field, procedure, authority } = what();
      const counter = counterOf();
      const phone = phoneOf(span);
      seen.add(key);
      return { row, point, code, field, procedure, authority, counter, phone, ...span };
    }

    function what() {
      const words = [cell('field')?.text, cell('procedure')?.text, cell('authority')?.text];
      const procedure = words[1] === undefined ? undefined : procedureNamed(words[1]);
      const known = words[0] === undefined ? undefined : fieldNamed(words[0]);
      const field = known?.id ?? procedure?.field;
      if (field === undefined) {
        if (words[0] === undefined) throw new Faulty('field', 'needed');
        unknown('field', words[0]);
        throw new Faulty('field', 'unknown');
      }
      if (words[1] !== undefined && !procedure) note('procedure', 'procedure');
      const authority = words[2] === undefined ? undefined : authorityNamed(words[2]);
      if (words[2] !== undefined && !authority) note('authority', 'authority');
      return {
        field,
        procedure: procedure?.id ?? null,
        authority: authority?.id ?? procedure?.authority ?? null,
      };
    }

    function counterOf(): string | null {
      const counter = cell('counter')?.text ?? null;
      if (counter === null || counter.length <= COUNTER_MOST) return counter;
      note('counter', 'counter');
      return null;
    }

    function phoneOf(span: Pick<ListRow, 'received' | 'due' | 'returned'>): string | null {
      const found = cell('phone');
      if (!found) return null;
      const phone = readPhone(found.text);
      if (phone && numberUntil(span, ground.phoneDays) >= today) return phone;
      note('phone', phone ? 'phone-old' : 'phone');
      return null;
    }

    function statisticsRow(): StatisticsRow {
      const place = cell('unit')?.text ?? mapping.place;
      if (!place) throw new Faulty('unit', 'needed');
      const unit = named('unit', 'place', place, unitNamed).id;
      const word = cell('field')?.text;
      const field = word === undefined ? '' : named('field', 'field', word, fieldNamed).id;
      const said = cell('month');
      const month = said ? monthIn(said) : mapping.month;
      if (!month) throw new Faulty('month', said ? 'month' : 'needed');
      if (month > today.slice(0, 7)) throw new Faulty('month', 'future');
      const key = `${unit} ${field} ${month}`;
      if (seen.has(key)) throw new Faulty('month', 'twice');
      const count = (column: FileColumn): number | null => {
        if (columns[column] === undefined) return null;
        const found = cell(column);
        const value = found ? countIn(found) : 0;
        if (value === undefined) throw new Faulty(column, 'count');
        return value;
      };
      const [received, early, onTime] = [count('received'), count('early'), count('onTime')];
      const [late, open, overdue] = [count('late'), count('open'), count('overdue')];
      if (open !== null && overdue !== null && overdue > open) throw new Faulty('overdue', 'sum');
      seen.add(key);
      return { row, unit, field, month, received, early, onTime, late, open, overdue };
    }

    try {
      if (isTotals(cells)) throw new Faulty(null, 'totals');
      return kind === 'list' ? { list: listRow(), notes } : { statistics: statisticsRow(), notes };
    } catch (error) {
      if (!(error instanceof Faulty)) throw error;
      return { fault: { row, column: error.at, why: error.why }, notes: [] };
    }
  };
}

/** A line of sums, as reports end with one: told by one of its first two cells that hold words. */
function isTotals(cells: SheetRow['cells']): boolean {
  const words = cells.filter((cell) => cell && cell.number === undefined && /\p{L}/u.test(cell.text));
  return words.slice(0, 2).some((cell) => TOTALS.test(bareHeading(cell!.text)));
}
