import { expect, test } from 'vitest';
import { openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import { signInAs } from '../../tests/fakes/office.ts';

test('reports are read one after another, and one account that asks for many keeps nobody else out', async () => {
  const { office, take } = await openAskedOffice();
  await take(20);
  const [busy, other] = [await signInAs(office, 'reader'), await signInAs(office, 'manager')];
  const { store } = office;
  let [inside, most] = [0, 0];
  const { snapshot } = store;
  store.snapshot = (async (work: Parameters<typeof snapshot>[0]) => {
    most = Math.max(most, ++inside);
    return snapshot.call(store, work).finally(() => inside--);
  }) as typeof snapshot;
  const path = `/api/v1/report?unit=${office.unit}&period=half-2026-11-1`;
  const ask = (cookie: string) => office.call(path, { cookie });
  const [mine, theirs] = await Promise.all([
    Promise.all(Array.from({ length: 7 }, () => ask(busy))),
    ask(other),
  ]);
  expect(mine.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 200, 200, 200, 429, 429, 429,
  ]);
  expect(mine.find(({ status }) => status === 429)!.headers.get('retry-after')).toBe('5');
  expect([theirs.status, most]).toEqual([200, 1]);
  expect((await ask(busy)).status).toBe(200);
});
