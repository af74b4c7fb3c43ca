import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKeys } from '../../server/keys.ts';
import { lockClearRemarks, lockRemark, unlockRemark } from '../../server/remark-lock.ts';
import { remarkHash } from '../../server/ingest/judge.ts';
import type { Store } from '../../server/store/store.ts';
import { batchOf, bytesOf, FRIDAY, type Office, openOffice } from '../fakes/office.ts';
import { databases } from './dialects.ts';

const SALT = '00112233445566778899aabbccddeeff';
const texts = Array.from({ length: 450 }, (_, i) => `Ý kiến ${i}: gọi tôi 0912 345 ${String(100 + i)}`);

/** What version 0.1.0 left behind: originals in the clear, beside their salts. */
async function keepInTheClear(store: Store, text: string): Promise<void> {
  await store.write(async (tx) => {
    const hash = remarkHash(SALT, text);
    await tx
      .insertInto('remarks')
      .values({ hash, salt: SALT, body: text, masked: null, half_month: null })
      .execute();
  });
}

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    const keys = newKeys();
    beforeAll(async () => {
      await database.start();
      office = await openOffice({ store: (await database.open()).store });
    }, 60_000);
    afterAll(async () => {
      await office.store.close();
      await database.stop();
    });
    const rows = () => office.store.read.selectFrom('remarks').selectAll().orderBy('hash').execute();

    test('what an earlier version kept in the clear is masked and locked at the start, once', async () => {
      const device = await office.enrol();
      const p = bytesOf(office, { rh: remarkHash(SALT, texts[0]!), b: '2026-10-05AM' });
      // the submission came with its remark; the earlier version stored that in the clear
      const body = { ...batchOf(device, []), items: [{ p, remark: { salt: SALT, text: texts[0]! } }] };
      await office.call('/api/v1/batches', { body, token: device.token });
      await office.store.write(async (tx) => void (await tx.deleteFrom('remarks').execute()));
      for (const text of texts) await keepInTheClear(office.store, text);
      const held = { salt: SALT, text: 'CCCD 079203001234' };
      await office.store.write(async (tx) => {
        const aside = { kind: 'held', reason: 'remark', p: Buffer.from('{}'), half_month: null };
        await tx
          .insertInto('quarantine')
          .values([
            { ...aside, leaf: 'a'.repeat(64), remark: JSON.stringify(held) },
            { ...aside, leaf: 'b'.repeat(64), remark: null },
            { ...aside, leaf: 'c'.repeat(64), remark: lockRemark(keys, held) },
          ])
          .execute();
      });

      expect(await lockClearRemarks(office.store, keys, FRIDAY)).toBe(texts.length + 1);
      const locked = await rows();
      expect(locked).toHaveLength(texts.length);
      const written = JSON.stringify(locked);
      // the whole of what was typed: four digits alone stand in one of some hundred runs of random letters
      for (const secret of ['0912 345', SALT]) expect(written).not.toContain(secret);
      expect(new Set(locked.map(({ body: original }) => unlockRemark(keys, original)?.text))).toEqual(
        new Set(texts),
      );
      expect(locked.every(({ masked }) => /^Ý kiến \d+: gọi tôi \[…\]$/.test(masked!))).toBe(true);
      const of = (halfMonth: string) => locked.filter(({ half_month }) => half_month === halfMonth).length;
      expect([of('2026-10/1'), of('2026-11/2')]).toEqual([1, 449]);
      const aside = await office.store.read
        .selectFrom('quarantine')
        .select(['leaf', 'remark'])
        .orderBy('leaf')
        .execute();
      expect(aside[0]!.remark).not.toContain('CCCD');
      expect(aside.map(({ remark }) => remark && unlockRemark(keys, remark))).toEqual([held, null, held]);

      expect(await lockClearRemarks(office.store, keys, FRIDAY)).toBe(0);
      expect(await rows()).toEqual(locked);
    });

    test('a remark with a sign that PostgreSQL cannot store is kept, its original whole', async () => {
      const device = await office.enrol('Ki-ốt 2');
      const remark = { salt: SALT, text: 'a\u0000b' };
      const p = bytesOf(office, { rh: remarkHash(remark.salt, remark.text) });
      const body = { ...batchOf(device, []), items: [{ p, remark }] };
      expect((await office.call('/api/v1/batches', { body, token: device.token })).status).toBe(200);
      const row = (await rows()).find(({ hash }) => hash === remarkHash(remark.salt, remark.text))!;
      expect(row.masked).toBe('ab');
      expect(unlockRemark(office.keys, row.body)).toEqual(remark);
    });
  });
}
