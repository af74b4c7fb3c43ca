import { setTimeout as wait } from 'node:timers/promises';
import { busy, cpuMs, machine, quantile, rssMb } from './process-cost.ts';
import { readyToSend } from './sending.ts';
import { kindOf, startFleet } from './served-fleet.ts';

/**
 * `node tests/load/fleet-return.ts [sqlite|postgres] [TABLETS] [QUEUED] [AT ONCE] [GAP]`: that many tablets, each with its queue full,
 * find the network again in the same moment and send it in batches of 50: the first one alone, then so many at once (a tablet's
 * round: 3) until the server says that it is crowded; asked to come again they pause as tablets do, with GAP seconds from one round to the next (a tablet's: 300; 0 when left
 * out). Prints the seconds until the last receipt, the time of a request, that of a batch from its first try to its receipt, and the
 * memory of the server meanwhile and when it has come to rest. With 2,000 tablets it is the memory after a million. It judges nothing.
 */
/** V8 clears away what a rush has left when nothing comes for some seconds. */
const REST_MS = 30_000;
const [kindText, tablets = '200', queued = '500', atOnce = '3', gap = '0'] = process.argv.slice(2);
const [devices, each] = [Number(tablets), Number(queued)];
const fleet = await startFleet(kindOf(kindText), { devices, points: Math.min(devices, 496) });
console.log(`${machine()}, ${fleet.version}; ${devices} tablets with ${each} each; load ${busy()}`);

const go = await readyToSend({
  url: fleet.server.url,
  campaign: fleet.office.campaign,
  halfDay: fleet.halfDay,
  senders: fleet.senders,
  submissions: devices * each,
  batch: 50,
  atOnceEach: Number(atOnce),
  gapMs: Number(gap) * 1_000,
});
const memory: number[] = [rssMb(fleet.pid)];
const look = setInterval(() => memory.push(rssMb(fleet.pid)), 250);
const before = cpuMs(fleet.pid);
const { seconds, ms, toReceiptMs, refused, stored } = await go();
clearInterval(look);
await wait(REST_MS);
const atRest = rssMb(fleet.pid);
const cpu = (cpuMs(fleet.pid) - before) / stored;
/** Start, a quarter, the half, three quarters, end. */
const course = [0, 1, 2, 3, 4].map((i) => memory[Math.round((i * (memory.length - 1)) / 4)]!.toFixed(0));
const times = (list: readonly number[]) =>
  [0.5, 0.99, 1].map((share) => quantile(list, share).toFixed(0)).join(', ');
console.log(
  `${stored} stored in ${seconds.toFixed(1)} s = ${(stored / seconds).toFixed(0)}/s; p50, p99, worst ms: a request ${times(ms)} (${refused} of ${ms.length} asked to come again), ` +
    `a batch from its first try to its receipt ${times(toReceiptMs)}; processor ${cpu.toFixed(3)} ms each; memory ${course.join(', ')} MB, peak ${Math.max(...memory).toFixed(0)}, at rest ${atRest.toFixed(0)}; n 1, load ${busy()}`,
);
await fleet.stop();
