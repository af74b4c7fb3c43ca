import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { readConfig } from '../config.ts';
import type { AskedExport } from '../row-exporter.ts';
import { writeExport } from '../exports/exporter.ts';
import { openPostgres, openSqlite } from '../store/store.ts';
import { sqliteFile } from './operations.ts';

// The process of one export, started by the server: the file goes to the output, progress to the fourth. The server has
// judged who asks.

const TELL_MS = 200;
const asked = JSON.parse(process.argv[2]!) as AskedExport;
const config = readConfig(process.env);
const store = config.databaseUrl
  ? await openPostgres(config.databaseUrl, { work: 'jobs', pool: 1 })
  : await openSqlite(sqliteFile(config));
const telling = createWriteStream('', { fd: 3 });
// who does not listen any more does not want the file either
telling.on('error', () => process.exit(1));
let toldAt = 0;
try {
  await writeExport(
    store,
    asked,
    async (piece) => {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    },
    (progress) => {
      const now = performance.now();
      if (progress.share < 1 && now - toldAt < TELL_MS) return;
      toldAt = now;
      telling.write(`${JSON.stringify(progress)}\n`);
    },
  );
  telling.end();
} finally {
  await store.close();
}
