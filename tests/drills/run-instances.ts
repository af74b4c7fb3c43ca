// npm run drills -- instances: two servers over one PostgreSQL behind a load balancer, under load, while everything is
// killed and restarted in turn; writes docs/instances-record.md.
//   npm run drills -- instances --rounds 2      fewer of each; the record says how many
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { halfDayAt, localDay } from '../../shared/period.ts';
import { nightOf } from '../../server/jobs/night.ts';
import { putSetting } from '../../server/store/settings.ts';
import { openPostgres } from '../../server/store/store.ts';
import { NIGHT_LOCK } from '../../server/store/together.ts';
import { batchOf, bytesOf, openOffice, signInAs } from '../fakes/office.ts';
import { startCluster } from '../store/postgres-server.ts';
import { type Counts, startTablets } from './loyal-tablets.ts';
import { startBalancer } from './round-robin.ts';
import { root } from './sources.ts';
import { ask, copyKeys, leader, openInstance, restartPostgres, sipas } from './two-instances.ts';

const RECORD = 'docs/instances-record.md';
const TABLETS = 24;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
const rounds = Math.max(1, Number(values.rounds));
const few = Math.max(1, Math.round(rounds / 2));

const faults: string[] = [];
const must = (what: string, is: boolean) => {
  if (!is) faults.push(what);
};
const seconds = (ms: number) => (ms / 1000).toFixed(1);

let cluster = await startCluster();
const { url } = cluster;
const store = await openPostgres(url);
const office = await openOffice({ store, seed: Date.now() % 1e6 });
const devices: { id: string; token: string }[] = [];
for (let i = 0; i < TABLETS; i++) {
  // six enrolments a minute by its clock
  office.now = Date.now() - (TABLETS - i) * 60_000;
  devices.push(await office.enrol(`Ki-ốt ${i + 1}`));
}
office.now = Date.now();
const cookie = await signInAs(office, 'manager');
const halfDay = halfDayAt(office.now);
// a night that was missed, so that the leader has work as soon as it starts
await store.write((tx) => putSetting(tx, 'night', localDay(Date.now() - 9 * 86_400_000)));
await store.close();

const [one, other] = [await openInstance(url), await openInstance(url)];
const at = (port: number) => (port === one.port ? one : other);
await one.start();
copyKeys(one, other);
await other.start();

// The night is under way: whoever leads is killed, and no second night may begin beside the first.
const inNight = async () =>
  (await ask(
    url,
    `select 1 from pg_locks where locktype = 'advisory' and granted and objid = ${NIGHT_LOCK}`,
  )) !== undefined;
while (!(await inNight())) await wait(20);
const first = (await leader(url))!;
await at(first).kill();
const killedAt = performance.now();
let next = await leader(url);
while (next === undefined || next === first) {
  await wait(100);
  next = await leader(url);
}
const takenOverMs = performance.now() - killedAt;
must('another instance leads within two turns', takenOverMs < 61_000);
await at(first).start();
const night = async () =>
  (await ask<{ value: string }>(url, `select value from settings where name = 'night'`))?.value;
for (let i = 0; i < 600 && (await night()) !== nightOf(Date.now()); i++) await wait(200);
const [roots, backups] = await Promise.all(
  ['roots', 'backups'].map(async (table) =>
    Number((await ask<{ n: string }>(url, `select count(*) as n from ${table}`))!.n),
  ),
);
must('the night was done once', (await night()) === nightOf(Date.now()) && roots === 1 && backups === 1);
console.log(
  `leader killed in the night: another one after ${seconds(takenOverMs)} s; ${roots} root, ${backups} backup`,
);

// How soon an open page hears of what came in through the other instance.
const heardMs: number[] = [];
for (let i = 0; i < 5; i++) {
  const stop = new AbortController();
  const live = await fetch(`http://127.0.0.1:${other.port}/api/v1/live`, {
    headers: { cookie },
    signal: stop.signal,
  });
  const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const ps = Array.from({ length: 10 }, () =>
    bytesOf({ ...office, random: (length) => new Uint8Array(randomBytes(length)) }, { b: halfDay }),
  );
  await fetch(`http://127.0.0.1:${one.port}/api/v1/batches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${devices[i]!.token}` },
    body: JSON.stringify(batchOf(devices[i]!, ps)),
  });
  const sent = performance.now();
  for (;;) {
    const { value = '', done } = await reader.read();
    if (done || value.includes('event: moved')) break;
  }
  heardMs.push(performance.now() - sent);
  stop.abort();
}
const sentBefore = 10 * heardMs.length;
must('a page hears within two seconds', Math.max(...heardMs) < 2_000);
console.log(`live pages: heard after ${heardMs.map((ms) => Math.round(ms)).join(', ')} ms`);

const balancer = await startBalancer([one.port, other.port]);
const tablets = startTablets(devices, office, balancer.url, halfDay);
const { counts } = tablets;
const rows: string[] = [];

async function phase(what: string, times: number, work: (i: number) => Promise<void>): Promise<Counts> {
  const [made, receipted, requests] = [tablets.made.size, tablets.receipted.size, counts.requests];
  counts.failed.clear();
  counts.longestPauseMs = 0;
  counts.lastReceiptMs = performance.now();
  const began = performance.now();
  for (let i = 0; i < times; i++) await work(i);
  const failed = [...counts.failed].map(([why, count]) => `${count} × ${why}`).join(', ') || '0';
  const cells = [
    what,
    times,
    tablets.made.size - made,
    tablets.receipted.size - receipted,
    counts.requests - requests,
    failed,
    `${seconds(counts.longestPauseMs)} s`,
    `${seconds(performance.now() - began)} s`,
  ];
  rows.push(`| ${cells.join(' | ')} |`);
  console.log(rows.at(-1));
  return { ...counts, failed: new Map(counts.failed) };
}

await phase('nothing', 1, () => wait(10_000));
await phase(
  'an instance killed (SIGKILL), the one and the other in turn, started again after 1 s',
  rounds,
  async (i) => {
    await wait(1_000 + ((i * 373) % 700));
    const instance = i % 2 ? one : other;
    await instance.kill();
    await wait(1_000);
    await instance.start();
  },
);
const rolling = await phase('rolling restart (SIGTERM), both instances', few, async () => {
  for (const instance of [one, other]) {
    await wait(1_000);
    must('an instance ends by itself', (await instance.end()) === 0);
    await instance.start();
    // as whoever restarts by hand does: the next one only when this one has work
    await wait(1_000);
  }
});
must('a rolling restart fails no request', rolling.failed.size === 0);
for (const [what, signal] of [
  ['PostgreSQL restarted (fast shutdown)', 'SIGINT'],
  ['PostgreSQL restarted (immediate shutdown)', 'SIGQUIT'],
  ['PostgreSQL killed (SIGKILL)', 'SIGKILL'],
] as const)
  await phase(`${what}, away for 1 s`, few, async (i) => {
    await wait(2_000 + ((i * 517) % 900));
    cluster = await restartPostgres(cluster, signal, 1_000);
    await wait(2_000);
  });
await phase('both at once: an instance and PostgreSQL killed', few, async (i) => {
  await wait(2_000);
  const instance = i % 2 ? one : other;
  await instance.kill();
  cluster = await restartPostgres(cluster, 'SIGKILL', 500);
  await instance.start();
});

await tablets.drain(60_000);
await balancer.stop();
const check = await openPostgres(url);
const stored = new Set(
  (await check.read.selectFrom('submissions').select('id').execute()).map(({ id }) => id),
);
await check.close();
const lost = [...tablets.receipted].filter((id) => !stored.has(id)).length;
const unreceipted = tablets.made.size - tablets.receipted.size;
const extra = stored.size - sentBefore - tablets.receipted.size;
const recount = await sipas(url, one, 'rebuild', '--check').catch(
  (error: { stderr?: string }) => error.stderr ?? 'the recount failed',
);
const led = await leader(url);
for (const instance of [one, other]) await instance.end();
await cluster.stop();
for (const { folder } of [one, other]) rmSync(folder, { recursive: true, force: true });

must('no receipt was lost', lost === 0);
must('everything that was made has its receipt', unreceipted === 0);
must('nothing is stored that nobody sent, or twice', extra === 0 && counts.storedTwice === 0);
must('nothing was held', counts.heldBack === 0);
must('the tallies equal a recount', recount.includes('all'));
must('one of both still leads', led === one.port || led === other.port);

const verdict = faults.length === 0 ? 'as promised' : `NOT AS PROMISED: ${faults.join('; ')}`;
const totals = [
  `${tablets.receipted.size} submissions have a receipt, ${lost} of them are lost`,
  `${unreceipted} were made and have none`,
  `${extra} are stored beyond them`,
  `${counts.repeats} were sent again and receipted as known, ${counts.storedTwice} of them stored twice`,
];
console.log(totals.join('; '));
console.log(recount);
console.log(verdict);
const version = execFileSync(join(cluster.place.bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim();
writeFileSync(
  join(root, RECORD),
  `# Instances record

Written by \`npm run drills -- instances\`; do not edit. Two servers (\`server/main.ts\`, production) over one PostgreSQL behind a
balancer that sends each request to the next server that is ready; ${TABLETS} tablets keep what they have until its receipt comes,
and send some of it again. "Failed" are requests of tablets without a good answer (\`line\`: none at all); all of them were repeated.

| | |
|---|---|
| date | ${localDay(Date.now())} |
| Node, PostgreSQL | ${process.version}, ${version.replace(/^\D*/, '')} |
| cores, load at the end | ${availableParallelism()}, ${loadavg()[0]!.toFixed(1)} |
| result | ${verdict} |

| what happened | times | made | receipts | requests | failed | longest without a receipt | took |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

In the end: ${totals.join('; ')}. Recount: ${recount}

- **Leader:** killed in the midst of the night's work, another instance led after ${seconds(takenOverMs)} s; the night was done once
  (${roots} root, ${backups} backup).
- **Live pages:** what came in through one instance was heard on a page of the other after ${heardMs.map((ms) => Math.round(ms)).join(', ')} ms.
`,
);
process.exit(faults.length === 0 ? 0 : 1);
