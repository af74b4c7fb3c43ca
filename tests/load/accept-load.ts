import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { busy, cpuMs, cpuMsOfChildren, machine, median, quantile, rssMb } from './process-cost.ts';
import type { Load } from './send-load.ts';
import { readyToSend } from './sending.ts';
import { kindOf, startFleet } from './served-fleet.ts';

/**
 * `node tests/load/accept-load.ts [sqlite|postgres] [SINGLES] [IN BATCHES] [ROUNDS]`: single submissions, 16 and 64 at the same time, and
 * batches of 50 are sent to the product over HTTP, and the same bytes to a floor in the same run, turn by turn: the same durable
 * work without authentication, validation and tallies. Prints the medians of the rounds. It judges nothing.
 */
const [kindText, singles = '2000', batched = '10000', roundsText = '5'] = process.argv.slice(2);
const rounds = Number(roundsText);
const kind = kindOf(kindText);
const CASES = [
  { name: 'single, c=16', submissions: Number(singles), batch: 1, atOnce: 16 },
  { name: 'single, c=64', submissions: Number(singles), batch: 1, atOnce: 64 },
  { name: 'batches of 50, c=16', submissions: Number(batched), batch: 50, atOnce: 16 },
] as const;
/** A tablet may send 600 at once and then 300 a minute. */
const requests = CASES.reduce((sum, { submissions, batch }) => sum + submissions / batch, 0) * (rounds + 1);
const devices = Math.max(64, Math.ceil(requests / 500));

const fleet = await startFleet(kind, { devices, points: Math.min(devices, 496) });
const floor = fork(join(import.meta.dirname, 'floor-server.ts'), [fleet.floorDatabase], {
  env: { ...process.env, NODE_OPTIONS: '' },
});
const [{ port: floorPort }] = (await once(floor, 'message')) as [{ port: number }];

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the server's process for each submission, ms, and of PostgreSQL's. */
  readonly cpu: number;
  readonly databaseCpu: number;
}

async function measure(load: Load, pid: number): Promise<Measured> {
  const go = await readyToSend(load);
  const databaseMs = () => (fleet.postgres ? cpuMsOfChildren(fleet.postgres.pid) : 0);
  const before = [cpuMs(pid), databaseMs()] as const;
  const { seconds, ms, stored } = await go();
  const after = [cpuMs(pid), databaseMs()] as const;
  if (stored !== load.submissions) throw new Error(`${stored} of ${load.submissions} were stored`);
  return {
    perSecond: stored / seconds,
    p50: quantile(ms, 0.5),
    p99: quantile(ms, 0.99),
    cpu: (after[0] - before[0]) / stored,
    databaseCpu: (after[1] - before[1]) / stored,
  };
}

console.log(`${machine()}, ${fleet.version}; ${devices} tablets; load ${busy()}`);
const found = CASES.map(() => ({ product: [] as Measured[], floor: [] as Measured[] }));
let turn = 0;
for (let round = 0; round <= rounds; round++) {
  for (const [i, { name: _, ...what }] of CASES.entries()) {
    // each round goes on with the next tablets, so that none is asked to wait
    const senders = [...fleet.senders.slice(turn), ...fleet.senders.slice(0, turn)];
    turn = (turn + Math.ceil(what.submissions / what.batch)) % devices;
    const load = { ...what, senders, campaign: fleet.office.campaign, halfDay: fleet.halfDay };
    const product = await measure({ ...load, url: fleet.server.url }, fleet.pid);
    const least = await measure({ ...load, url: `http://127.0.0.1:${floorPort}` }, floor.pid!);
    // the first round warms both up
    if (round === 0) continue;
    found[i]!.product.push(product);
    found[i]!.floor.push(least);
  }
}
for (const [i, { name }] of CASES.entries()) {
  const { product, floor: least } = found[i]!;
  const of = (list: readonly Measured[], what: keyof Measured) => median(list.map((each) => each[what]));
  const line = (list: readonly Measured[]) =>
    `${of(list, 'perSecond').toFixed(0)}/s, p50 ${of(list, 'p50').toFixed(1)} ms, p99 ${of(list, 'p99').toFixed(1)} ms, processor ${of(list, 'cpu').toFixed(3)} ms each` +
    (fleet.postgres ? `, PostgreSQL's ${of(list, 'databaseCpu').toFixed(3)}` : '');
  const ratio = median(product.map(({ perSecond }, round) => perSecond / least[round]!.perSecond));
  console.log(`${name}: ${line(product)}; floor ${line(least)}; ratio ${ratio.toFixed(2)}, n ${rounds}`);
}
console.log(`memory of the server ${rssMb(fleet.pid).toFixed(0)} MB; load ${busy()}`);
floor.disconnect();
await fleet.stop();
