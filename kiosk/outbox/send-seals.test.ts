import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leafPreimage } from '../../shared/submission.ts';
import { memoryOutbox, type MemoryOutbox } from '../../tests/fakes/memory-outbox.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import type { Reply } from '../device/reply.ts';
import { makeSeals } from './seal-maker.ts';
import { runRound } from './sync-round.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const DAY = 86_400_000;
const FRIDAY = Date.parse('2026-11-20T07:00:00Z');

/** A server of one device: what it has, up to where its backups are verified, and how often it was asked. */
function server() {
  const state = {
    epoch: 'e1',
    safeSeal: 0,
    now: FRIDAY,
    leaves: new Set<string>(),
    seals: [] as number[],
    posts: 0,
    isDeaf: false,
  };
  const answer = (body: object): Reply => ({
    kind: 'answer',
    status: state.isDeaf ? 404 : 200,
    body: JSON.stringify({
      sys: 'sipas',
      epoch: state.epoch,
      now: state.now,
      safeSeal: state.safeSeal,
      ...body,
    }),
  });
  const post = async (body: string): Promise<Reply> => {
    const { items } = JSON.parse(body) as { items: { p: string }[] };
    const receipts = items.map(({ p }) => {
      state.leaves.add(sha256(leafPreimage(p)));
      return [(JSON.parse(p) as { id: string }).id, 'stored'];
    });
    return answer({ proto: 1, receipts, minApp: '0.0.0' });
  };
  const postSeals = async (body: string): Promise<Reply> => {
    state.posts++;
    const sent = (JSON.parse(body) as { seals: { s: string }[] }).seals.map(
      ({ s }) => JSON.parse(s) as { n: number; leaves: string[] },
    );
    const seals = sent.map(({ n }) => {
      if (state.seals.includes(n)) return [n, 'dup'];
      if (n !== state.seals.length + 1) return [n, 'later'];
      state.seals.push(n);
      return [n, 'stored'];
    });
    const lacks = sent
      .filter(({ n }) => state.seals.includes(n))
      .flatMap(({ leaves }) => leaves.filter((leaf) => !state.leaves.has(leaf)));
    return answer({ seals, lacks });
  };
  return { state, post, postSeals };
}

async function sealed(count: number): Promise<MemoryOutbox> {
  const store = memoryOutbox();
  for (let n = 0; n < count; n++) {
    const p = JSON.stringify({ id: `id-${n}`, b: '2026-11-20AM' });
    await store.keep({ id: `id-${n}`, p, leaf: sha256(leafPreimage(p)) }, { name: 'r', rests: [] });
  }
  const sign = async () => 'x'.repeat(88);
  const digest = async (text: string) => sha256(text);
  await makeSeals({ store, dev: 'd', app: '1', nowMs: () => FRIDAY, digest, sign });
  return store;
}
const round = (store: MemoryOutbox, { post, postSeals }: ReturnType<typeof server>) =>
  runRound({ store, random: seeded(7), dev: 'd', app: '1', post, postSeals });

describe('seals in a round', () => {
  it('follow the submissions, lowest number first, and each is sent until it is answered for', async () => {
    const store = await sealed(120);
    const there = server();
    there.state.isDeaf = true;
    await store.settle(new Map((await store.unsentIds()).map((id) => [id, 'stored'])));
    expect(await round(store, there)).toEqual({ kind: 'drained' });
    expect((await store.readMeta()).sealSent).toBe(0);
    there.state.isDeaf = false;
    const full = await sealed(120);
    expect(await round(full, there)).toEqual({ kind: 'drained' });
    expect(there.state.seals).toEqual([1, 2, 3]);
    expect(await full.unsentIds()).toEqual([]);
    expect(await full.unsentSeals(50)).toEqual([]);
  });

  it('what the server lacks of a seal goes again in the same round', async () => {
    const store = await sealed(60);
    const there = server();
    await store.settle(new Map((await store.unsentIds()).map((id) => [id, 'stored'])));
    for (const { leaf } of (await store.load(await store.idsIn('stored'))).slice(10))
      there.state.leaves.add(leaf);
    expect(await round(store, there)).toEqual({ kind: 'drained' });
    expect(there.state.leaves.size).toBe(60);
  });

  it('an entry is safe when its seal is inside a verified backup, and leaves 30 days later by the clock of the server', async () => {
    const store = await sealed(60);
    const there = server();
    await round(store, there);
    expect(await store.idsIn('safe')).toEqual([]);
    there.state.safeSeal = 1;
    await round(store, there);
    expect(await store.idsIn('safe')).toHaveLength(50);
    expect(await store.idsIn('stored')).toHaveLength(10);
    there.state.now = FRIDAY + 29 * DAY;
    await round(store, there);
    expect(store.entries()).toHaveLength(60);
    there.state.now = FRIDAY + 30 * DAY;
    await round(store, there);
    expect(store.entries()).toHaveLength(10);
    expect(await store.readMeta()).toMatchObject({ total: 60, pruned: 50, lost: 0, sealPruned: 1 });
  });

  it('a tablet with nothing to send still hears of a restored server, and offers all that its new word does not cover', async () => {
    const store = await sealed(120);
    const there = server();
    await round(store, there);
    there.state.safeSeal = 2;
    await round(store, there);
    const before = there.state.leaves.size;
    // Restored from a backup that holds seal 1 only.
    const [first] = await store.unsentSeals(1).then(() => store.readSeals());
    const kept = new Set((JSON.parse(first!.s) as { leaves: string[] }).leaves);
    Object.assign(there.state, { epoch: 'e2', safeSeal: 1, leaves: new Set(kept), seals: [1] });
    await round(store, there);
    expect(there.state.leaves.size).toBe(before);
    expect(there.state.seals).toEqual([1, 2, 3]);
    expect(await store.idsIn('safe')).toHaveLength(50);
  });

  it('held entries go into the seal like all others and do not keep it from leaving', async () => {
    const store = await sealed(50);
    const there = server();
    await round(store, there);
    await store.settle(new Map([['id-3', 'held']]));
    there.state.safeSeal = 1;
    await round(store, there);
    expect(await store.idsIn('held')).toEqual(['id-3']);
    there.state.now = FRIDAY + 31 * DAY;
    await round(store, there);
    expect(store.entries()).toEqual([]);
  });

  it('a refused seal is not sent again and holds up none that follows', async () => {
    const store = await sealed(120);
    const there = server();
    const real = there.postSeals;
    there.postSeals = async (body) => {
      const reply = await real(body);
      return {
        ...reply,
        body: (reply as { body: string }).body.replace('[1,"stored"]', '[1,"refused"]'),
      } as Reply;
    };
    await round(store, there);
    expect((await store.readMeta()).sealSent).toBe(3);
  });
});
