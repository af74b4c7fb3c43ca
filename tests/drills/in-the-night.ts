import { setTimeout as wait } from 'node:timers/promises';
import { nightOf } from '../../server/jobs/night.ts';
import { NIGHT_LOCK } from '../../server/store/together.ts';
import { batchOf, bytesOf } from '../fakes/office.ts';
import type { DrilledOffice } from './drilled-office.ts';
import { newBytes } from './loyal-tablets.ts';
import { ask, leader } from './two-instances.ts';

/** The leader is killed in the midst of the night's work: another one leads, and no second night begins beside the first. */
export async function killInTheNight({ url, one, other }: DrilledOffice) {
  const count = async (table: string) =>
    Number((await ask<{ n: string }>(url, `select count(*) as n from ${table}`))!.n);
  const held = `select 1 from pg_locks where locktype = 'advisory' and granted and objid = ${NIGHT_LOCK}`;
  while (!(await ask(url, held))) await wait(20);
  const killed = await leader(url);
  const first = one.port === killed ? one : other;
  await first.kill();
  const began = performance.now();
  let next = await leader(url);
  while (next === undefined || next === killed) {
    await wait(100);
    next = await leader(url);
  }
  const takenOverMs = performance.now() - began;
  await first.start();
  const done = async () =>
    (await ask<{ value: string }>(url, `select value from settings where name = 'night'`))?.value ===
    nightOf(Date.now());
  for (let i = 0; i < 600 && !(await done()); i++) await wait(200);
  const [roots, backups] = [await count('roots'), await count('backups')];
  return { takenOverMs, roots, backups, isDoneOnce: (await done()) && roots === 1 && backups === 1 };
}

/** How soon a page that is open at one instance hears of what came in through the other, ms; ten submissions each. */
export async function hearAcross(
  { devices, office, cookie, halfDay, one, other }: DrilledOffice,
  times: number,
) {
  const heardMs: number[] = [];
  for (const device of devices.slice(0, times)) {
    const stop = new AbortController();
    const live = await fetch(`http://127.0.0.1:${other.port}/api/v1/live`, {
      headers: { cookie },
      signal: stop.signal,
    });
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    const ps = Array.from({ length: 10 }, () => bytesOf({ ...office, random: newBytes }, { b: halfDay }));
    const answer = await fetch(`http://127.0.0.1:${one.port}/api/v1/batches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
      body: JSON.stringify(batchOf(device, ps)),
    });
    if (answer.status !== 200) throw new Error(`a batch was answered with ${answer.status}`);
    const sent = performance.now();
    while (!(await reader.read()).value?.includes('event: moved'));
    heardMs.push(performance.now() - sent);
    stop.abort();
  }
  return heardMs;
}
