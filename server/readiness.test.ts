import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openOffice } from '../tests/fakes/office.ts';
import { buildApp } from './app.ts';
import { createMinimumGap } from './minimum-gap.ts';
import { createReadiness, ROOM_LEAST_BYTES } from './readiness.ts';

test('a server that can take forms is ready, and each thing that keeps it from it has a word', async () => {
  const office = await openOffice();
  const { store } = office;
  const given = { store, clock: () => office.now, freeBytes: () => ROOM_LEAST_BYTES };
  const look = (more: Partial<Parameters<typeof createReadiness>[0]> = {}) =>
    createReadiness({ ...given, ...more }, 200)();
  expect(await look()).toEqual([]);
  expect(await look({ freeBytes: () => ROOM_LEAST_BYTES - 1 })).toEqual(['disk']);
  expect(await look({ clock: () => Date.parse('2019-03-01T08:00:00Z') })).toEqual(['clock']);
  expect(await look({ stopping: AbortSignal.abort() })).toEqual(['stopping']);
  const refuses = { ...store, write: () => Promise.reject(new Error('SQLITE_FULL')) };
  expect(await look({ store: refuses })).toEqual(['database']);
  const hangs = { ...store, write: () => new Promise<never>(() => {}) };
  expect(await look({ store: hangs })).toEqual(['database']);
});

test('the reasons stand in the answer, and the process is alive all the same', async () => {
  const office = await openOffice();
  expect(await (await office.call('/readyz')).json()).toEqual({ status: 'ready' });
  const { store, random, keys } = office;
  const stopping = AbortSignal.abort();
  const app = buildApp({
    store,
    random,
    keys,
    stopping,
    clock: () => office.now,
    log: () => {},
    assets: undefined,
    publicUrl: 'https://khaosat.example',
  });
  const answer = await app.request('/readyz');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: 'not-ready', reasons: ['stopping'] });
  expect((await app.request('/healthz')).status).toBe(200);
});

test('however often it is asked, work is done once in a while', async () => {
  let done = 0;
  const gapMs = (found: number) => (found === 1 ? 30 : 0);
  const look = createMinimumGap(gapMs, async () => ++done);
  expect(await Promise.all([look(), look(), look()])).toEqual([1, 1, 1]);
  expect(await look()).toBe(1);
  await wait(40);
  expect(await look()).toBe(2);
  // what was found may ask for the next look at once
  expect(await look()).toBe(3);
});

test('how a request arrives is answered in yes and no, without repeating it', async () => {
  const office = await openOffice();
  const answer = await office.call('/seen', { headers: { 'x-forwarded-for': '198.51.100.77' } });
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ forwarded: true, believed: false });
  expect(text).not.toContain('198.51');
});
