import { ROWS_MOST } from '../../shared/wire/dossier-requests.ts';
import { FileRefused } from './file-refused.ts';
import { COLUMNS_MOST, dayOfSerial, type Merge, type SheetCell, type SheetRow } from './sheet-rows.ts';
import { createXmlReader, type XmlSink } from './xml-tags.ts';

export interface SheetRules {
  readonly from1904: boolean;
  readonly shared: readonly string[];
  /** By style. */
  readonly isDate: readonly boolean[];
}

/** The rows of one sheet, in pieces as they are unpacked; merged cells come last and are added to `merges`. */
export async function* readSheet(
  pieces: AsyncIterable<string>,
  rules: SheetRules,
  merges: Merge[],
): AsyncGenerator<SheetRow[]> {
  let ready: SheetRow[] = [];
  let count = 0;
  const sink = sheetSink(rules, merges, (row) => {
    // headings and some lines above them
    if (++count > ROWS_MOST + 50) throw new FileRefused('too-many-rows');
    ready.push(row);
  });
  const reader = createXmlReader(sink);
  for await (const piece of pieces) {
    reader.write(piece);
    if (ready.length === 0) continue;
    yield ready;
    ready = [];
  }
  reader.end();
}

function sheetSink(rules: SheetRules, merges: Merge[], take: (row: SheetRow) => void): XmlSink {
  let row = 0;
  let cells: (SheetCell | undefined)[] = [];
  let column = -1;
  let [type, style, value, text] = ['', 0, '', ''];
  let [isFormula, within] = [false, ''];
  return {
    open(tag, attribute) {
      if (tag === 'row') {
        row = Number(attribute('r') ?? row + 1);
        cells = [];
        column = -1;
      } else if (tag === 'c') {
        const name = attribute('r');
        column = name ? columnOf(name) : column + 1;
        type = attribute('t') ?? 'n';
        style = Number(attribute('s') ?? 0);
        [value, text, isFormula, within] = ['', '', false, ''];
      } else if (tag === 'f') isFormula = true;
      else if (tag === 'v' || tag === 't') within = tag;
      else if (tag === 'mergeCell') {
        const merge = mergeOf(attribute('ref') ?? '');
        if (merge) merges.push(merge);
      }
    },
    close(tag) {
      if (tag === 'v' || tag === 't') within = '';
      else if (tag === 'c') {
        const cell = cellOf(rules, { type, style, value, text, isFormula });
        if (cell && column >= 0 && column < COLUMNS_MOST) cells[column] = cell;
      } else if (tag === 'row' && cells.length > 0) take({ row, cells });
    },
    text(piece) {
      if (within === 'v') value += piece;
      else if (within === 't') text += piece;
    },
  };
}

interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly text: string;
  readonly isFormula: boolean;
}

function cellOf(rules: SheetRules, { type, style, value, text, isFormula }: RawCell): SheetCell | undefined {
  const formula = isFormula ? ({ is: 'formula' } as const) : {};
  if (type === 'e') return { text: value, is: isFormula ? 'formula' : 'error' };
  if (type === 's' || type === 'inlineStr' || type === 'str') {
    const words = (type === 's' ? (rules.shared[Number(value)] ?? '') : type === 'str' ? value : text).trim();
    return words === '' && !isFormula ? undefined : { text: words, ...formula };
  }
  if (value === '') return isFormula ? { text: '', ...formula } : undefined;
  if (type === 'd') return { text: value, day: value.slice(0, 10), ...formula };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', ...formula };
  const number = Number(value);
  const day = rules.isDate[style] ? dayOfSerial(number, rules.from1904) : undefined;
  return { text: String(number), number, ...(day && { day }), ...formula };
}

/** `AB12` is column 27. */
function columnOf(name: string): number {
  let column = 0;
  for (const letter of name.replace(/[^A-Z]/g, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function mergeOf(ref: string): Merge | undefined {
  const [first, last] = ref.split(':');
  if (!first || !last) return undefined;
  const rowOf = (name: string) => Number(name.replace(/\D/g, ''));
  return { rows: [rowOf(first), rowOf(last)], columns: [columnOf(first), columnOf(last)] };
}
