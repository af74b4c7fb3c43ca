import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digest } from '../../kiosk/device/digest.ts';
import { serverApi } from '../../kiosk/device/server-api.ts';
import { memoryDatabase } from '../../kiosk/outbox/memory-database.ts';
import { openOutbox } from '../../kiosk/outbox/outbox.ts';
import { runRound } from '../../kiosk/outbox/sync-round.ts';

import { listen } from '../../server/serve.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { recount } from '../../server/store/recount.ts';
import { openSqlite } from '../../server/store/store.ts';
import { openOffice, submissionOf } from '../fakes/office.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';
import { encodeSubmission, leafPreimage } from '../../shared/submission.ts';
import { startFaultProxy } from './fault-proxy.ts';

/** Real sockets, a real database file, the tablet's own sending: everything goes wrong and every form comes once. */
const TABLETS = 4;
const EACH = 2_500;

test('ten thousand submissions through a bad network are ten thousand rows', async () => {
  const home = mkdtempSync(join(tmpdir(), 'sipas-proxy-'));
  const store = await openSqlite(join(home, 'sipas.db'));
  const office = await openOffice({ store, seed: 7 });
  const server = await listen(office.app, '127.0.0.1', 0);
  let receipts = 0;
  const proxy = await startFaultProxy(server.port, seededNumbers(7), async (body) => {
    const answer = JSON.parse(body) as { receipts?: readonly (readonly [string, string])[] };
    const named = (answer.receipts ?? []).map(([id]) => id);
    if (named.length === 0) return;
    // Whoever has a receipt has a row, at every instant.
    const rows = await store.read.selectFrom('submissions').select('id').where('id', 'in', named).execute();
    expect(rows).toHaveLength(named.length);
    receipts += named.length;
  });
  try {
    const address = `http://127.0.0.1:${proxy.port}`;
    const taken = new Set<string>();
    const tablets = await Promise.all(
      Array.from({ length: TABLETS }, async (_, i) => {
        const { id: dev, token } = await office.enrol(`Ki-ốt ${i + 1}`);
        const outbox = openOutbox(memoryDatabase(), () => {});
        for (let n = 0; n < EACH; n++) {
          const submission = submissionOf(office);
          const p = encodeSubmission(submission);
          taken.add(submission.id);
          await outbox.keep(
            { id: submission.id, p, leaf: await digest(leafPreimage(p)) },
            { name: 'sp39 1', rests: [] },
          );
        }
        const onLine: typeof fetch = (path, init) => fetch(new URL(path as string, address), init);
        return { dev, outbox, api: serverApi(onLine, token), random: seeded(100 + i) };
      }),
    );
    await Promise.all(
      tablets.map(async ({ dev, outbox, api, random }) => {
        for (let rounds = 0; (await outbox.unsentIds()).length > 0; rounds++) {
          expect(rounds, 'a line that works now and then delivers in the end').toBeLessThan(500);
          const post = (body: string) => api.post('/api/v1/batches', body);
          await runRound({ store: outbox, random, post, dev, app: '0.1.0' });
        }
      }),
    );
    const rows = await store.read.selectFrom('submissions').select('id').execute();
    expect(rows).toHaveLength(TABLETS * EACH);
    expect(new Set(rows.map(({ id }) => id))).toEqual(taken);
    const { submissions, differences } = await recount(store.read, shapeFor(await loadCatalogue(store.read)));
    expect([submissions, differences]).toEqual([TABLETS * EACH, []]);
    // All of it has happened, or the run has shown nothing.
    for (const name of ['dropped', 'cut', 'half', 'twice', 'portal', 'portal-json', '500', '502', '429'])
      expect(proxy.counts.get(name) ?? 0, name).toBeGreaterThan(0);
    expect(receipts).toBeGreaterThan(TABLETS * EACH);
  } finally {
    await proxy.stop();
    await server.stop(500);
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
});
