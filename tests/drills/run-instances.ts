// npm run drills -- instances: two servers over one PostgreSQL behind a load balancer, under load, while everything is
// killed and restarted in turn; writes docs/instances-record.md when all was as promised, and nothing otherwise.
//   npm run drills -- instances --rounds 2      fewer of each; the record says how many
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { localDay } from '../../shared/period.ts';
import { openPostgres } from '../../server/store/store.ts';
import { patchedCopy } from '../fakes/patched-copy.ts';
import { openDrilledOffice, TABLETS } from './drilled-office.ts';
import { UNORDERED } from './faults.ts';
import { hearAcross, killInTheNight } from './in-the-night.ts';
import { root, SOURCES } from './sources.ts';
import { leader, sipas } from './two-instances.ts';

const RECORD = 'docs/instances-record.md';
const LIVE_TIMES = 5;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
const rounds = Math.max(1, Number(values.rounds));
const few = Math.max(1, Math.round(rounds / 2));

const faults: string[] = [];
const must = (what: string, is: boolean) => void (is || faults.push(what));
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const milliseconds = (list: readonly number[]) => list.map((ms) => Math.round(ms)).join(', ');
const recountBy = (...[url, instance]: Parameters<typeof sipas>) =>
  sipas(url, instance, 'rebuild', '--check').catch(({ stderr }: { stderr?: string }) => `${stderr}`.trim());

/** Two instances that do not wait for each other: the recount must notice it. */
async function losesCount(): Promise<string> {
  const copy = patchedCopy(SOURCES, [UNORDERED]);
  const drilled = await openDrilledOffice(copy.folder);
  const tablets = await drilled.load();
  await wait(8_000);
  await tablets.drain(20_000);
  await tablets.stop();
  const recount = await recountBy(drilled.url, drilled.one);
  await drilled.close();
  copy.remove();
  return recount.split('\n')[0]!.replace(/:$/, '.');
}
const noticed = await losesCount();
must('a missing lock is noticed', / differ from a recount/.test(noticed));
console.log(`without the lock of writers: ${noticed}`);

const drilled = await openDrilledOffice();
const { url, one, other } = drilled;
const night = await killInTheNight(drilled);
must('another instance leads within two turns', night.takenOverMs < 61_000);
must('the night is done once', night.isDoneOnce);
console.log(
  `leader killed in the night: another one after ${seconds(night.takenOverMs)}; ${night.roots} root, ${night.backups} backup`,
);
const heardMs = await hearAcross(drilled, LIVE_TIMES);
must('a page hears within two seconds', Math.max(...heardMs) < 2_000);
console.log(`live pages: heard after ${milliseconds(heardMs)} ms`);

const tablets = await drilled.load();
const { counts } = tablets;
const rows: string[] = [];

/** Something happens again and again under load; `work` may say how long the database was away for it. */
async function phase(
  what: string,
  times: number,
  work: (i: number) => Promise<number | void>,
): Promise<number> {
  const [made, receipted, requests] = [tablets.made.size, tablets.receipted.size, counts.requests];
  counts.failed.clear();
  counts.longestPauseMs = 0;
  counts.lastReceiptMs = performance.now();
  const began = performance.now();
  let awayMs = 0;
  for (let i = 0; i < times; i++) awayMs = Math.max(awayMs, (await work(i)) ?? 0);
  const failed = [...counts.failed].map(([why, count]) => `${count} × ${why}`).join(', ') || '0';
  const pause = `${seconds(counts.longestPauseMs)}${awayMs > 0 ? ` (database away: ${seconds(awayMs)})` : ''}`;
  const sent = [tablets.made.size - made, tablets.receipted.size - receipted, counts.requests - requests];
  rows.push(`| ${[what, times, ...sent, failed, pause, seconds(performance.now() - began)].join(' | ')} |`);
  console.log(rows.at(-1));
  return counts.failed.size;
}

await phase('nothing', 1, () => wait(10_000));
await phase('an instance killed (SIGKILL), each in turn, started after 1 s', rounds, async (i) => {
  await wait(1_000 + ((i * 373) % 700));
  const instance = i % 2 ? one : other;
  await instance.kill();
  await wait(1_000);
  await instance.start();
});
const failedRolling = await phase('rolling restart (SIGTERM) of both', few, async () => {
  for (const instance of [one, other]) {
    await wait(1_000);
    must('an instance ends by itself', (await instance.end()) === 0);
    await instance.start();
    // the next one only when this one has work again, as whoever restarts by hand does it
    await wait(1_500);
  }
});
must('a rolling restart fails no request', failedRolling === 0);
for (const [what, signal] of [
  ['PostgreSQL restarted (fast shutdown)', 'SIGINT'],
  ['PostgreSQL restarted (immediate shutdown)', 'SIGQUIT'],
  ['PostgreSQL killed (SIGKILL)', 'SIGKILL'],
] as const)
  await phase(what, few, async (i) => {
    await wait(2_000 + ((i * 517) % 900));
    const awayMs = await drilled.restartDatabase(signal);
    // until the balancer has found both again
    await wait(4_000);
    return awayMs;
  });
await phase('an instance and PostgreSQL killed at once', few, async (i) => {
  await wait(2_000);
  const instance = i % 2 ? one : other;
  await instance.kill();
  const awayMs = await drilled.restartDatabase('SIGKILL');
  await instance.start();
  return awayMs;
});
await tablets.drain(60_000);
await tablets.stop();

const store = await openPostgres(url);
const stored = new Set(
  (await store.read.selectFrom('submissions').select('id').execute()).map(({ id }) => id),
);
await store.close();
const lost = [...tablets.receipted].filter((id) => !stored.has(id)).length;
const unreceipted = tablets.made.size - tablets.receipted.size;
const beyond = stored.size - LIVE_TIMES * 10 - tablets.receipted.size;
const recount = await recountBy(url, one);
const leads = await leader(url);
await drilled.close();

must('no receipt is lost', lost === 0);
must('everything that was made has its receipt', unreceipted === 0);
must('nothing is stored that nobody sent, or twice', beyond === 0 && counts.storedTwice === 0);
must('nothing is held', counts.heldBack === 0);
must('the tallies equal a recount', recount.startsWith(`${stored.size} submissions counted anew: all`));
must('one of both leads', leads === one.port || leads === other.port);

const totals = [
  `${tablets.receipted.size} submissions have a receipt, ${lost} of them are lost`,
  `${unreceipted} were made and have none`,
  `${beyond} are stored beyond them`,
  `${counts.repeats} were sent again and receipted as known, ${counts.storedTwice} of them stored twice`,
].join('; ');
console.log(`${totals}\n${recount}`);
if (faults.length > 0) {
  console.error(`NOT AS PROMISED: ${faults.join('; ')}. The record is as it was.`);
  process.exit(1);
}

const postgres = execFileSync(join(process.env['POSTGRES_BIN'] ?? '', 'postgres'), ['--version'], {
  encoding: 'utf8',
});
const record = `# Instances record

Written by \`npm run drills -- instances\`; do not edit. Two servers (\`server/main.ts\`, production) over one PostgreSQL behind a
balancer that sends each request to the next server that says it is ready. ${TABLETS} tablets keep what they have until its receipt
comes, and send some of it again. "Failed" are requests of tablets without a good answer: an instance or the database had gone
(\`line\`: no answer at all; 502: the balancer's; 503: an instance's). Each was sent again until it had its receipt.

| | |
|---|---|
| date | ${localDay(Date.now())} |
| Node, PostgreSQL | ${process.version}, ${postgres.trim().replace(/^\D*/, '')} |
| cores, load at the end | ${availableParallelism()}, ${loadavg()[0]!.toFixed(1)} |

| what happened | times | made | receipts | requests | failed | longest without a receipt | took |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

- **In the end:** ${totals}. \`rebuild --check\`: ${recount}
- **Leader** killed in the midst of the night's work: another instance led after ${seconds(night.takenOverMs)}; the night was done once
  (${night.roots} root, ${night.backups} backup).
- **Live pages:** what came in through one instance was heard on a page of the other after ${milliseconds(heardMs)} ms.
- **The fault** that the drill must notice: without the lock under which writers wait for each other, ${noticed}
`;
writeFileSync(join(root, RECORD), record);
console.log(`As promised; written to ${RECORD}.`);
