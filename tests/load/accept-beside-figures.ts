import { setTimeout as wait } from 'node:timers/promises';
import { signInAs } from '../fakes/office.ts';
import { inventProvince, SEX_AND_AGE } from './invented-province.ts';
import { busy, machine, median, quantile } from './process-cost.ts';
import { openLine, readAnswer } from './raw-requests.ts';
import type { Load, Sent } from './send-load.ts';
import { readyToSend } from './sending.ts';
import { kindOf, startFleet } from './served-fleet.ts';

/**
 * `node tests/load/accept-beside-figures.ts [sqlite|postgres] [COMMUNES] [SECONDS] [ROUNDS]`: managers of a province with a year of
 * tallies read the overview, the units and a comparison, one after another with a pause, while nothing else happens; and while
 * batches come in at half of what the server takes at most. Prints the times of the pages and what accepting loses. It judges nothing.
 */
const [kindText, communesText = '124', secondsText = '5', roundsText = '5'] = process.argv.slice(2);
const [communes, seconds, rounds] = [Number(communesText), Number(secondsText), Number(roundsText)];
const [AT_ONCE, BATCH] = [16, 50];
/** Between two pages of the managers together. */
const PAUSE_MS = 100;
let cookie = '';
const fleet = await startFleet(kindOf(kindText), {
  devices: 496,
  points: communes * 4,
  fill: async (office) => {
    cookie = await signInAs(office, 'manager');
    await inventProvince(
      office,
      { communes, points: 4, channels: ['kiosk', 'qr'] },
      SEX_AND_AGE,
      'there already',
    );
  },
});
const { url } = fleet.server;
console.log(`${machine()}, ${fleet.version}; ${communes} communes; load ${busy()}`);

const year = `unit=${fleet.office.unit}&form=express&period=report-2026-year`;
const PAGES = [`overview?${year}`, `cuts?${year}&by=unit`, `comparison?${year}&group=II&by=unit&a=u1&b=u2`];
const get = (path: string) =>
  Buffer.from(
    `GET /api/v1/${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\ncookie: ${cookie}\r\nsec-fetch-site: same-origin\r\naccept-encoding: gzip\r\n\r\n`,
  );

/** Reads pages until `over`; the time of each, ms. */
async function readPages(over: AbortSignal): Promise<number[]> {
  const line = openLine(Number(new URL(url).port));
  const times: number[] = [];
  for (let i = 0; !over.aborted; i++) {
    const answer = await line.ask(get(PAGES[i % PAGES.length]!));
    const { status } = readAnswer(answer);
    if (status !== 200) throw new Error(`${PAGES[i % PAGES.length]} answered ${status}`);
    times.push(answer.ms);
    await wait(PAUSE_MS);
  }
  line.close();
  return times;
}

/** Each load goes on with the next tablets, so that none is asked to wait. */
let turn = 0;
async function accept(submissions: number, perSecond?: number): Promise<() => Promise<Sent>> {
  const senders = [...fleet.senders.slice(turn), ...fleet.senders.slice(0, turn)];
  turn = (turn + submissions / BATCH) % senders.length;
  const load: Load = {
    url,
    senders,
    submissions,
    batch: BATCH,
    atOnce: AT_ONCE,
    campaign: fleet.office.campaign,
    halfDay: fleet.halfDay,
    ...(perSecond && { perSecond }),
  };
  return readyToSend(load);
}
const whole = (submissions: number) => Math.max(1, Math.round(submissions / BATCH)) * BATCH;
const rateOf = ({ stored, seconds: took }: Sent) => stored / took;

await (await accept(whole(2_000)))();
const peaks: number[] = [];
for (let i = 0; i < 3; i++) peaks.push(rateOf(await (await accept(whole(10_000)))()));
const peak = median(peaks);
const half = peak / 2;
await readPages(AbortSignal.timeout(2_000));

const found = {
  idle: [] as number[],
  beside: [] as number[],
  alone: [] as number[],
  together: [] as number[],
};
const idleRounds: number[] = [];
const ratios: number[] = [];
for (let round = 0; round < rounds; round++) {
  const idle = await readPages(AbortSignal.timeout(seconds * 1_000));
  const alone = await (await accept(whole(half * seconds), half / BATCH))();
  const go = await accept(whole(half * seconds), half / BATCH);
  const over = new AbortController();
  const reading = readPages(over.signal);
  const together = await go();
  over.abort();
  const beside = await reading;
  found.idle.push(...idle);
  found.beside.push(...beside);
  found.alone.push(rateOf(alone));
  found.together.push(rateOf(together));
  idleRounds.push(quantile(idle, 0.99));
  ratios.push(quantile(beside, 0.99) / quantile(idle, 0.99));
}
const p = (list: readonly number[]) =>
  `p50 ${quantile(list, 0.5).toFixed(0)}, p99 ${quantile(list, 0.99).toFixed(0)} ms (${list.length} pages)`;
const lost = 1 - median(found.together) / median(found.alone);
console.log(
  `peak ${peak.toFixed(0)}/s; pages idle ${p(found.idle)}; beside ${half.toFixed(0)}/s ${p(found.beside)}; ratio of p99 ${median(ratios).toFixed(2)}; ` +
    `accepted ${median(found.alone).toFixed(0)}/s alone, ${median(found.together).toFixed(0)}/s beside pages: ${(lost * 100).toFixed(1)} % lost; n ${rounds}, load ${busy()}`,
);
await fleet.stop();
