import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { leafPreimage } from '../../shared/submission.ts';
import { NO_SEAL, SealSchema, sealPreimage } from '../../shared/wire/seal.ts';
import { memoryOutbox } from '../../tests/fakes/memory-outbox.ts';
import type { KeptSeal } from './outbox-store.ts';
import { makeSeals } from './seal-maker.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const FRIDAY_MORNING = Date.parse('2026-11-20T03:00:00Z');
const FRIDAY_AFTERNOON = Date.parse('2026-11-20T07:00:00Z');
const SATURDAY = Date.parse('2026-11-21T03:00:00Z');
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

function device() {
  const store = memoryOutbox();
  let n = 0;
  const keep = async (count: number, b = '2026-11-20AM') => {
    for (let i = 0; i < count; i++) {
      const p = JSON.stringify({ v: 1, id: `id-${n++}`, b });
      await store.keep({ id: `id-${n - 1}`, p, leaf: sha256(leafPreimage(p)) }, { name: 'r', rests: [] });
    }
  };
  const seal = (nowMs: number) =>
    makeSeals({
      store,
      dev: 'dev1',
      app: '0.2.0',
      nowMs: () => nowMs,
      digest: async (text) => sha256(text),
      sign: async (text) =>
        sign('sha256', Buffer.from(text), { key: keys.privateKey, dsaEncoding: 'ieee-p1363' }).toString(
          'base64',
        ),
    });
  return { store, keep, seal };
}
const contentOf = ({ s }: KeptSeal) => v.parse(SealSchema, JSON.parse(s));

describe('a seal', () => {
  it('closes at fifty, in the middle of a half-day', async () => {
    const { store, keep, seal } = device();
    await keep(49);
    expect(await seal(FRIDAY_MORNING)).toBe(0);
    await keep(1);
    expect(await seal(FRIDAY_MORNING)).toBe(1);
    expect(await store.openIds()).toEqual([]);
  });

  it('many that wait are read once, not for every seal anew', async () => {
    const { store, keep } = device();
    await keep(620);
    let read = 0;
    const counting = {
      ...store,
      load: (ids: readonly string[]) => {
        read += ids.length;
        return store.load(ids);
      },
    };
    const deps = {
      dev: 'dev1',
      app: '0.2.0',
      nowMs: () => FRIDAY_MORNING,
      digest: async () => 'h',
      sign: async () => 's',
    };
    expect(await makeSeals({ ...deps, store: counting })).toBe(12);
    expect(read).toBe(620);
    expect(await store.openIds()).toHaveLength(20);
  });

  it('closes at the end of a half-day, never under five', async () => {
    const { store, keep, seal } = device();
    await keep(4);
    expect(await seal(FRIDAY_AFTERNOON)).toBe(0);
    await keep(1);
    await keep(3, '2026-11-20PM');
    expect(await seal(FRIDAY_AFTERNOON)).toBe(1);
    expect(await store.openIds()).toHaveLength(3);
  });

  it("closes at the day's end with whatever there is", async () => {
    const { keep, seal, store } = device();
    await keep(1);
    expect(await seal(SATURDAY)).toBe(1);
    expect(contentOf((await store.readSeals())[0]!).leaves).toHaveLength(1);
  });

  it('has sorted leaves, a chain of hashes and a running total, signed over the very bytes that are sent', async () => {
    const { store, keep, seal } = device();
    await keep(120);
    expect(await seal(FRIDAY_AFTERNOON)).toBe(3);
    const seals = await store.readSeals();
    let prev = NO_SEAL;
    let total = 0;
    for (const [i, kept] of seals.entries()) {
      const { n, leaves, ...content } = contentOf(kept);
      total += leaves.length;
      expect({ n, prev: content.prev, total: content.total }).toEqual({ n: i + 1, prev, total });
      expect(leaves).toEqual([...leaves].sort());
      expect(kept.hash).toBe(sha256(sealPreimage(kept.s)));
      const key = { key: keys.publicKey, dsaEncoding: 'ieee-p1363' } as const;
      expect(verify('sha256', Buffer.from(sealPreimage(kept.s)), key, Buffer.from(kept.sig, 'base64'))).toBe(
        true,
      );
      const members = await store.load(kept.ids);
      expect(members.map(({ leaf }) => leaf)).toEqual(leaves);
      expect(members.every((entry) => entry.seal === n)).toBe(true);
      prev = kept.hash;
    }
    expect(total).toBe(120);
    expect(await store.readMeta()).toMatchObject({ sealNo: 3, sealHash: prev, sealTotal: 120 });
  });

  it('made by two pages at once stands once', async () => {
    const { store, keep, seal } = device();
    await keep(60);
    await Promise.all([seal(FRIDAY_AFTERNOON), seal(FRIDAY_AFTERNOON)]);
    const sealed = (await store.readSeals()).flatMap(({ ids }) => ids);
    expect(sealed).toHaveLength(60);
    expect(new Set(sealed).size).toBe(60);
  });
});
