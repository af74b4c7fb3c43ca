/** Records of a CSV text (RFC 4180), as lists and spreadsheets of this country write it: UTF-8 with or without a mark. */
export interface CsvRecord {
  /** Line of the text on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * One after another; a quoted cell may hold line breaks. The separator is the one that the first line has most of:
 * spreadsheets here write semicolons, because the comma stands in numbers.
 */
export function* csvRecords(file: string): Generator<CsvRecord> {
  const whole = file.replace(/^\uFEFF/, '');
  const said = /^sep=([;,\t])\r?\n/.exec(whole);
  const text = whole.slice(said?.[0].length ?? 0);
  const separator = said?.[1] ?? separatorOf(text);
  let [at, line] = [0, said ? 2 : 1];
  while (at < text.length) {
    const [begins, cells] = [line, [] as string[]];
    for (let isOpen = true; isOpen; ) {
      let cell = '';
      if (text[at] === '"') {
        for (at++; at < text.length; at++) {
          const quote = text.indexOf('"', at);
          const to = quote < 0 ? text.length : quote;
          cell += text.slice(at, to);
          at = to;
          if (text[at + 1] !== '"') break;
          cell += '"';
          at++;
        }
        at++;
        line += cell.split('\n').length - 1;
      }
      // what stands outside of quotes, also behind a quoted part
      let to = at;
      while (to < text.length && text[to] !== separator && text[to] !== '\n') to++;
      cells.push(cell + (text[to - 1] === '\r' && to > at ? text.slice(at, to - 1) : text.slice(at, to)));
      isOpen = text[to] === separator;
      at = to + 1;
    }
    line++;
    yield { line: begins, cells };
  }
}

/** All of them at once. */
export const csvCells = (file: string): CsvRecord[] => [...csvRecords(file)];

function separatorOf(text: string): string {
  const head = text.slice(0, text.indexOf('\n') + 1 || undefined).replace(/"[^"]*"/g, '');
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
