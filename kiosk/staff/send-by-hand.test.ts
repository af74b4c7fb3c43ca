import { describe, expect, it } from 'vitest';
import { memoryOutbox } from '../../tests/fakes/memory-outbox.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import type { Reply } from '../device/reply.ts';
import { sendByHand } from './send-by-hand.ts';

const answer = (status: number, body: unknown): Reply => ({
  kind: 'answer',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

async function outboxWith(count: number) {
  const store = memoryOutbox();
  for (let i = 0; i < count; i++) {
    const id = `id-${String(i).padStart(3, '0')}`;
    await store.keep({ id, p: `{"id":"${id}"}`, leaf: `leaf-${i}` }, { name: 'r', rests: [] });
  }
  return store;
}

/** A server that names in its receipts only what `names` lets it. */
function receiptsFor(body: string, names: (id: string) => boolean): Reply {
  const { items } = JSON.parse(body) as { items: { p: string }[] };
  const ids = items.map(({ p }) => (JSON.parse(p) as { id: string }).id).filter(names);
  return answer(200, {
    sys: 'sipas',
    epoch: 'e',
    now: 1,
    receipts: ids.map((id) => [id, 'stored']),
    safeSeal: 0,
    minApp: '0.0.0',
  });
}

async function send(count: number, post: (body: string) => Promise<Reply>) {
  const store = await outboxWith(count);
  const lefts: number[] = [];
  const deps = { store, random: seeded(1), dev: 'd', app: '0', post };
  const end = await sendByHand(deps, (left) => lefts.push(left));
  return { end, lefts, unsent: (await store.unsentIds()).length };
}

describe('sending by hand', () => {
  it('says that all is sent only when a receipt has named every one', async () => {
    const all = await send(120, async (body) => receiptsFor(body, () => true));
    expect([all.end, all.unsent, all.lefts[0]]).toEqual([{ kind: 'drained' }, 0, 120]);
    expect(all.lefts.at(-1)).toBeLessThan(120);
    const one = await send(120, async (body) => receiptsFor(body, (id) => id !== 'id-007'));
    expect(one.end).toEqual({ kind: 'left', left: 1, done: 119, why: 'refused' });
    expect(one.unsent).toBe(1);
  });

  it('a portal, a silent network and a server that is ill leave everything where it is', async () => {
    const ends = await Promise.all([
      send(3, async () => answer(200, '<h1>Wi-Fi</h1>')),
      send(3, async () => ({ kind: 'timeout' })),
      send(3, async () => ({ kind: 'unreachable' })),
      send(3, async () => answer(503, { code: 'not-ready' })),
    ]);
    const left = { kind: 'left', left: 3, done: 0 };
    expect(ends.map(({ end }) => end)).toEqual([
      { ...left, why: 'portal' },
      { ...left, why: 'unreachable' },
      { ...left, why: 'unreachable' },
      { ...left, why: 'refused' },
    ]);
    expect(ends.map(({ unsent }) => unsent)).toEqual([3, 3, 3, 3]);
  });

  it('counts what went before the line broke', async () => {
    let posts = 0;
    const { end } = await send(80, async (body) =>
      ++posts === 1 ? receiptsFor(body, () => true) : { kind: 'unreachable' },
    );
    expect(end).toEqual({ kind: 'left', left: 30, done: 50, why: 'unreachable' });
  });
});
