import * as v from 'valibot';
import { expect, it } from 'vitest';
import { HeartbeatSchema } from '../../shared/wire/device.ts';
import { faultLog, sendHeartbeat } from './heartbeat.ts';
import type { Reply } from './reply.ts';
import type { ServerApi } from './server-api.ts';

const facts = {
  dev: 'dev1',
  app: '0.1.0',
  total: 3,
  unsent: 1,
  sealNo: 0,
  free: null,
  persisted: true,
  day: { date: '2026-11-20', wakes: 1, starts: 1, abandoned: [] },
};

it('sends what the wire asks for and forgets faults only when it arrived', async () => {
  const faults = faultLog();
  faults.add('storage-hangs');
  faults.add('storage-hangs');
  faults.add('x'.repeat(60));
  const bodies: string[] = [];
  const api = (reply: Reply): ServerApi => ({
    get: () => Promise.reject(new Error('not asked')),
    post: async (_path, body) => {
      bodies.push(body);
      return reply;
    },
  });
  await sendHeartbeat(api({ kind: 'unreachable' }), { ...facts, faults });
  expect(faults.list()).toHaveLength(2);
  await sendHeartbeat(api({ kind: 'answer', status: 200, body: '{}' }), { ...facts, faults });
  expect(faults.list()).toEqual([]);
  for (const body of bodies) expect(v.is(HeartbeatSchema, JSON.parse(body))).toBe(true);
});
