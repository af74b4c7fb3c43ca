import { describe, expect, it } from 'vitest';
import { type Batch, BATCH_MOST_BYTES } from '../../shared/wire/batch.ts';
import { type MemoryOutbox, memoryOutbox } from '../../tests/fakes/memory-outbox.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import type { Reply } from '../device/reply.ts';
import { runRound } from './sync-round.ts';

const idOf = (p: string) => (JSON.parse(p) as { id: string }).id;

async function filled(count: number, size = 0): Promise<MemoryOutbox> {
  const store = memoryOutbox();
  for (let n = 0; n < count; n++) {
    const p = JSON.stringify({ id: `id-${n}`, x: 'x'.repeat(size) });
    await store.keep({ id: `id-${n}`, p, leaf: `leaf-${n}` }, { name: 'r', rests: [] });
  }
  return store;
}

type Receipt = [string, 'stored' | 'dup' | 'held' | 'conflict'];
const receipts = (list: readonly Receipt[], epoch = 'e1', crowded?: boolean): Reply => ({
  kind: 'answer',
  status: 200,
  body: JSON.stringify({
    sys: 'sipas',
    proto: 1,
    epoch,
    now: 5,
    receipts: list,
    safeSeal: 0,
    minApp: '0.0.0',
    crowded,
  }),
});
const allStored = ({ items }: Batch) => items.map(({ p }): Receipt => [idOf(p), 'stored']);
const storeAll = (batch: Batch) => receipts(allStored(batch));

async function round(store: MemoryOutbox, reply: (batch: Batch, call: number) => Reply, most?: number) {
  const batches: Batch[] = [];
  const bodies: string[] = [];
  const end = await runRound(
    {
      store,
      random: seeded(3),
      dev: 'dev1',
      app: '0.1.0',
      post: async (body) => {
        bodies.push(body);
        batches.push(JSON.parse(body) as Batch);
        return reply(batches.at(-1)!, batches.length - 1);
      },
    },
    most,
  );
  return { end, batches, bodies, unsent: (await store.unsentIds()).length };
}

describe('a round', () => {
  it('drains the whole outbox, shuffled across it, in batches of at most 50', async () => {
    const { end, batches, unsent } = await round(await filled(120), storeAll);
    expect(end).toEqual({ kind: 'drained' });
    expect(unsent).toBe(0);
    expect(batches.map((batch) => batch.items.length)).toEqual([50, 50, 20]);
    const order = batches.flatMap((batch) => batch.items.map(({ p }) => idOf(p)));
    expect(new Set(order).size).toBe(120);
    expect(order).not.toEqual([...order].sort((a, b) => Number(a.slice(3)) - Number(b.slice(3))));
    expect(Math.min(...order.slice(0, 50).map((id) => Number(id.slice(3))))).toBeLessThan(20);
    expect(Math.max(...order.slice(0, 50).map((id) => Number(id.slice(3))))).toBeGreaterThan(100);
  });

  it('keeps every batch under 256 kB', async () => {
    const { bodies, unsent } = await round(await filled(60, 8_000), storeAll);
    expect(unsent).toBe(0);
    for (const body of bodies)
      expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(BATCH_MOST_BYTES);
  });

  it('keeps entries after their receipt: they leave only when they are safe', async () => {
    const store = await filled(3);
    await round(store, storeAll);
    expect(store.entries().map((entry) => entry.st)).toEqual(['stored', 'stored', 'stored']);
  });

  it('takes dup for stored, conflict for held, and the leaf where no id could be read', async () => {
    const store = await filled(4);
    await round(store, () =>
      receipts([
        ['id-0', 'dup'],
        ['id-1', 'conflict'],
        ['id-2', 'held'],
        ['leaf-3', 'held'],
      ]),
    );
    expect(store.entries().map((entry) => entry.st)).toEqual(['stored', 'held', 'held', 'held']);
  });

  it('the outbox is empty only when every receipt has come', async () => {
    const { end, batches, unsent } = await round(await filled(5), () =>
      receipts([
        ['id-2', 'stored'],
        ['someone-else', 'stored'],
      ]),
    );
    expect(end).toEqual({ kind: 'drained' });
    expect(unsent).toBe(4);
    expect(batches).toHaveLength(1);
  });

  it.each([
    ['a portal page with 200', { kind: 'answer', status: 200, body: '<html>welcome</html>' }],
    ['JSON of somebody else', { kind: 'answer', status: 200, body: '{"ok":true}' }],
    ['half an answer', { kind: 'answer', status: 200, body: '{"sys":"sipas","receipts":[["id-0","sto' }],
    ['a server error', { kind: 'answer', status: 500, body: '{}' }],
    ['a refused token', { kind: 'answer', status: 401, body: '{}' }],
    ['silence', { kind: 'timeout' }],
    ['no network', { kind: 'unreachable' }],
  ] as [string, Reply][])('marks nothing as sent after %s', async (_what, reply) => {
    const { end, batches, unsent } = await round(await filled(60), () => reply);
    expect(end.kind).toBe('failed');
    expect(unsent).toBe(60);
    expect(batches).toHaveLength(1);
  });

  it('an entry stays when its batch failed', async () => {
    const { end, batches, unsent } = await round(await filled(400), (batch, call) =>
      call === 1 ? { kind: 'unreachable' } : storeAll(batch),
    );
    // Two more were on their way with it; nothing is sent after it.
    expect(end).toEqual({ kind: 'failed', why: 'unreachable' });
    expect(batches).toHaveLength(4);
    expect(unsent).toBe(250);
  });

  /** Sends the whole outbox: how many were on their way as each batch began, itself among them. */
  async function onTheWay(store: MemoryOutbox, isCrowded = (_call: number) => false): Promise<number[]> {
    const counts: number[] = [];
    let now = 0;
    const post = async (body: string) => {
      const call = counts.push(++now) - 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
      now--;
      return receipts(allStored(JSON.parse(body) as Batch), 'e1', isCrowded(call) || undefined);
    };
    const end = await runRound({ store, random: seeded(3), dev: 'dev1', app: '0.1.0', post });
    expect(end).toEqual({ kind: 'drained' });
    expect(new Set(store.entries().map((entry) => entry.st))).toEqual(new Set(['stored']));
    return counts;
  }

  it('asks the line with one batch, then has three on their way at once and never more', async () => {
    const counts = await onTheWay(await filled(500));
    expect(counts).toHaveLength(10);
    expect(counts.slice(0, 4)).toEqual([1, 1, 2, 3]);
    expect(Math.max(...counts)).toBe(3);
  });

  it('while the server is crowded one batch at a time is on its way, and three again when it no longer is', async () => {
    const always = await onTheWay(await filled(500), () => true);
    expect(always).toEqual(Array.from({ length: 10 }, () => 1));
    const counts = await onTheWay(await filled(1_000), (call) => call >= 6 && call < 12);
    // as the seventh is answered two more are on their way, and are waited for; the thirteenth hears that there is room
    expect(counts).toEqual([1, 1, 2, 3, 3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3]);
  });

  it('an answer from before a restore that comes behind one from after it settles nothing for good', async () => {
    const store = await filled(200);
    let answered = 0;
    const stored = new Map<string, Set<string>>();
    const server = (batch: Batch, epoch: string) => {
      const ids = batch.items.map(({ p }) => idOf(p));
      stored.set(epoch, new Set([...(stored.get(epoch) ?? []), ...ids]));
      return receipts(
        ids.map((id): Receipt => [id, 'stored']),
        epoch,
      );
    };
    const deps = {
      store,
      random: seeded(3),
      dev: 'dev1',
      app: '0.1.0',
      post: async (body: string) => {
        const call = answered++;
        const reply = server(JSON.parse(body) as Batch, call < 2 ? 'e1' : 'e2');
        // The second one was stored before the restore, and its answer is the last of the three.
        await new Promise((resolve) => setTimeout(resolve, call === 1 ? 20 : 1));
        return reply;
      },
    };
    for (let n = 0; n < 3; n++) await runRound(deps);
    expect(stored.get('e2')!.size).toBe(200);
    expect((await store.readMeta()).epoch).toBe('e2');
    expect(await store.unsentIds()).toEqual([]);
  });

  it('after a restore devices offer what is not safe', async () => {
    const store = await filled(6);
    await round(store, storeAll);
    await store.keep({ id: 'id-6', p: '{"id":"id-6"}', leaf: 'leaf-6' }, { name: 'r', rests: [] });
    const got: string[] = [];
    const { unsent } = await round(store, (batch) => {
      got.push(...batch.items.map(({ p }) => idOf(p)));
      return receipts(
        batch.items.map(({ p }): Receipt => [idOf(p), 'stored']),
        'e2',
      );
    });
    expect(new Set(got).size).toBe(7);
    expect(unsent).toBe(0);
  });

  it('one bad submission holds up no other', async () => {
    const bad: Reply = { kind: 'answer', status: 400, body: '{}' };
    const { end, unsent } = await round(await filled(40), (batch) =>
      batch.items.some(({ p }) => idOf(p) === 'id-17') ? bad : storeAll(batch),
    );
    expect(end).toEqual({ kind: 'drained' });
    expect(unsent).toBe(1);
  });

  it('a portal page marks nothing as sent; sixty days offline expire nothing', async () => {
    const store = await filled(60);
    const portal: Reply = { kind: 'answer', status: 200, body: '<html>Please sign in</html>' };
    for (let day = 0; day < 60; day++) await round(store, () => (day % 2 ? portal : { kind: 'unreachable' }));
    expect(await store.unsentIds()).toHaveLength(60);
    const { end, unsent } = await round(store, storeAll);
    expect(end).toEqual({ kind: 'drained' });
    expect(unsent).toBe(0);
  });

  it('a request in flight at a crash is sent again', async () => {
    const store = await filled(3);
    const asked: Batch[] = [];
    // The page dies while it waits: nobody reads the answer.
    const dying = round(store, (batch) => {
      asked.push(batch);
      throw new Error('the power is gone');
    });
    expect((await dying).end).toEqual({ kind: 'failed', why: 'unreachable' });
    const again = memoryOutbox(store.snapshot());
    const { batches, unsent } = await round(again, storeAll);
    const ids = (batch: Batch) => batch.items.map(({ p }) => idOf(p)).sort();
    expect(ids(batches[0]!)).toEqual(ids(asked[0]!));
    expect(unsent).toBe(0);
  });

  it('a failed sync is never shown as done', async () => {
    for (const reply of [{ kind: 'timeout' }, { kind: 'answer', status: 500, body: '' }] as Reply[]) {
      const { end } = await round(await filled(1), () => reply);
      expect(end.kind).toBe('failed');
    }
  });

  it('stops when the server refuses every single entry', async () => {
    const { end, batches } = await round(await filled(200), () => ({
      kind: 'answer',
      status: 400,
      body: '{}',
    }));
    expect(end).toEqual({ kind: 'failed', why: 'refused' });
    expect(batches.length).toBeLessThan(30);
  });

  it('sends a remark beside its bytes', async () => {
    const store = memoryOutbox();
    const remark = { salt: 'a'.repeat(32), text: 'chờ lâu' };
    await store.keep({ id: 'id-0', p: '{"id":"id-0"}', leaf: 'leaf-0', remark }, { name: 'r', rests: [] });
    const { batches } = await round(store, storeAll);
    expect(batches[0]!.items).toEqual([{ p: '{"id":"id-0"}', remark }]);
  });
});
