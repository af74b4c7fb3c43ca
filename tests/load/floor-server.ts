import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Sqlite from 'better-sqlite3';
import pg from 'pg';

/**
 * The floor of accepting, in a process of its own: Node's own HTTP, JSON.parse, and whatever comes in one turn of the event loop is
 * committed together, durably, into a table keyed by the random id; then the receipts. No authentication, no
 * validation, no check for what is known, no tallies. `node tests/load/floor-server.ts FILE|postgres://…`
 */
type Row = readonly [id: string, p: string];
const database = process.argv[2]!;
const put = database.startsWith('postgres:') ? await intoPostgres() : intoSqlite();

function intoSqlite() {
  const db = new Sqlite(database);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table rows (id text primary key, p blob not null) without rowid');
  const insert = db.prepare('insert into rows values (?, ?)');
  const insertAll = db.transaction((rows: readonly Row[]) => {
    for (const [id, p] of rows) insert.run(id, Buffer.from(p));
  });
  return async (rows: readonly Row[]) => insertAll.immediate(rows);
}

async function intoPostgres() {
  const client = new pg.Client({ connectionString: database, options: '-c synchronous_commit=on' });
  await client.connect();
  await client.query('create table rows (id text primary key, p bytea not null)');
  return async (rows: readonly Row[]) => {
    const values = [rows.map(([id]) => id), rows.map(([, p]) => Buffer.from(p))];
    await client.query({
      name: 'put',
      text: 'insert into rows select * from unnest($1::text[], $2::bytea[])',
      values,
    });
  };
}

const waiting: { readonly rows: readonly Row[]; answer(): void }[] = [];
let isDraining = false;
async function drain(): Promise<void> {
  isDraining = true;
  await new Promise((resolve) => setImmediate(resolve));
  while (waiting.length > 0) {
    const group = waiting.splice(0);
    await put(group.flatMap(({ rows }) => rows));
    for (const { answer } of group) answer();
  }
  isDraining = false;
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { items } = JSON.parse(Buffer.concat(parts).toString()) as { items: { p: string }[] };
    const rows = items.map(({ p }): Row => [(JSON.parse(p) as { id: string }).id, p]);
    waiting.push({
      rows,
      answer: () => {
        const body = JSON.stringify({ receipts: rows.map(([id]) => [id, 'stored']) });
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        });
        response.end(body);
      },
    });
    if (!isDraining) void drain();
  });
});
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit(0));
