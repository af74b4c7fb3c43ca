import { expect, test } from 'vitest';
import { csvOf, dossierClient, HEADINGS } from '../../tests/fakes/dossier-files.ts';
import { openOffice, signInAs } from '../../tests/fakes/office.ts';
import { writeXlsx } from '../../tests/fakes/write-xlsx.ts';
import type { FileFault } from '../../shared/wire/dossier-requests.ts';
import { writeZip } from '../zip.ts';
import { FileRefused } from '../sheets/file-refused.ts';
import { readFile } from '../sheets/read-file.ts';
import { unpacked, workbookParts } from '../sheets/workbook-parts.ts';

const rows = [HEADINGS, ['H40-1', '', 'Hộ tịch', '16/11/2026', '', '']];
const text = csvOf(rows);

async function fateOf(bytes: Uint8Array): Promise<string> {
  try {
    const sheet = await readFile(bytes);
    let count = 0;
    for await (const part of sheet.rows) count += part.length;
    return `${count} rows`;
  } catch (error) {
    return error instanceof FileRefused ? error.why : String(error);
  }
}

const ole = (words: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(words, 'utf16le')]);
const bomb = () => {
  const sheet = Buffer.from(`<worksheet><sheetData><row><c><v>${' '.repeat(8 * 2 ** 20)}`);
  const book = '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>';
  const rels = '<Relationships><Relationship Id="r" Target="s.xml"/></Relationships>';
  return writeZip([
    ['xl/workbook.xml', Buffer.from(book)],
    ['xl/_rels/workbook.xml.rels', Buffer.from(rels)],
    ['xl/s.xml', sheet],
  ]);
};
const xlsx = writeXlsx({ rows });
// the flag of the one part, in the directory at the end
const lockedParts = Buffer.from(writeZip([['xl/workbook.xml', Buffer.from('<w/>')]]));
lockedParts[lockedParts.indexOf('PK\u0001\u0002') + 8] = 1;
const tcvn3 = Buffer.from('M· hå s¬;LÜnh vùc;Ngµy\n1;Hé tÞch;2', 'latin1');

const BAD: readonly (readonly [string, Uint8Array, FileFault])[] = [
  ['of no bytes', new Uint8Array(), 'empty'],
  ['that a password locks', ole('EncryptedPackage'), 'encrypted'],
  ['of before 2007', ole('Workbook'), 'old-format'],
  ['with macros', writeXlsx({ rows, macros: true }), 'macros'],
  ['that is a web page', Buffer.from(`\uFEFF<html><table><tr><td>Mã hồ sơ</td></tr></table>`), 'web-page'],
  ['that is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-sheet'],
  ['that is a text document', writeZip([['word/document.xml', Buffer.from('<w/>')]]), 'not-a-sheet'],
  ['whose parts are locked', lockedParts, 'encrypted'],
  ['cut in the middle', xlsx.subarray(0, xlsx.length - 400), 'damaged'],
  ['with one byte turned', Buffer.from(xlsx.map((byte, i) => (i === 60 ? byte ^ 0xff : byte))), 'damaged'],
  ['that grows out of all proportion', bomb(), 'inflates'],
  ['in letters of before Unicode', tcvn3, 'encoding'],
  ['without rows', writeXlsx({ rows: [] }), 'no-rows'],
  ['of blanks', Buffer.from(' \r\n \r\n'), 'no-rows'],
  [
    'with a document type',
    writeZip([['xl/workbook.xml', Buffer.from('<!DOCTYPE w [<!ENTITY a "aaaa">]><workbook>&a;</workbook>')]]),
    'damaged',
  ],
];

test.each(BAD)('a file %s is refused with its reason', async (_, bytes, why) => {
  expect(await fateOf(bytes)).toBe(why);
});

test('what comes out of a file is bounded as a whole, however small its parts are', async () => {
  const parts = workbookParts(writeZip(['a', 'b'].map((name) => [name, Buffer.alloc(100_000)] as const)));
  const budget = { left: 150_000 };
  const drain = async (name: string) => {
    for await (const _ of unpacked(parts.get(name)!, budget));
  };
  await drain('a');
  await expect(drain('b')).rejects.toThrow('inflates');
});

test('text is read in UTF-8 and UTF-16, with and without a mark, with each separator', async () => {
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const marked = (mark: string, bytes: Buffer) => Buffer.concat([Buffer.from(mark, 'hex'), bytes]);
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    utf16,
    swapped,
    marked('fffe', utf16),
    marked('feff', swapped),
    Buffer.from(csvOf(rows, ',')),
    Buffer.from(csvOf(rows, '\t')),
    Buffer.from(`sep=,\r\n${csvOf(rows, ',')}`),
    xlsx,
  ]) {
    const sheet = await readFile(bytes);
    const found = [];
    for await (const part of sheet.rows) found.push(...part);
    expect(found.map(({ cells }) => cells[0]?.text)).toEqual(['Mã hồ sơ', 'H40-1']);
    expect(found[1]!.cells[3]!.text).toBe('16/11/2026');
  }
});

test('what is refused is said by the server, and nothing of it is kept', async () => {
  const office = await openOffice();
  const files = dossierClient(office, await signInAs(office, 'manager'));
  expect(await files.look(ole('EncryptedPackage'))).toMatchObject({ step: 'refused', refused: 'encrypted' });
  expect(await files.look('chỉ một dòng')).toMatchObject({ step: 'refused', refused: 'no-rows' });
  expect((await files.send(Buffer.alloc(21 * 2 ** 20))).status).toBe(413);
  // wrong columns: it is read, nothing is recognised, and every row says what it lacks
  const other = await files.check(
    csvOf([
      ['a', 'b', 'c'],
      ['một', 'hai', 'ba'],
    ]),
  );
  expect(other).toMatchObject({ step: 'checked', checked: { faulty: 1, added: 0 } });
  expect(await office.store.read.selectFrom('dossier_imports').selectAll().execute()).toEqual([]);
});
