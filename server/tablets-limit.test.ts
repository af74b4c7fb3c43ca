import { expect, test } from 'vitest';
import { openOffice } from '../tests/fakes/office.ts';
import { hashSecret, newSecret } from './secrets.ts';

test('two hundred tablets behind one address all pass, and a token that floods waits alone', async () => {
  const office = await openOffice();
  const first = await office.enrol();
  const row = await office.store.read.selectFrom('devices').selectAll().executeTakeFirstOrThrow();
  const tokens = Array.from({ length: 199 }, () => newSecret(office.random));
  await office.store.write(async (tx) => {
    for (const [i, token] of tokens.entries()) {
      const device = { ...row, id: `device-${i}`, token_sha256: hashSecret(token) };
      await tx.insertInto('devices').values(device).execute();
    }
  });
  const beat = (dev: string, token: string) => {
    const body = {
      dev,
      app: '0.1.0',
      total: 0,
      unsent: 0,
      sealNo: 0,
      free: 1e9,
      persisted: true,
      faults: [],
    };
    const day = { date: '2026-11-20', wakes: 0, starts: 0, abandoned: [] };
    return office.call('/api/v1/heartbeats', { token, body: { ...body, day } });
  };
  // a round of every tablet, three times within the minute
  for (let round = 0; round < 3; round++) {
    const answers = await Promise.all(tokens.map((token, i) => beat(`device-${i}`, token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  }
  const flood = await Promise.all(Array.from({ length: 700 }, () => beat(first.id, first.token)));
  const refused = flood.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(99);
  expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await beat('device-0', tokens[0]!)).status).toBe(200);
});
