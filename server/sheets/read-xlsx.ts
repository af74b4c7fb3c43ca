import type { ZipEntry } from '../zip-directory.ts';
import { FileRefused } from './file-refused.ts';
import { readSheet, type SheetRules } from './read-sheet.ts';
import type { Merge, Sheet, SheetRow } from './sheet-rows.ts';
import { createXmlReader, type XmlSink } from './xml-tags.ts';
import { type Budget, unpacked, workbookParts } from './workbook-parts.ts';

/** The workbook of an .xlsx file: names, formats, shared words, and the first sheet that holds anything. */

/** Fifty thousand dossiers unpack to about 40 MB; a whole workbook may have several sheets of them. */
const UNPACKED_MOST_BYTES = 300 * 2 ** 20;
const SHARED_MOST_LETTERS = 64 * 2 ** 20;

export async function readXlsx(bytes: Uint8Array): Promise<Sheet> {
  const parts = workbookParts(bytes);
  const names = [...parts.keys()];
  if (names.some((name) => /vbaProject\.bin$|macrosheets\//i.test(name))) throw new FileRefused('macros');
  const book = names.find((name) => /(?:^|\/)workbook\.xml$/.test(name));
  if (!book) throw new FileRefused('not-a-sheet');
  const budget: Budget = { left: UNPACKED_MOST_BYTES };
  const folder = book.slice(0, book.lastIndexOf('/') + 1);
  const read = (name: string, sink: Partial<XmlSink>) => readPart(parts.get(name), sink, budget);

  const sheets: { readonly name: string; readonly rel: string; readonly isHidden: boolean }[] = [];
  let from1904 = false;
  await read(book, {
    open(tag, attribute) {
      if (tag === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (tag !== 'sheet') return;
      const isHidden = (attribute('state') ?? '').toLowerCase().endsWith('hidden');
      sheets.push({ name: attribute('name') ?? '', rel: attribute('r:id') ?? '', isHidden });
    },
  });
  const targets = new Map<string, string>();
  await read(`${folder}_rels/workbook.xml.rels`, {
    open(tag, attribute) {
      if (tag !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : folder + target);
    },
  });
  const rules: SheetRules = {
    from1904,
    shared: await sharedWords(read, `${folder}sharedStrings.xml`),
    isDate: await dateFormats(read, `${folder}styles.xml`),
  };
  for (const { name, rel, isHidden } of sheets) {
    const part = isHidden ? undefined : parts.get(targets.get(rel) ?? '');
    if (!part) continue;
    const merges: Merge[] = [];
    const rows = readSheet(unpacked(part, budget), rules, merges);
    const first = await rows.next();
    if (!first.done) return { name, rows: goOn(first.value, rows), merges };
  }
  throw new FileRefused('no-rows');
}

async function* goOn(first: SheetRow[], rest: AsyncIterable<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  yield first;
  yield* rest;
}

type ReadPart = (name: string, sink: Partial<XmlSink>) => Promise<void>;

async function readPart(part: ZipEntry | undefined, sink: Partial<XmlSink>, budget: Budget): Promise<void> {
  if (!part) return;
  const nothing = () => {};
  const reader = createXmlReader({ open: nothing, close: nothing, text: nothing, ...sink });
  for await (const piece of unpacked(part, budget)) reader.write(piece);
  reader.end();
}

/** Words that several cells share; without how they are pronounced. */
async function sharedWords(read: ReadPart, name: string): Promise<readonly string[]> {
  const words: string[] = [];
  let [word, isText, isSpoken, letters] = ['', false, false, 0];
  await read(name, {
    open(tag) {
      if (tag === 'si') word = '';
      if (tag === 't') isText = true;
      if (tag === 'rPh') isSpoken = true;
    },
    close(tag) {
      if (tag === 't') isText = false;
      if (tag === 'rPh') isSpoken = false;
      if (tag === 'si') words.push(word);
    },
    text(text) {
      if (!isText || isSpoken) return;
      word += text;
      letters += text.length;
      if (letters > SHARED_MOST_LETTERS) throw new FileRefused('inflates');
    },
  });
  return words;
}

/** Of each style whether it shows a number as a day. */
async function dateFormats(read: ReadPart, name: string): Promise<readonly boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInside = false;
  await read(name, {
    open(tag, attribute) {
      if (tag === 'cellXfs') isInside = true;
      if (tag === 'numFmt') {
        const code = (attribute('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
        own.set(Number(attribute('numFmtId')), /[dy]/i.test(code));
      }
      if (tag === 'xf' && isInside) {
        const id = Number(attribute('numFmtId'));
        // built-in days and days with times, those of East Asia among them
        styles.push(own.get(id) ?? /^(?:1[4-7]|22|2[7-9]|3[016]|5[0-8])$/.test(String(id)));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') isInside = false;
    },
  });
  return styles;
}
