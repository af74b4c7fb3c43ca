import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { zipEntries } from '../../server/zip-directory.ts';

/** Files of a report as plain text and plain values, read without a line of the product's drawing. */

function filesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    zipEntries(bytes, 300).map(({ name, method, packed }) => {
      return [name, (method === 0 ? Buffer.from(packed) : inflateRawSync(packed)).toString('utf8')] as const;
    }),
  );
}

const plain = (xml: string) =>
  xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The paragraphs of a Word file, a row of a table on one line with bars between its cells, and the words behind its pictures. */
export function linesOfDocx(bytes: Uint8Array): { readonly lines: string[]; readonly alts: string[] } {
  const xml = filesOf(bytes).get('word/document.xml')!;
  const lines = [...xml.matchAll(/<w:tr[ >][\s\S]*?<\/w:tr>|<w:p[ >][\s\S]*?<\/w:p>/g)]
    .map(([part]) =>
      part.startsWith('<w:tr')
        ? part
            .split('</w:tc>')
            .slice(0, -1)
            .map((cell) => cell.split('</w:p>').map(plain).join(' ').trim())
            .join(' | ')
        : plain(part),
    )
    .filter((line) => line !== '');
  return { lines, alts: [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, alt]) => plain(alt!)) };
}

/** The cells of a sheet that another program has computed and saved. */
export interface SavedSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, string | number>;
  /** Addresses at which a formula stands. */
  readonly formulas: ReadonlySet<string>;
  /** The row whose cell in a column holds this. */
  rowOf(column: string, value: string | number): number;
}

export function savedSheets(file: string): SavedSheet[] {
  const files = filesOf(readFileSync(file));
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    ([, one]) => [...one!.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => plain(text!)).join(''),
  );
  const names = [...files.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return names.map(([, name], i) => {
    const cells = new Map<string, string | number>();
    const formulas = new Set<string>();
    const xml = files.get(`xl/worksheets/sheet${i + 1}.xml`)!;
    for (const [, attributes, inside = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const address = /r="([A-Z]+\d+)"/.exec(attributes!)![1]!;
      if (/<f[ >]/.test(inside)) formulas.add(address);
      const [, value] = /<v>([\s\S]*?)<\/v>/.exec(inside) ?? [];
      if (value === undefined) continue;
      const kind = /t="(\w+)"/.exec(attributes!)?.[1];
      cells.set(
        address,
        kind === 's' ? shared[Number(value)]! : kind === 'str' || kind === 'e' ? plain(value) : Number(value),
      );
    }
    return {
      name: plain(name!),
      cells,
      formulas,
      rowOf(column, value) {
        for (const [address, cell] of cells)
          if (cell === value && new RegExp(`^${column}\\d`).test(address))
            return Number(address.slice(column.length));
        throw new Error(`no row of ${plain(name!)} has ${value} in ${column}`);
      },
    };
  });
}
