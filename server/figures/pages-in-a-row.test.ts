import { expect, test } from 'vitest';
import { openAskedOffice } from '../../tests/fakes/asked-figures.ts';

test('pages that wait in a row let others in between them', async () => {
  const { ask, take } = await openAskedOffice();
  await take(20);
  let answered = 0;
  const seen = new Set<number>();
  const pages = Array.from({ length: 12 }, async () => {
    expect((await ask('overview', {})).status).toBe(200);
    answered++;
  });
  const all = Promise.all(pages);
  while (answered < pages.length) {
    seen.add(answered);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await all;
  expect(seen.size).toBeGreaterThan(6);
});
