// What an auditor takes out: rows of one state of the data, neutral, counted and summed; a reader who leaves ends it.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { verifyExport } from '../../server/cli/verify.ts';
import { csvCells } from '../../server/csv-cells.ts';
import { makeRoot } from '../../server/jobs/nightly-root.ts';
import { addServicePoint, addUnit } from '../../server/store/organisation.ts';
import { putSetting, SERVER_KEYS } from '../../server/store/settings.ts';
import { readZip } from '../../server/zip.ts';
import type { RowExport, RowFile } from '../../shared/wire/row-exports.ts';
import type { Submission } from '../../shared/submission.ts';
import { batchOf, bytesOf, keepSignedIn, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { readWorkbook } from '../fakes/read-workbook.ts';
import { sealChain } from '../fakes/tablet-key.ts';
import { databases } from './dialects.ts';

const BOUNDS = { entries: 30, entryBytes: 50_000_000, allBytes: 50_000_000 };

interface Taken {
  readonly office: Office;
  readonly cookie: string;
  take(count: number, change?: Partial<Submission>): Promise<void>;
  ask(body: object, as?: string): Promise<Response>;
  prepare(file: RowFile, more?: object): Promise<string>;
  fetch(id: string): Promise<Response>;
  /** The files of the ZIP, with the manifest's checksums compared. */
  files(file: RowFile, more?: object): Promise<ReadonlyMap<string, Buffer>>;
}

async function openAudited(office: Office): Promise<Taken> {
  const device = await office.enrol();
  const chain = sealChain(device);
  const cookie = await signInAs(office, 'auditor');
  const ask: Taken['ask'] = (body, as = cookie) => office.call('/api/v1/exports', { body, cookie: as });
  const prepare: Taken['prepare'] = async (file, more = {}) => {
    await keepSignedIn(office);
    const answer = await ask({ unit: office.unit, period: null, file, language: 'vi', ...more });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as RowExport).id;
  };
  const fetch = (id: string) => office.call(`/api/v1/exports/${id}/file`, { cookie });
  return {
    office,
    cookie,
    ask,
    prepare,
    fetch,
    async take(count, change = {}) {
      const ps = Array.from({ length: count }, () => bytesOf(office, change));
      const body = batchOf(device, ps);
      expect((await office.call('/api/v1/batches', { body, token: device.token })).status).toBe(200);
      const seal = chain.seal(ps, { b: change.b ?? '2026-11-20AM' });
      const seals = { proto: 1, dev: device.id, seals: [seal] };
      expect((await office.call('/api/v1/seals', { body: seals, token: device.token })).status).toBe(200);
    },
    async files(file, more) {
      const answer = await fetch(await prepare(file, more));
      expect(answer.status).toBe(200);
      const zip = readZip(new Uint8Array(await answer.arrayBuffer()), BOUNDS);
      const files = new Map([...zip].map(([name, bytes]) => [name, Buffer.from(bytes)]));
      const manifest = files.get('manifest.json');
      if (!manifest) return files;
      const said = JSON.parse(manifest.toString()) as {
        files: { name: string; bytes: number; sha256: string }[];
      };
      expect(said.files.map(({ name }) => name)).toEqual([...files.keys()].slice(0, -1));
      for (const { name, bytes, sha256 } of said.files) {
        const content = files.get(name)!;
        expect([name, content.length, sumOf(content)]).toEqual([name, bytes, sha256]);
      }
      return files;
    },
  };
}

const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const column = (lines: readonly (readonly string[])[], head: string) => {
  const at = lines[0]!.indexOf(head);
  expect(at).toBeGreaterThanOrEqual(0);
  return lines.slice(1).map((cells) => cells[at]);
};

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    const open = async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      return openAudited(await openOffice({ store }));
    };

    test('CSV: a line for each form, neutral and quoted, nothing that says who answered, counted and summed beside it', async () => {
      const { office, take, files } = await open();
      const { store, unit } = office;
      const hostile = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '＝1'];
      const names = await Promise.all(hostile.map(async (name, i) => addPlace(office, `p${i}`, name)));
      await take(2, { dm: { sex: 2, age: 3 }, rk: 'person', fd: null });
      for (const sp of names) await take(1, { sp });
      await take(1, { a: [5, 0, 3, 2, 4, null, null, null], e: 'idle' });
      await store.write(
        async (tx) =>
          void (await tx.updateTable('units').set({ name_vi: '=1+1' }).where('id', '=', unit).execute()),
      );
      const bundle = await files('csv');
      expect([...bundle.keys()]).toEqual(['README.txt', 'phieu.csv', 'manifest.json']);
      const csv = bundle.get('phieu.csv')!;
      expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = csvCells(csv.toString()).map(({ cells }) => cells);
      expect(lines).toHaveLength(1 + 3 + hostile.length);
      expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
      for (const cell of lines.flat()) expect(cell).not.toMatch(/^[\s]*[=+\-@＝]|^[\t\r\n]/);
      expect(column(lines, 'Điểm tiếp nhận')).toEqual(
        expect.arrayContaining(hostile.map((name) => `'${name}`)),
      );
      expect(new Set(column(lines, 'Đơn vị'))).toEqual(new Set(["'=1+1"]));
      expect(new Set(column(lines, 'Nửa tháng'))).toEqual(new Set(['2026-11/2']));
      // the one that ended early: a level, no opinion, not reached
      const ended = lines[1 + column(lines, 'Kết thúc').indexOf('idle')]!;
      const answer = (number: number) => ended[lines[0]!.indexOf(`Câu ${number}`)];
      expect([0, 24, 37, 32].map(answer)).toEqual(['5', 'no-opinion', 'not-reached', '']);
      const all = csv.toString();
      for (const word of ['2026-11-20', 'AM', 'person', 'Giới tính', 'Độ tuổi'])
        expect(all).not.toContain(word);
      const manifest = JSON.parse(bundle.get('manifest.json')!.toString()) as { rows: number; tree: string };
      expect([manifest.rows, manifest.tree]).toEqual([10, 'real']);
      expect(bundle.get('README.txt')!.toString()).toContain('Bảo quản kín');
    });

    test('JSON Lines: forms of the unit and period alone, those too that a review has left out, at the place where they count', async () => {
      const { office, take, files } = await open();
      office.now = Date.parse('2026-12-03T10:00:00+07:00');
      await take(3, { b: '2026-11-20AM' });
      await take(2, { b: '2026-11-03AM' });
      await take(2, { b: '2026-12-02PM' });
      await office.store.write(async (tx) => {
        await addUnit(tx, {
          id: 'below',
          parent: office.unit,
          tree: 'real',
          kind: 'xa',
          name: NAME,
          ...DATES,
        });
        await tx
          .updateTable('submissions')
          .set({ standing: 'excluded' })
          .where('half_day', '=', '2026-11-03AM')
          .execute();
      });
      const there = await addPlace(office, 'there', 'Quầy kia', 'below');
      await take(4, { b: '2026-11-21AM', sp: there });
      const moved = {
        from_point: there,
        to_point: office.point,
        from_day: '2026-11-22',
        to_day: '2026-11-22',
      };
      const row = { id: 'r1', reason: 'x', author: 'x', day: '2026-12-01', ...moved };
      await office.store.write(
        async (tx) => void (await tx.insertInto('reattributions').values(row).execute()),
      );
      await take(1, { b: '2026-11-22AM', sp: there });
      const read = async (more: object) =>
        (await files('jsonl', more))
          .get('phieu.jsonl')!
          .toString()
          .trim()
          .split('\n')
          .map(
            (line) =>
              JSON.parse(line) as { id: string; placeCode: string; standing: string; answers: unknown[] },
          );
      const november = await read({ period: 'month-2026-11' });
      expect(november).toHaveLength(10);
      expect(november.filter(({ standing }) => standing === 'excluded')).toHaveLength(2);
      expect(november.filter(({ placeCode }) => placeCode === there)).toHaveLength(4);
      expect(november[0]!.answers).toContainEqual([0, 4]);
      expect(await read({ period: 'half-2026-11-1' })).toHaveLength(2);
      expect(
        (await read({ period: 'month-2026-11', unit: 'below' })).map(({ placeCode }) => placeCode),
      ).toEqual(Array(4).fill(there));
      const ids = (await read({})).map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort());
      expect(ids).toHaveLength(12);
    });

    test('XLSX: what it is stands in front with the number of forms and the checksum of the sheet behind', async () => {
      const { office, take, prepare, fetch } = await open();
      await addPlace(office, 'p', '=HYPERLINK("x")&<b>');
      await take(4, { sp: 'p' });
      const bytes = new Uint8Array(await (await fetch(await prepare('xlsx'))).arrayBuffer());
      const [about, forms] = readWorkbook(bytes);
      expect([about!.name, forms!.name]).toEqual(['Giới thiệu', 'Phiếu']);
      expect(about!.texts).toContain('Số phiếu: 4');
      const sheet = readZip(bytes, BOUNDS).get('xl/worksheets/sheet2.xml')!;
      expect(about!.texts.some((line) => line.endsWith(`: ${sumOf(sheet)}`))).toBe(true);
      expect(forms!.texts).toContain('\'=HYPERLINK("x")&<b>');
      expect(forms!.formulas.size).toBe(0);
      expect(forms!.value('A5')).toBe('số liệu thật');
      expect(forms!.value('A6')).toBeUndefined();
      expect(forms!.value('Y5')).toBe(4);
    });

    test('the package is proven by verify, and one byte that changed in it is found', async () => {
      const { office, take, files } = await open();
      await office.store.write((tx) => putSetting(tx, SERVER_KEYS, JSON.stringify([office.keys.signPublic])));
      await take(4);
      await take(3, { b: '2026-11-20PM' });
      await makeRoot(office.store, office.keys, { day: '2026-11-20', nowMs: office.now });
      const folder = mkdtempSync(join(tmpdir(), 'sipas-package-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const bundle = await files('package');
      const lay = (name: string, change = (content: Buffer) => content) => {
        const home = join(folder, name);
        mkdirSync(home);
        for (const [file, content] of bundle)
          writeFileSync(join(home, file), file.startsWith('submissions') ? change(content) : content);
        return home;
      };
      const { findings, proven } = await verifyExport(lay('whole'));
      expect([findings, proven.submissions, proven.seals]).toEqual([[], 7, 2]);
      const other = lay('changed', (content) =>
        Buffer.from(content.toString().replace(String.raw`\"a\":[4`, String.raw`\"a\":[5`)),
      );
      expect((await verifyExport(other)).findings.length).toBeGreaterThan(0);
    });

    test('a reader who leaves ends the reading: the database can be written, and a second export works', async () => {
      const { office, take, prepare, fetch, files, cookie } = await open();
      for (let i = 0; i < 4; i++) await take(50);
      const id = await prepare('csv');
      const answer = await fetch(id);
      const reader = answer.body!.getReader();
      await reader.read();
      await reader.cancel();
      const state = async () =>
        ((await (await office.call(`/api/v1/exports/${id}`, { cookie })).json()) as RowExport).state;
      await expect.poll(state).toBe('failed');
      expect((await fetch(id)).status).toBe(404);
      await take(1);
      expect((await files('csv')).get('phieu.csv')!.toString().split('\r\n')).toHaveLength(203);
      const told = async () => {
        const lines = await office.store.read.selectFrom('audit').select(['what', 'details']).execute();
        const own = lines.filter(({ what }) => what.startsWith('export-rows'));
        return own.map(({ what, details }) => `${what} ${JSON.parse(details).state ?? ''}`).sort();
      };
      const ended = ['export-rows-ended done', 'export-rows-ended failed'];
      await expect.poll(told).toEqual(['export-rows ', 'export-rows ', ...ended]);
    });

    test('cancelled before it begins nothing leaves; only the auditor takes rows, and the package only of a whole tree', async () => {
      const { office, take, ask, prepare, fetch, cookie } = await open();
      await take(1);
      const id = await prepare('csv');
      const ended = await office.call(`/api/v1/exports/${id}`, { method: 'DELETE', cookie });
      expect(((await ended.json()) as RowExport).state).toBe('cancelled');
      expect((await fetch(id)).status).toBe(404);
      const body = { unit: office.unit, period: null, file: 'csv', language: 'vi' };
      for (const role of ['manager', 'staff', 'administrator', 'reader'] as const) {
        const refused = await ask(body, await signInAs(office, role));
        expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
          403,
          'forbidden',
        ]);
      }
      // another auditor's export is not there
      const other = await signInAs(office, 'auditor');
      const mine = await prepare('csv');
      expect((await office.call(`/api/v1/exports/${mine}/file`, { cookie: other })).status).toBe(404);
      expect((await ask({ ...body, unit: 'nowhere' })).status).toBe(404);
      await office.store.write(async (tx) => {
        await addUnit(tx, { id: 'above', parent: null, tree: 'real', kind: 'tinh', name: NAME, ...DATES });
        await tx.updateTable('units').set({ parent: 'above' }).where('id', '=', office.unit).execute();
      });
      expect((await ask({ ...body, file: 'package' })).status).toBe(403);
      const choices = await office.call('/api/v1/exports', { cookie });
      expect(await choices.json()).toEqual({ mayTakePackage: false });
    });
  });
}

const NAME = { vi: 'Xã dưới', en: 'Commune below' };
const DATES = { validFrom: '2025-07-01', validTo: null };

async function addPlace(office: Office, id: string, vi: string, unit = office.unit): Promise<string> {
  await office.store.write((tx) =>
    addServicePoint(tx, { id, unit, name: { vi, en: vi }, opening: [], fields: [], ...DATES }),
  );
  const device = await office.store.read.selectFrom('assignments').selectAll().executeTakeFirstOrThrow();
  // the tablet may stand there on any day
  await office.store.write(
    async (tx) =>
      void (await tx
        .insertInto('assignments')
        .values({ ...device, service_point: id })
        .execute()),
  );
  return id;
}
