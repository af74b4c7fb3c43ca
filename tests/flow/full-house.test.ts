import { expect, test } from 'vitest';
import { runRound } from '../../kiosk/outbox/sync-round.ts';
import { COME_AGAIN_SECONDS } from '../../server/ingest/intake.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import { BATCH_MOST, BATCH_MOST_BYTES, type Receipts } from '../../shared/wire/batch.ts';
import { memoryOutbox } from '../fakes/memory-outbox.ts';
import { batchOf, bytesOf, openOffice } from '../fakes/office.ts';

/** More parcels than may wait come while the database stands still: the real application, and the tablet's real round. */
test('beyond the bound parcels are asked to come again, small ones are taken, and nothing is lost or counted twice', async () => {
  const office = await openOffice();
  const [tablet, other] = [await office.enrol('Ki-ốt 1'), await office.enrol('Ki-ốt 2')];
  let goOn = () => {};
  const isGoing = new Promise<void>((resolve) => (goOn = resolve));
  const { write } = office.store;
  Object.assign(office.store, {
    write: (work: Parameters<typeof write>[0]) => isGoing.then(() => write(work)),
  });

  const posted = (from: typeof tablet, body: string) => {
    const headers = { 'content-length': String(body.length) };
    return office.call('/api/v1/batches', { body, token: from.token, headers });
  };
  const parcel = (from: typeof tablet) => JSON.stringify(batchOf(from, [bytesOf(office)]));
  /** As large as a parcel may be: the schema lets spaces pass. */
  const largest = Array.from({ length: 130 }, () => parcel(other).padEnd(BATCH_MOST_BYTES));
  const answers = largest.map((body) => posted(other, body));
  const refused = await Promise.race(answers);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, String(COME_AGAIN_SECONDS)]);

  const outbox = memoryOutbox();
  const sizes: number[] = [];
  const keep = async (count: number) => {
    for (let i = 0; i < count; i++) {
      const p = bytesOf(office);
      const { id } = JSON.parse(p) as { id: string };
      await outbox.keep({ id, p, leaf: id }, { name: 'r', rests: [] });
    }
  };
  const round = () =>
    runRound({
      store: outbox,
      random: office.random,
      dev: tablet.id,
      app: '0.1.0',
      async post(body) {
        sizes.push((JSON.parse(body) as { items: unknown[] }).items.length);
        const answer = await posted(tablet, body);
        return { kind: 'answer', status: answer.status, body: await answer.text() };
      },
    });
  await keep(120);
  expect(await round()).toEqual({ kind: 'failed', why: 'refused' });
  expect([sizes, (await outbox.unsentIds()).length]).toEqual([[BATCH_MOST], 120]);

  // a tap that is sent at once, and an own phone
  const tap = posted(tablet, parcel(tablet));
  const phone = office.call('/api/v1/phone', {
    body: { proto: 1, code: office.code, items: [{ p: bytesOf(office, { ch: 'qr' }) }] },
  });
  goOn();
  expect([(await tap).status, (await phone).status]).toEqual([200, 200]);
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  const taken = (await Promise.all(answers)).filter(({ status }) => status === 200);
  const came = taken.length;
  const words = await Promise.all(
    [taken[0], taken.at(-1)].map(async (answer) => ((await answer!.json()) as Receipts).crowded),
  );
  // the first receipts say that many wait, the last ones that nobody does
  expect(words).toEqual([true, undefined]);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(await countSubmissions(office.store.read)).toBe(came + 2);

  sizes.length = 0;
  expect(await round()).toEqual({ kind: 'drained' });
  expect(sizes).toEqual([50, 50, 20]);
  for (const [i, status] of statuses.entries()) {
    // of those that were taken a few are enough
    if (status === 200 && i > 5) continue;
    const { receipts } = (await (await posted(other, largest[i]!)).json()) as Receipts;
    expect(receipts[0]?.[1]).toBe(status === 200 ? 'dup' : 'stored');
  }
  expect(await countSubmissions(office.store.read)).toBe(statuses.length + 122);
});
