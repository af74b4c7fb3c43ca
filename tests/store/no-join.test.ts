// LimeSurvey/LimeSurvey#4389: a token joined to answers. Here nothing that names a person's way in (a one-time ticket or
// link, a walk-up code, a token, an address, a time) may stand where a submission stands: no column, no line, no file.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { newTicket } from '../../server/codes/manage-tickets.ts';
import { takeBackup } from '../../server/jobs/backup.ts';
import { hashSecret } from '../../server/secrets.ts';
import { newAccountLink } from '../../server/set-up.ts';
import { openCopy } from '../../server/store/copy-database.ts';
import { leafOf } from '../../server/store/leaves.ts';
import { openSqlite, type Reader } from '../../server/store/store.ts';
import { addTickets } from '../../server/store/tickets.ts';
import { TABLES_IN_ORDER } from '../../server/store/tables-in-order.ts';
import { callSomebody } from '../fakes/called-office.ts';
import { addFields, csvOf, dossierClient, HEADINGS } from '../fakes/dossier-files.ts';
import { bytesOf, openOffice, PASSWORD, signInAs } from '../fakes/office.ts';
import { databases } from './dialects.ts';

/** Every table in which a submission can be found, by its id or leaf, with all of its columns. */
const NAMES_A_SUBMISSION: Readonly<Record<string, readonly string[]>> = {
  submissions: ['half_day', 'id', 'p', 'standing'],
  facets_due: ['channel', 'form', 'forms', 'half_month', 'service_point'],
  leaves: ['kept', 'leaf', 'sealed'],
  phone_leaves: ['leaf'],
  removed_leaves: ['entry', 'leaf'],
};

/** Names of columns that tell who or when, and so may never come to those tables. */
const TELLS =
  /phone|dossier|import|call|case|plan|ticket|token|secret|code|link|device|account|session|address|ip$|^at$|time|expires|seq|rowid|created|seen/;

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('no table, log or backup joins ticket and answers', async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'sipas-join-'));
      onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
      const live = join(dataDir, 'sipas.db');
      const opened = database.name === 'SQLite' ? undefined : (await database.open()).store;
      const office = await openOffice({ store: opened ?? (await openSqlite(live)) });
      const { store } = office;
      onTestFinished(() => store.close());

      // somebody signs in by a one-time link, and citizens answer on their own phones
      const link = { kind: 'account', subject: office.unit, at: office.now, livesMs: 60_000 } as const;
      const secret = await store.write((tx) => newAccountLink(tx, link, office.random));
      const ps = Array.from({ length: 20 }, () => bytesOf(office, { ch: 'qr' }));
      for (const p of ps) {
        const body = { proto: 1, code: office.code, items: [{ p }] };
        expect((await office.call('/api/v1/phone', { body })).status).toBe(200);
      }
      // others by one-time tickets; two of the batch stay unused
      const made = Array.from({ length: 12 }, () => newTicket(office.random));
      const batch = {
        id: 't1',
        servicePoint: office.point,
        counter: null,
        field: null,
        campaign: office.campaign,
      };
      const days = { note: '', made: '2026-11-20', expires: '2026-11-27' };
      await store.write((tx) => addTickets(tx, { ...batch, ...days }, made.map(hashSecret)));
      for (const ticket of made.slice(2)) {
        const p = bytesOf(office, { ch: 'ticket', b: '2026-11/2' });
        const sent = await office.call('/api/v1/phone', { body: { proto: 1, ticket, items: [{ p }] } });
        expect(sent.status).toBe(200);
        ps.push(p);
      }
      // and a list of dossiers lies beside them, with the numbers of people
      await addFields(office);
      const files = dossierClient(office, await signInAs(office, 'manager'));
      const dossier = ['HS-2611-77', '0912345678', 'Hộ tịch', '20/11/2026', '20/11/2026', '20/11/2026'];
      expect((await files.take(csvOf([HEADINGS, dossier]))).taken).toMatchObject({ added: 1 });
      const numbers = await store.read.selectFrom('dossier_phones').selectAll().execute();
      const ofPeople = [dossier[0]!, dossier[1]!, ...numbers.flatMap(({ key, number }) => [key, number])];
      // somebody of the list is called by telephone, and answers
      const called = await callSomebody(office, await signInAs(office, 'manager'));
      ofPeople.push(called.callCase, called.attempt, called.plan);
      ps.push(called.p);
      const body = { secret, login: 'lan.nguyen', name: 'Nguyễn Thị Lan', password: PASSWORD };
      expect((await office.call('/api/v1/invitations/accept', { body })).status).toBe(200);
      const used = made.slice(2);
      const ways = [office.code, secret, hashSecret(secret), ...made, ...made.map(hashSecret), ...ofPeople];
      const ids = ps.map((p) => (JSON.parse(p) as { id: string }).id);

      await expectNoJoin(store.read, ps, ids, ways);
      const log = JSON.stringify(office.logs);
      for (const word of [...ids, ...ps.map(leafOf), ...ways]) expect(log).not.toContain(word);

      const places = {
        dataDir,
        backupDir: join(dataDir, 'backups'),
        backupCopyDir: undefined,
        backupCopyIsElsewhere: false,
      };
      const { file } = await takeBackup(store, places, office.now);
      // a backup holds no number that could be called
      expect(readFileSync(file).includes(dossier[1]!)).toBe(false);
      const copy = openCopy(file);
      await expectNoJoin(copy.read, ps, ids, ways);
      // rows as they lie in the file: in the order of random ids, whatever came first
      const lying = await sql<{ id: string }>`select id from submissions not indexed`.execute(copy.read);
      expect(lying.rows.map(({ id }) => id)).toEqual(ids.toSorted());
      expect(ids.toSorted()).not.toEqual(ids);
      const { rows } = await sql<{ freelist_count: number }>`pragma freelist_count`.execute(copy.read);
      expect(rows[0]!.freelist_count).toBe(0);
      await copy.close();
      // what was used up has left no trace in the file, and no log lies beside it
      const gone = [secret, ...used].map(hashSecret);
      for (const hash of gone) expect(readFileSync(file).includes(hash)).toBe(false);
      expect([existsSync(`${file}-wal`), existsSync(`${file}-journal`)]).toEqual([false, false]);
      if (database.name === 'SQLite') {
        await store.emptyLog();
        expect(statSync(`${live}-wal`).size).toBe(0);
        for (const hash of gone) expect(readFileSync(live).includes(hash)).toBe(false);
      }
    });
  });
}

async function expectNoJoin(
  read: Reader,
  ps: readonly string[],
  ids: readonly string[],
  ways: readonly string[],
) {
  const leaves = new Set(ps.map(leafOf));
  const named = ids.flatMap((id) => [id, id.replaceAll('-', '')]);
  for (const [table] of TABLES_IN_ORDER) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(read);
    const texts = rows.map((row) => Object.values(row).map(asText));
    const names = texts.filter((row) =>
      row.some((value) => leaves.has(value) || named.some((id) => value.includes(id))),
    );
    const columns = NAMES_A_SUBMISSION[table];
    if (!columns) {
      expect([table, names]).toEqual([table, []]);
      continue;
    }
    if (rows.length > 0) expect([table, Object.keys(rows[0]!).sort()]).toEqual([table, columns]);
    expect(columns.filter((column) => TELLS.test(column))).toEqual([]);
    for (const row of names)
      for (const way of ways) expect(row.some((value) => value.includes(way))).toBe(false);
  }
  const waysIn = await sql<{ c: number }>`select count(*) as c from codes`.execute(read);
  expect(waysIn.rows[0]!.c).toBeGreaterThan(0);
}

/** Bytes both ways: leaves and ids are compared in hex, submissions as text. */
function asText(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value);
  const bytes = Buffer.from(value);
  return bytes.length === 32 ? bytes.toString('hex') : `${bytes.toString()} ${bytes.toString('hex')}`;
}
