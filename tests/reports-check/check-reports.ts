import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServedScore } from '../../shared/wire/overview.ts';
import { bookWords } from '../../server/reports/book-words.ts';
import { type AskedReport, type MadeReport, openDemoReports } from './demo-reports.ts';
import { convert, photographPages, textOfPdf, versionOfOffice, whatIsMissing } from './office-programs.ts';
import { linesOfDocx, savedSheets } from './read-files.ts';
import { close, saidOnPaper } from './said-on-paper.ts';

/**
 * `npm run reports-check [-- FOLDER] [--record]`: reports of the demonstration, opened by LibreOffice. The words of each are those
 * that are kept (`golden/`, written anew by `--record`); the Word file as it prints them, and the PDF, say them all in their order,
 * with every figure of the page; the spreadsheet, computed anew, has the figures of the page. A folder keeps files and pages for eyes.
 */
const ASKED: readonly AskedReport[] = [
  { unit: 'lk-tinh', period: 'report-2026-q3', form: 'express', language: 'vi' },
  { unit: 'lk-nam-khe', period: 'report-2026-h1', form: 'express', language: 'vi' },
  { unit: 'lk-tinh', period: 'report-2026-year', form: 'full', language: 'vi' },
  { unit: 'lk-tinh', period: 'report-2026-year', form: 'express', language: 'en' },
];

const args = process.argv.slice(2);
const isRecording = args.includes('--record');
const kept = args.find((arg) => !arg.startsWith('--'));
const faults: string[] = [];
const fault = (said: string) => {
  faults.push(said);
  console.log(`  FAULT: ${said}`);
};

const missing = whatIsMissing();
if (missing) {
  console.error(missing);
  process.exit(1);
}
const folder = kept ?? mkdtempSync(join(tmpdir(), 'sipas-reports-'));
mkdirSync(folder, { recursive: true });
console.log(`${await versionOfOffice()}; no other office program was asked.`);
const make = await openDemoReports();
for (const asked of ASKED) await check(asked, await make(asked));
if (!kept) rmSync(folder, { recursive: true, force: true });
console.log(faults.length === 0 ? 'All reports agree.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

async function check(asked: AskedReport, made: MadeReport): Promise<void> {
  const name = `${asked.unit}_${asked.period}_${asked.form}_${asked.language}`;
  console.log(name);
  const at = (kind: string) => join(folder, `${name}.${kind}`);
  for (const [kind, bytes] of Object.entries(made.files)) writeFileSync(at(kind), bytes);
  const { lines, alts } = linesOfDocx(made.files.docx);
  compareWithGolden(name, [...lines, ...alts.map((alt) => `[${alt}]`)]);
  const printed = await convert(at('docx'), 'pdf', folder);
  const said = saidOnPaper(made, asked.language);
  for (const [what, file] of [
    ['Word file as printed', printed],
    ['PDF', at('pdf')],
  ] as const) {
    const text = wholeText(await textOfPdf(file));
    const lost = inOrder(text, lines);
    if (lost) fault(`${what}: not found in its place: ${lost}`);
    const absent = said.filter((one) => !text.includes(one.said));
    for (const one of absent.slice(0, 5)) fault(`${what}: ${one.kind} ${one.said} is not there`);
    console.log(
      `  ${what}: ${lines.length} lines in order, ${said.length - absent.length} of ${said.length} rows of the page`,
    );
    if (kept) await photographPages(file, join(folder, `${name}-${what.split(' ')[0]!.toLowerCase()}`));
  }
  checkBook(await convert(at('xlsx'), 'xlsx', folder), made, asked.language);
}

/** Words of a report that change with keys alone. */
function settled(line: string): string {
  return line.replaceAll(/\b[0-9a-f]{16}\b/g, '(16 digits)');
}

function compareWithGolden(name: string, lines: readonly string[]): void {
  const file = join(import.meta.dirname, 'golden', `${name}.txt`);
  const text = `${lines.map(settled).join('\n')}\n`;
  if (text !== text.normalize('NFC')) fault(`${name}: letters are not composed`);
  if (isRecording || !existsSync(file)) {
    writeFileSync(file, text);
    console.log(`  words recorded`);
    return;
  }
  const golden = readFileSync(file, 'utf8').split('\n');
  const at = text.split('\n').findIndex((line, i) => line !== golden[i]);
  if (at >= 0) fault(`${name}: line ${at + 1} is “${text.split('\n')[at]}”, kept is “${golden[at]}”`);
}

/** All pages as one text without spaces, and without the numbers of pages, which may stand amid a sentence. */
function wholeText(pages: readonly string[]): string {
  return pages
    .map((page, i) => (i === 0 ? page : page.trim().replace(new RegExp(`^${i + 1}\\n|\\n${i + 1}$`), '')))
    .map(close)
    .join('');
}

/** The first line that does not stand behind the one before it. */
function inOrder(text: string, lines: readonly string[]): string | undefined {
  let at = 0;
  for (const line of lines) {
    const said = close(line.replaceAll(' | ', ''));
    const found = text.indexOf(said, at);
    if (found < 0) return line;
    at = found + said.length;
  }
  return undefined;
}

function checkBook(file: string, { overview, report }: MadeReport, language: 'vi' | 'en'): void {
  const own = bookWords[language];
  const [, annex, items] = savedSheets(file);
  let compared = 0;
  const same = (what: string, got: readonly unknown[], want: readonly unknown[]) => {
    compared++;
    if (JSON.stringify(got) !== JSON.stringify(want))
      fault(`spreadsheet: ${what} is ${JSON.stringify(got)}, the page has ${JSON.stringify(want)}`);
  };
  const { headline, factors, units } = overview;
  const named: (readonly [string, ServedScore])[] = [
    [own.all, headline.all],
    [own.policy, headline.policy],
    [own.service, headline.service],
    [own.overall, headline.overallQuestion],
    ...factors.map(({ code, name, score }) => [`${code}. ${name[language]}`, score] as const),
    ...units.flatMap(({ unit, policy, service }) => [
      [own.ofPolicy(unit.name[language]), policy] as const,
      [own.ofService(unit.name[language]), service] as const,
    ]),
  ];
  for (const [name, score] of named) {
    if ('withheld' in score) continue;
    const row = annex!.rowOf('A', name);
    const cells = ['M', 'R', 'S', 'B', 'C', 'D', 'T'].map((column) => annex!.cells.get(`${column}${row}`));
    const { percent, low, high, n, answers, noOpinion } = score;
    same(name, cells, [percent, low, high, n, answers, noOpinion, own.same]);
  }
  for (const { items: list } of factors)
    for (const { number, score, levels } of list) {
      if ('withheld' in score || !levels) continue;
      const row = items!.rowOf('A', number);
      const cells = 'DEFGHILMNOQRST'.split('').map((column) => items!.cells.get(`${column}${row}`));
      const { percent, low, high, n, noOpinion } = score;
      same(`item ${number}`, cells, [
        ...levels,
        noOpinion,
        percent,
        low,
        high,
        n,
        percent,
        low,
        high,
        own.same,
      ]);
    }
  for (const sheet of savedSheets(file))
    for (const address of sheet.formulas) {
      const value = sheet.cells.get(address);
      if (value === undefined || value === own.differs || String(value).startsWith('#'))
        fault(`spreadsheet: ${sheet.name} ${address} is ${value}`);
    }
  const formulas = savedSheets(file).reduce((sum, sheet) => sum + sheet.formulas.size, 0);
  console.log(`  spreadsheet: ${compared} figures to the last digit, ${formulas} formulas computed`);
  if (report.respondents?.length !== 4) fault('spreadsheet: who answered is missing');
}
