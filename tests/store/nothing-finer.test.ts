import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { batchOf, bytesOf, openOffice } from '../fakes/office.ts';

/** Scans of schema and outputs: nothing finer than half a day stands beside an answer, and no answer leaves its table. */

/** Where submissions, or their bytes, remarks and leaves, lie: all of their columns. A new one needs a reason here. */
const BESIDE_ANSWERS: Readonly<Record<string, readonly string[]>> = {
  submissions: ['half_day', 'id', 'p', 'standing'],
  // `forms`: ids and standings, in the order of the ids
  facets_due: ['channel', 'form', 'forms', 'half_month', 'service_point'],
  // the named ones stand in the bytes themselves
  quarantine: [
    'decision',
    'half_month',
    'kind',
    'leaf',
    'named_half_month',
    'named_point',
    'p',
    'reason',
    'remark',
  ],
  // where it was said and the Monday after stand in the bytes, more exactly; both go when the text is handed over
  remarks: ['body', 'half_month', 'hash', 'masked', 'salt', 'service_point', 'shown_from'],
};
/** What a dossier, its number or a call could be joined by: in no table in which an answer can be found. */
const OF_DOSSIERS = /phone|dossier|import|call|case|plan/;
/** Names of instants, addresses, sequences and tickets. */
const FINER =
  /(?:^|_)(?:at|time|ms|seen|created|expires|received|ip|address|seq|serial|rowid|ticket|token|device|seed)(?:_|$)/;

async function columnsOf() {
  const office = await openOffice();
  const { rows } = await sql<{ table: string; name: string }>`
    select m.name as "table", c.name as name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'
  `.execute(office.store.read);
  const indexes = await sql<{ sql: string | null }>`
    select sql from sqlite_master where type = 'index' and tbl_name in ('submissions', 'quarantine', 'remarks')
  `.execute(office.store.read);
  await office.store.close();
  return { rows, indexes: indexes.rows.flatMap((row) => row.sql ?? []) };
}

test('no column or index holds an instant, an address, a sequence or a device beside an answer', async () => {
  const { rows, indexes } = await columnsOf();
  for (const [table, columns] of Object.entries(BESIDE_ANSWERS)) {
    const found = rows.filter((row) => row.table === table).map(({ name }) => name);
    expect(found.toSorted(), table).toEqual(columns);
    for (const name of found) expect(name, table).not.toMatch(FINER);
  }
  for (const text of indexes) expect(text).not.toMatch(FINER);
  // the scan can see: elsewhere such names are found
  expect(rows.filter(({ name }) => FINER.test(name)).length).toBeGreaterThan(5);
  // of the rotation nothing is kept: a plan of calls says how its dossiers were drawn
  expect(rows.filter(({ name }) => /seed/.test(name))).toEqual([{ table: 'call_plans', name: 'seed' }]);
});

test('dossiers and numbers refer to no answer, and numbers stand alone beside a random key', async () => {
  const { rows } = await columnsOf();
  const of = (table: string) => rows.filter((row) => row.table === table).map(({ name }) => name);
  expect(of('dossier_phones')).toEqual(['key', 'number']);
  for (const table of [...Object.keys(BESIDE_ANSWERS), 'leaves', 'phone_leaves', 'removed_leaves', 'tickets'])
    for (const name of of(table)) expect(name, table).not.toMatch(OF_DOSSIERS);
  for (const table of [
    'dossiers',
    'dossier_counts',
    'dossier_imports',
    'dossier_phones',
    'dossier_mappings',
  ]) {
    expect(of(table).length, table).toBeGreaterThan(1);
    for (const name of of(table))
      expect(name, table).not.toMatch(/submission|leaf|half_day|ticket|batch|device|remark/);
    // days and months only: an instant of receipt could be laid beside answers
    for (const name of of(table))
      expect(name, table).not.toMatch(/(?:^|_)(?:at|ms|seen|created|seq|rowid)(?:_|$)/);
  }
});

/** All columns of the tables of calls. A new one needs a reason here. */
const OF_CALLS: Readonly<Record<string, string>> = {
  call_plans: 'account campaign closed ends from_day id made queue seed to_day unit wanted',
  call_strata: 'drawn drawn_before field no_number plan population service_point suppressed',
  // `dossier` and `callback` only while it is open, as `at` below
  call_cases: 'callback dossier ended field id outcome plan service_point',
  call_attempts: 'account at call_case consent day flags id outcome own_counter',
  call_leases: 'call_case device until',
  silent_numbers: 'day mark',
  // `dossier` only while it is open
  rechecks:
    'checker dossier ended half_month id interviewer kind outcome said_time said_way service_point tried tries until',
};

test('calls refer to no answer, hold no number, and name a dossier in one column alone', async () => {
  const { rows } = await columnsOf();
  const tables = new Set(
    rows.map(({ table }) => table).filter((table) => /^call_|^silent_|recheck/.test(table)),
  );
  expect([...tables].toSorted()).toEqual(Object.keys(OF_CALLS).toSorted());
  for (const [table, columns] of Object.entries(OF_CALLS)) {
    const found = rows.filter((row) => row.table === table).map(({ name }) => name);
    expect(found.toSorted().join(' '), table).toBe(columns);
    for (const name of found) expect(name, table).not.toMatch(/submission|leaf|half_day|ticket|remark|phone/);
  }
});

/** All columns of cases. A new one needs a reason here. */
const OF_CASES: Readonly<Record<string, string>> = {
  // `half_day` of an alert alone
  cases: 'alert due ended half_day id kind opened owner service_point state tags unit words',
  case_steps: 'author day note of_case seq value what',
  replies: 'author did_en did_vi id period published said_en said_vi unit withdrawn',
};

test('cases name no form, remark, level, channel or device', async () => {
  const { rows } = await columnsOf();
  for (const [table, columns] of Object.entries(OF_CASES)) {
    const found = rows.filter((row) => row.table === table).map(({ name }) => name);
    expect(found.toSorted().join(' '), table).toBe(columns);
  }
});

test('answers, remarks, tokens and ids reach no log line and no refusal, whatever the address', async () => {
  const office = await openOffice();
  const device = await office.enrol();
  const canary = 'canary-4f1c';
  const remark = { salt: 'ab'.repeat(16), text: `${canary} ở quầy số 3` };
  const good = bytesOf(office);
  const broken = bytesOf(office, { sp: canary });
  const bodies: unknown[] = [
    batchOf(device, [good, broken]),
    { ...batchOf(device, []), items: [{ p: good, remark }] },
    `{"${canary}":`,
    { [canary]: canary, code: canary, login: canary, password: canary, secret: canary },
  ];
  const addresses = [
    'batches',
    'phone/submissions',
    'seals',
    'heartbeat',
    'devices/enrol',
    'session',
    canary,
  ];
  const said: string[] = [];
  for (const address of addresses) {
    for (const body of bodies) {
      const response = await office.call(`/api/v1/${address}?${canary}`, { body, token: device.token });
      said.push(JSON.stringify([...response.headers]));
      if (response.status >= 400) said.push(await response.text());
    }
  }
  const logged = JSON.stringify(office.logs);
  expect(office.logs.length).toBeGreaterThanOrEqual(addresses.length * bodies.length);
  const id = (JSON.parse(good) as { id: string }).id;
  for (const secret of [canary, device.token, id, '"a":[4,5,4', office.code]) {
    expect(logged).not.toContain(secret);
    expect(said.join('\n')).not.toContain(secret);
  }
  await office.store.close();
});
