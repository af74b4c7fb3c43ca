// npm run drills: power cuts, kills and damaged files on this machine; writes docs/durability-record.md.
//   npm run drills -- --cuts 5      fewer cuts; the record says how many
//   npm run drills -- --part server, or tablet: the other part's rows stay as they are
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { localDay } from '../../shared/period.ts';
import { cutTablet, killTablet } from './browser-cuts.ts';
import { corrupt } from './damage.ts';
import { lacking } from './image.ts';
import { root } from './sources.ts';
import { hashOfDurableSources, type Part, RECORD } from './record.ts';
import { POSTGRES_OFF, RELAXED, SQLITE_NORMAL, UNFLUSHED } from './faults.ts';
import { cutPostgres, cutSqlite, killSqlite, type Outcome } from './server-cuts.ts';
import { BACK_ENDS } from './tablet-browser.ts';

/** As many cuts for each back end as the promise is held to. */
const WHOLE = 50;
const { values } = parseArgs({
  options: { cuts: { type: 'string', default: String(WHOLE) }, part: { type: 'string' } },
});
const isRun = (part: Part) => values.part === undefined || values.part === part;
const cuts = Number(values.cuts);
const few = Math.max(2, Math.round(cuts / 5));

const reason = lacking();
if (reason) {
  console.error(`${reason} Nothing was run and the record is as it was.`);
  process.exit(2);
}

const rows: string[] = [];
let isGood = true;

/** `mustLose`: a deliberate fault, which the drill has to notice. */
async function drill(what: string, mustLose: boolean, work: () => Promise<Outcome>): Promise<void> {
  const start = performance.now();
  const { cuts: made, receipts, lost } = await work();
  const asMeant = receipts > 0 && (mustLose ? lost > 0 : lost === 0);
  isGood &&= asMeant;
  const seconds = Math.round((performance.now() - start) / 1000);
  const meant = asMeant ? (mustLose ? 'noticed, as it must be' : 'kept') : 'NOT AS PROMISED';
  rows.push(`| ${what} | ${made} | ${lost} lost of ${receipts} | ${meant} | ${seconds} s |`);
  console.log(rows.at(-1));
}

const former = readFileSync(join(root, RECORD), 'utf8').split('\n');
/** Rows of a part that is not run, as the record has them. */
const kept = (start: RegExp) => former.filter((line) => start.test(line));

const profile = () => join(mkdtempSync(join(tmpdir(), 'sipas-kill-')), 'profile');
if (!isRun('tablet')) rows.push(...kept(/^\| tablet, /));
else
  for (const backEnd of BACK_ENDS) {
    const of = (name: string) => `tablet, IndexedDB on ${backEnd}, ${name}`;
    await drill(of('power cut, both copies'), false, () => cutTablet({ backEnd, cuts }));
    await drill(of('power cut within seconds of the first start, both copies'), false, () =>
      cutTablet({ backEnd, cuts: few, isNew: true }),
    );
    await drill(of('power cut within seconds of the first start, the journal alone'), true, () =>
      cutTablet({ backEnd, cuts: few, isNew: true, faults: [RELAXED] }),
    );
    await drill(of('power cut, journal not flushed: the database alone'), false, () =>
      cutTablet({ backEnd, cuts: few, faults: UNFLUSHED }),
    );
    await drill(of('power cut, database relaxed: the journal alone'), false, () =>
      cutTablet({ backEnd, cuts: few, faults: [RELAXED] }),
    );
    await drill(of('power cut, relaxed and not flushed'), true, () =>
      cutTablet({ backEnd, cuts: few, faults: [RELAXED, ...UNFLUSHED] }),
    );
    await drill(of('browser killed'), false, () => killTablet(backEnd, profile(), few));
  }
if (isRun('server')) {
  await drill('server on SQLite, power cut, synchronous=FULL', false, () => cutSqlite(cuts));
  await drill('server on SQLite, power cut, synchronous=NORMAL', true, () => cutSqlite(few, [SQLITE_NORMAL]));
  await drill('server on SQLite, killed', false, () => killSqlite(few));
  await drill('server on PostgreSQL, power cut, synchronous_commit=on', false, () => cutPostgres(few));
  await drill('server on PostgreSQL, power cut, synchronous_commit=off', true, () =>
    cutPostgres(few, POSTGRES_OFF),
  );
} else rows.push(...kept(/^\| server on /));

const damages: string[] = [];
if (!isRun('tablet')) damages.push(...kept(/^\| (leveldb|sqlite) \| /));
else
  for (const backEnd of BACK_ENDS) {
    for (const { damage, raw, recovered, alarm, isExact } of await corrupt(backEnd)) {
      isGood &&= recovered === 300 && isExact;
      const opened = raw < 0 ? 'not at all' : `${raw} rows`;
      damages.push(
        `| ${backEnd} | ${damage} | ${opened} | ${recovered} of 300 | ${isExact ? 'exact' : 'WRONG'}: \`${alarm}\` |`,
      );
      console.log(damages.at(-1));
    }
  }

const said = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' }).trim();
const today = localDay(Date.now());
const madeWith: Readonly<Record<Part, () => string[]>> = {
  tablet: () => [
    `| tablet: browser | ${said(process.env['CHROMIUM_PATH'] ?? 'chromium', '--version')
      .split(' ')
      .slice(0, 2)
      .join(' ')} |`,
  ],
  server: () => {
    const sqlite = new Sqlite(':memory:').prepare('select sqlite_version()').pluck().get() as string;
    const postgres = said(join(process.env['POSTGRES_BIN'] ?? '', 'postgres'), '--version');
    return [
      `| server: Node, SQLite, PostgreSQL | ${process.version}, ${sqlite}, ${postgres.replace(/^\D*/, '')} |`,
    ];
  },
};
const about = (part: Part) =>
  isRun(part)
    ? [
        `| ${part}: date | ${today} |`,
        `| ${part}: sources | \`${hashOfDurableSources(part)}\` |`,
        ...madeWith[part](),
      ]
    : kept(new RegExp(`^\\| ${part}: `));
const record = `# Durability record

Written by \`npm run drills\`; do not edit. It speaks of the sources named below: a newer outbox or store wants a new one.

| | |
|---|---|
${[...about('tablet'), ...about('server')].join('\n')}
| file system | ext4 in a file, mounted by loop; copied while the programs stand still, mounted again |

A power cut is a copy of the disk: what nobody has flushed is absent. It cannot show flash memory that lies about
flushing. "Lost" are submissions for which thanks or a receipt had come before the cut. The deliberate faults are put
into a copy of the sources; a drill that does not notice them proves nothing.

| drill | cuts | result | | took |
|---|---|---|---|---|
${rows.join('\n')}

## Damaged database files

300 submissions, then the files of the tablet's IndexedDB are damaged and the tablet starts. "Opened with" is what the
browser itself still gave out.

| back end | damage | opened with | recovered | alarm |
|---|---|---|---|---|
${damages.join('\n')}
`;
if (isGood) writeFileSync(join(root, RECORD), record);
else console.log(record);
console.log(isGood ? 'All as promised.' : 'Something was not as promised: nothing was written.');
process.exit(isGood ? 0 : 1);
