// An audit export is proven by `verify` alone: lawful changes pass, everything else is found and named.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { verifyExport } from '../../server/cli/verify.ts';
import { exportAudit } from '../../server/jobs/export-audit.ts';
import { makeRoot, writeRoot } from '../../server/jobs/nightly-root.ts';
import { retain } from '../../server/jobs/retain.ts';
import { newKeys } from '../../server/keys.ts';
import { leafOf } from '../../server/store/leaves.ts';
import { addEntry } from '../../server/store/entries.ts';
import { packSeal } from '../../server/store/packed-seal.ts';
import { putSetting, SERVER_KEYS } from '../../server/store/settings.ts';
import type { Tx } from '../../server/store/store.ts';
import type { SignedSeal } from '../../shared/wire/seal.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { newTabletKey, sealChain } from '../fakes/tablet-key.ts';
import { inEnglish, verdictInEnglish } from '../fakes/in-english.ts';
import { databases } from './dialects.ts';

const keys = newKeys();
const DAY = 86_400_000;
const FIVE = '55555555-5555-4555-8555-555555555555';

/** Two tablets and own phones over three days, a root each evening; the last day is not sealed yet. */
interface Audited {
  readonly office: Office;
  readonly first: EnrolledTablet;
  readonly second: EnrolledTablet;
  /** Submission bytes by tablet, the first three sealed in seal 1. */
  readonly ps: Readonly<Record<'first' | 'second', readonly string[]>>;
  readonly mailed: string;
  folder(): Promise<string>;
  look(): Promise<EnglishVerdict>;
  tamper(change: (tx: Tx) => Promise<unknown>): Promise<void>;
}

async function audited(office: Office): Promise<Audited> {
  await office.store.write((tx) => putSetting(tx, SERVER_KEYS, JSON.stringify([keys.signPublic])));
  const home = mkdtempSync(join(tmpdir(), 'sipas-audit-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const [first, second] = [await office.enrol('Một'), await office.enrol('Hai')];
  const chains = { first: sealChain(first), second: sealChain(second) };
  const ps = { first: [] as string[], second: [] as string[] };
  let mailed = '';
  for (let day = 20; day <= 22; day++) {
    const b = `2026-11-${day}AM`;
    for (const [name, device] of [
      ['first', first],
      ['second', second],
    ] as const) {
      const taken = Array.from({ length: 3 }, () => bytesOf(office, { b }));
      ps[name].push(...taken);
      const body = batchOf(device, taken);
      expect((await office.call('/api/v1/batches', { body, token: device.token })).status).toBe(200);
      if (day < 22) await post(office, device, chains[name].seal(taken, { b }));
    }
    const phone = { proto: 1, code: office.code, items: [{ p: bytesOf(office, { b, ch: 'qr' }) }] };
    expect((await office.call('/api/v1/phone', { body: phone })).status).toBe(200);
    const root = await makeRoot(office.store, keys, { day: `2026-11-${day}`, nowMs: office.now });
    mailed += readFileSync(writeRoot(root, keys.signPublic, home, undefined), 'utf8');
    office.now += DAY;
  }
  let count = 0;
  const folder = async () => {
    const made = join(home, `export-${++count}`);
    await exportAudit(office.store, made, '2026-11-23');
    return made;
  };
  return {
    office,
    first,
    second,
    ps,
    mailed,
    folder,
    look: async () => verdictInEnglish(verifyExport(await folder(), mailed)),
    tamper: (change) => office.store.write(async (tx) => void (await change(tx))),
  };
}

async function post(office: Office, device: EnrolledTablet, seal: SignedSeal): Promise<void> {
  const body = { proto: 1, dev: device.id, seals: [seal] };
  const response = await office.call('/api/v1/seals', { body, token: device.token });
  expect(((await response.json()) as { seals: unknown[] }).seals).toEqual([[expect.any(Number), 'stored']]);
}

const idOf = (p: string) => (JSON.parse(p) as { id: string }).id;
const put = (id: string, p: string) => (tx: Tx) =>
  tx
    .updateTable('submissions')
    .set({ p: Buffer.from(p) })
    .where('id', '=', id)
    .execute();
type EnglishVerdict = Awaited<ReturnType<typeof verdictInEnglish>>;
const found = (verdict: EnglishVerdict) => verdict.findings.join('\n');

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    const open = async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      return audited(await openOffice({ store }));
    };

    test('an export that nobody touched is proven, with what is not sealed yet', async () => {
      const { look } = await open();
      expect(await look()).toEqual({
        findings: [],
        notes: ['6 submissions are not sealed yet.'],
        proven: { submissions: 21, seals: 7, roots: 3, certified: 0 },
      });
    });

    test('one changed byte is named with device, seal and row', async () => {
      const { tamper, look, ps, first } = await open();
      const p = ps.first[1]!;
      await tamper(put(idOf(p), p.replace('"a":[4', '"a":[1')));
      const { findings } = await look();
      expect(findings).toEqual([
        expect.stringMatching(`^Row ${idOf(p)} \\(device ${first.id}, seal 1\\) was changed at sign \\d+`),
      ]);
    });

    test('a deleted row is named with device and seal', async () => {
      const { tamper, look, ps, second } = await open();
      await tamper((tx) => tx.deleteFrom('submissions').where('id', '=', idOf(ps.second[4]!)).execute());
      expect(found(await look())).toContain(
        `Device ${second.id}, seal 2 (2026-11-21AM): a submission is missing`,
      );
    });

    test('a row that was swapped by way of the quarantine is found, and so is one that is no submission', async () => {
      const { tamper, look, office, ps } = await open();
      const out = ps.first[1]!;
      const b = '2026-11-20AM';
      const forged = bytesOf(office, { b });
      const aside = (p: string, decision: string) => ({
        leaf: leafOf(p),
        kind: 'held' as const,
        reason: 'unknown-field',
        p: Buffer.from(p),
        remark: null,
        decision,
      });
      const row = (id: string, p: string) => ({ id, p: Buffer.from(p), half_day: b, standing: 'counted' });
      await tamper(async (tx) => {
        await tx.deleteFrom('submissions').where('id', '=', idOf(out)).execute();
        await tx
          .insertInto('quarantine')
          .values([aside(out, 'open'), aside(forged, 'taken')])
          .execute();
        await tx
          .insertInto('submissions')
          .values(row(idOf(forged), forged))
          .execute();
      });
      expect((await look()).findings).toEqual([
        `Quarantine (unknown-field, ${office.point}, 2026-11/2): 1 stand as taken in where decisions took 0: inserted or changed.`,
      ]);
      await tamper((tx) => tx.insertInto('submissions').values(row(FIVE, '5')).execute());
      expect(found(await look())).toContain(`Row ${FIVE} cannot be read`);
    });

    test('a row that is counted in a half-month before its own is named for a person to judge', async () => {
      const { tamper, look, ps } = await open();
      const id = idOf(ps.first[1]!);
      const move = (half_day: string) =>
        tamper((tx) => tx.updateTable('submissions').set({ half_day }).where('id', '=', id).execute());
      await move('2026-11-19PM');
      expect((await look()).notes).toHaveLength(1);
      await move('2026-11-14PM');
      expect((await look()).notes.join('\n')).toContain(`before the one they name`);
      expect((await look()).notes.join('\n')).toContain(id);
    });

    test('what a manager took in stays proven', async () => {
      const { office, look } = await open();
      const device = await office.enrol('Ba');
      const late = { ...batchOf(device, [bytesOf(office), bytesOf(office)]), proto: 9 };
      await office.call('/api/v1/batches', { body: late, token: device.token });
      const cohort = { reason: 'newer-protocol', kind: 'held', point: office.point, halfMonth: '2026-11/2' };
      const body = { cohort, decision: 'take', reason: 'Đã kiểm tra với đơn vị.' };
      const cookie = await signInAs(office, 'manager');
      const answer = await office.call('/api/v1/quarantine/decide', { body, cookie });
      expect(await answer.json()).toEqual({ decided: 2, left: 0 });
      expect((await look()).findings).toEqual([]);
    });

    test('a submission that a person took in and that was deleted since is missing', async () => {
      const { tamper, look, ps, first } = await open();
      const p = ps.first[1]!;
      await tamper(async (tx) => {
        const held = { leaf: leafOf(p), kind: 'held', reason: 'revoked', p: Buffer.from(p) };
        await tx
          .insertInto('quarantine')
          .values({ ...held, remark: null, decision: 'taken' })
          .execute();
        await tx.deleteFrom('submissions').where('id', '=', idOf(p)).execute();
      });
      expect(found(await look())).toContain(
        `Device ${first.id}, seal 1 (2026-11-20AM): a submission is missing`,
      );
    });

    test('a line of an export that is there twice makes up for none that is gone', async () => {
      const { folder, mailed } = await open();
      const made = await folder();
      const file = join(made, 'submissions.ndjson');
      const [one, two, ...others] = readFileSync(file, 'utf8').trimEnd().split('\n');
      writeFileSync(file, `${[two, two, ...others].join('\n')}\n`);
      expect(one).not.toBe(two);
      expect(found(await verdictInEnglish(verifyExport(made, mailed)))).toContain(
        'stands in the export twice',
      );
    });

    test('an inserted row is an unsealed row once its devices have sealed a later day', async () => {
      const { tamper, look, office } = await open();
      const insert = (b: string) => {
        const p = bytesOf(office, { b });
        return tamper((tx) =>
          tx
            .insertInto('submissions')
            .values({ id: idOf(p), p: Buffer.from(p), half_day: b, standing: 'counted' })
            .execute(),
        ).then(() => idOf(p));
      };
      await insert('2026-11-22AM');
      expect((await look()).findings).toEqual([]);
      const id = await insert('2026-11-20PM');
      expect((await look()).findings).toEqual([expect.stringContaining(`Row ${id} is an unsealed row`)]);
    });

    test('two rows whose bytes were swapped, or moved between service points, are named', async () => {
      const { tamper, look, ps, office, first, second } = await open();
      const [a, b] = [ps.first[0]!, ps.second[0]!];
      await tamper(put(idOf(a), b));
      await tamper(put(idOf(b), a));
      const swapped = found(await look());
      expect(swapped).toContain(
        `Row ${idOf(a)} (device ${second.id}, seal 1) holds the bytes of row ${idOf(b)}`,
      );
      expect(swapped).toContain(
        `Row ${idOf(b)} (device ${first.id}, seal 1) holds the bytes of row ${idOf(a)}`,
      );
      const elsewhere = (p: string) => p.replace(`"sp":"${office.point}"`, '"sp":"p-other"');
      await tamper(put(idOf(a), elsewhere(a)));
      await tamper(put(idOf(b), b));
      expect(found(await look())).toContain(
        `Row ${idOf(a)} (device ${first.id}, seal 1) was moved from service point ${office.point} to p-other`,
      );
    });

    test('a row that was moved to another period, or left out of the figures, is named', async () => {
      const { tamper, look, ps } = await open();
      const ids = [idOf(ps.first[0]!), idOf(ps.first[1]!)];
      await tamper((tx) =>
        tx.updateTable('submissions').set({ half_day: '2026-12-01AM' }).where('id', '=', ids[0]!).execute(),
      );
      await tamper((tx) =>
        tx.updateTable('submissions').set({ standing: 'excluded' }).where('id', '=', ids[1]!).execute(),
      );
      const findings = found(await look());
      expect(findings).toMatch(
        new RegExp(`Row ${ids[0]} .*counted in 2026-12-01AM, but was answered in 2026-11-20AM`),
      );
      expect(findings).toMatch(new RegExp(`Row ${ids[1]} .*stands as excluded`));
    });

    test('a removed seal is named, be it the last one', async () => {
      const { tamper, look, first, second } = await open();
      await tamper((tx) =>
        tx.deleteFrom('seals').where('device', '=', first.id).where('n', '=', 1).execute(),
      );
      await tamper((tx) =>
        tx.deleteFrom('seals').where('device', '=', second.id).where('n', '=', 2).execute(),
      );
      const findings = found(await look());
      expect(findings).toContain(`Device ${first.id}: seal 1 was removed`);
      expect(findings).toContain('Root 2 names a seal that is not there');
    });

    test('rows and seals rewritten and signed with another key are found by the signature and by the root', async () => {
      const { tamper, look, ps, first, office } = await open();
      const p = bytesOf(office, { b: '2026-11-20AM', a: [1, 1, 1, 1, 1, 1, 1, 1] });
      const forged = sealChain({ id: first.id, key: newTabletKey() }).seal([...ps.first.slice(0, 2), p], {
        b: '2026-11-20AM',
      });
      const hash = createHash('sha256').update(`sipas-seal-1\n${forged.s}`).digest('hex');
      await tamper(async (tx) => {
        await tx.deleteFrom('submissions').where('id', '=', idOf(ps.first[2]!)).execute();
        const row = { id: idOf(p), p: Buffer.from(p), half_day: '2026-11-20AM', standing: 'counted' };
        await tx.insertInto('submissions').values(row).execute();
        await tx
          .updateTable('seals')
          .set({ ...packSeal(forged), hash })
          .where('device', '=', first.id)
          .where('n', '=', 1)
          .execute();
      });
      const findings = found(await look());
      expect(findings).toContain(`Device ${first.id}, seal 1 is not signed by its device`);
      expect(findings).toContain(`Device ${first.id}, seal 1: root 1 does not know it`);
    });

    test('roots that were made anew, after a row had gone, differ from the mailed ones', async () => {
      const { office, tamper, look, folder, ps } = await open();
      await tamper(async (tx) => {
        await tx.deleteFrom('submissions').where('id', '=', idOf(ps.second[8]!)).execute();
        await tx.deleteFrom('roots').execute();
        await tx.updateTable('seals').set({ root: null }).execute();
      });
      await makeRoot(office.store, keys, { day: '2026-11-20', nowMs: office.now });
      const { findings } = await look();
      const replaced = [1, 2, 3].map((n) => `Root ${n} of 2026-11-${19 + n} is not the one that was mailed`);
      expect(findings).toEqual(replaced.map((sentence) => expect.stringContaining(sentence)));
      // whoever holds the server's key could do that: only what lies with a second body shows it
      expect((await verifyExport(await folder())).findings).toEqual([]);
    });

    test('an entry that was removed or changed is named', async () => {
      const { office, tamper, look } = await open();
      const entry = { kind: 'review', day: '2026-11-22', by: 'a1', facts: { cohort: 'x' } } as const;
      const hash = await office.store.write((tx) => addEntry(tx, entry));
      await makeRoot(office.store, keys, { day: '2026-11-23', nowMs: office.now });
      expect((await look()).findings).toEqual([]);
      await tamper((tx) =>
        tx.updateTable('entries').set({ document: '{"v":1}' }).where('hash', '=', hash).execute(),
      );
      expect(found(await look())).toContain(`Entry ${hash} was changed`);
      await tamper((tx) => tx.deleteFrom('entries').where('hash', '=', hash).execute());
      expect(found(await look())).toContain(`Entry ${hash} and root 4 do not agree`);
    });

    test('retention, quarantine decisions and re-attributions raise no alarm, a forged removal does', async () => {
      const { office, tamper, look, ps } = await open();
      const elsewhere = bytesOf(office, { sp: 'nowhere' });
      const device = await office.enrol('Ba');
      await office.call('/api/v1/batches', { body: batchOf(device, [elsewhere]), token: device.token });
      await tamper((tx) => tx.updateTable('quarantine').set({ decision: 'refused' }).execute());
      const entry = {
        kind: 'reattribution',
        day: '2026-11-23',
        by: 'a1',
        facts: { from: office.point },
      } as const;
      await office.store.write((tx) => addEntry(tx, entry));
      expect(await inEnglish(retain(office.store, '2028-12-14'))).toContain('Removed by age: 0 submissions');
      expect(await inEnglish(retain(office.store, '2028-12-15'))).toContain('Removed by age: 21 submissions');
      await makeRoot(office.store, keys, { day: '2028-12-15', nowMs: office.now });
      expect((await look()).findings).toEqual([]);
      await tamper((tx) => tx.deleteFrom('removed_leaves').execute());
      expect((await look()).findings.length).toBeGreaterThan(0);
      expect(ps.first).toHaveLength(9);
    });
  });
}

test('a file of mailed roots that holds none is said, and without any the proof says what it lacks', async () => {
  const { folder } = await audited(await openOffice());
  const made = await folder();
  expect(found(await verdictInEnglish(verifyExport(made, 'nothing')))).toContain('holds no line');
  expect((await verdictInEnglish(verifyExport(made))).notes[0]).toContain('No mailed roots were given');
  writeFileSync(join(made, 'submissions.ndjson'), '');
  expect((await verifyExport(made)).findings.length).toBeGreaterThan(10);
});
