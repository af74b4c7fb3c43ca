import { readPeriod, writeDay } from '../../shared/period.ts';
import { periodName } from '../../shared/period-name.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { RowFile } from '../../shared/wire/row-exports.ts';
import type { AskedExport, Progress } from '../row-exporter.ts';
import { AUDIT_FILES, AUDIT_README } from '../store/audit-export.ts';
import { setting } from '../store/settings.ts';
import type { Reader } from '../store/store.ts';
import type { StreamedFile } from '../zip-stream.ts';
import { exportWords } from './export-words.ts';
import { COLUMNS, objectOf } from './row-columns.ts';
import { openRows, shareOf } from './rows-of.ts';
import { csvFile, type FileSum, jsonLines, summed } from './table-files.ts';
import { workbookFiles } from './workbook-file.ts';

/**
 * The files of an export, all from one state of the data, one after another as they are read. Every export is a ZIP: what it
 * is stands in front, and how many rows it has, with the checksum of each file, behind them (in an XLSX on its first sheet).
 * So nothing stands inside a table that is no row of it.
 */
export function exportFiles(
  read: Reader,
  asked: AskedExport,
  progress: Progress,
): AsyncGenerator<StreamedFile> {
  return asked.file === 'package'
    ? packageFiles(read, asked, progress)
    : tableFiles(read, { ...asked, file: asked.file }, progress);
}

async function* tableFiles(
  read: Reader,
  asked: AskedExport & { readonly file: Exclude<RowFile, 'package'> },
  progress: Progress,
): AsyncGenerator<StreamedFile> {
  const { file, language } = asked;
  const source = await openRows(read, asked);
  const { items } = source;
  const rows = source.rows(progress);
  const about = (sums: readonly FileSum[]) => aboutLines(asked, source, progress.rows, sums);
  if (file === 'xlsx') {
    yield* workbookFiles({ rows, items, language, about });
    return;
  }
  const { add, manifest } = openManifest(asked);
  yield add('README.txt', [textFile([...about([]), '', ...columnLines()])]);
  yield file === 'csv'
    ? add('phieu.csv', csvFile(rows, items, language))
    : add('phieu.jsonl', jsonLines(rows, objectOf));
  yield manifest({ tree: source.tree, rows: progress.rows });
}

/** Everything that `verify` needs, and what says that it has come whole. */
async function* packageFiles(
  read: Reader,
  asked: AskedExport,
  progress: Progress,
): AsyncGenerator<StreamedFile> {
  const { add, manifest } = openManifest(asked);
  yield add('README.txt', [Buffer.from(AUDIT_README)]);
  const about = { v: 1, day: asked.day, epoch: await setting(read, 'epoch') };
  yield add('about.json', [Buffer.from(`${JSON.stringify(about)}\n`)]);
  for (const [name, rows] of Object.entries(AUDIT_FILES)) {
    const list = await rows(read);
    yield add(`${name}.ndjson`, jsonLines(name === 'submissions' ? counted(list, progress) : list));
  }
  progress.share = 1;
  yield manifest({ rows: progress.rows });
}

async function* counted(rows: AsyncIterable<object> | Iterable<object>, progress: Progress) {
  for await (const row of rows) {
    progress.rows++;
    progress.share = shareOf((row as { readonly id: string }).id);
    yield row;
  }
}

/** Files with their checksums, and the one behind them that tells of all. */
function openManifest({ unit, period, file, nowMs }: AskedExport) {
  const files: FileSum[] = [];
  const dates = period === null ? {} : datesOf(period);
  return {
    add: (name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): StreamedFile => ({
      name,
      content: summed(name, content, (sum) => files.push(sum)),
      mayBeLarge: true,
    }),
    manifest(about: object): StreamedFile {
      const asOf = new Date(nowMs).toISOString();
      const all = { kind: 'sipas-export-1', file, unit, period, ...dates, asOf, ...about, files };
      return { name: 'manifest.json', content: [Buffer.from(`${JSON.stringify(all, null, 2)}\n`)] };
    },
  };
}

const datesOf = (period: string) => {
  const { from, to } = readPeriod(period)!;
  return { from, to };
};

const textFile = (lines: readonly string[]) => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);

/** What the file is, for whoever opens it; how many rows it has, where that is known already. */
function aboutLines(
  { language, period, day, file }: AskedExport,
  { tree, unitName }: { readonly tree: 'real' | 'demo' | 'training'; readonly unitName: string },
  rows: number,
  sums: readonly FileSum[],
): string[] {
  const words = exportWords[language];
  return [
    ...(tree === 'real' ? [] : [words.marks[tree]]),
    words.title,
    words.custody,
    `${words.unit}: ${unitName}`,
    `${words.period}: ${period === null ? words.all : namePeriod(period, language)}`,
    `${words.asOf}: ${writeDay(day)}`,
    ...(sums.length === 0 ? [words.manifest] : [`${words.rows}: ${rows}`]),
    ...sums.map(({ name, sha256 }) => `${words.sums} (${name}): ${sha256}`),
    words.answers,
    words.codes,
    words.left,
    words.order,
    ...(file === 'xlsx' ? [words.excel] : []),
  ];
}

function namePeriod(period: string, language: Language): string {
  const { from, to } = datesOf(period);
  return `${periodName(period, language)} (${writeDay(from)}–${writeDay(to)})`;
}

const columnLines = () => COLUMNS.map(({ key, vi, en }) => `${key}: ${vi} / ${en}`);
