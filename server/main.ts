import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { RandomBytes } from '../shared/ids.ts';
import { localDay } from '../shared/period.ts';
import { buildApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { ConfigFault, readConfig } from './config.ts';
import { exportInProcess } from './exports/export-process.ts';
import { certifyPast } from './demo/certify-past.ts';
import { fillDemo } from './demo/fill-demo.ts';
import { readAhead } from './figures/read-ahead.ts';
import { freeBytes } from './durable-files.ts';
import { flagsToTell } from './jobs/flags-to-tell.ts';
import { judgePlaces } from './jobs/judge-places.ts';
import { nightFaults } from './jobs/night.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { createLog } from './log.ts';
import { createSendMail } from './mail/send-mail.ts';
import { lockClearRemarks } from './remark-lock.ts';
import { listen } from './serve.ts';
import { prepareStore } from './set-up.ts';
import { checkClock, checkDatabase, openOwnKeys } from './start-checks.ts';
import { allUnits } from './store/organisation.ts';
import { openPostgres, openSqlite, StoreFault } from './store/store.ts';
import { openTogether } from './store/together.ts';
import { welcome } from './welcome.ts';

// Config → store → app → listen, read top to bottom.

const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));
const clock = Date.now;

const stopping = new AbortController();

// left to itself the heap grows to four times of what lives in it before the dead is cleared away (docs/decisions/0079)
setFlagsFromString('--heap-growing-percent=60');

try {
  const config = readConfig(process.env);
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl, { pool: config.databasePool })
    : await openSqlite(join(config.dataDir, 'sipas.db'));
  for (const warning of await checkDatabase(store, config)) console.error(warning);
  await prepareStore(store, random);
  await checkClock(store.read, clock());
  const keys = await openOwnKeys(store, join(config.dataDir, 'keys.json'));
  const log = createLog((line) => process.stdout.write(line), clock, config.production ? 'info' : 'warn');
  const assets = loadAssets(join(import.meta.dirname, '..', 'dist'));
  await lockClearRemarks(store, keys, clock());
  let { port } = config;
  const together =
    config.databaseUrl === undefined
      ? undefined
      : await openTogether(config.databaseUrl, {
          locks: keys,
          clock,
          address: () => config.instanceAddress.replace(/:0$/, `:${port}`),
        });
  const leads = together?.leads ?? (async () => true);
  const mail = config.mail && { send: createSendMail(config.mail, random), from: config.mail.from };
  const app = buildApp({
    store,
    clock,
    random,
    keys,
    log,
    assets,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    metricsToken: config.metricsToken,
    freeBytes: () => freeBytes(config.dataDir),
    ...(mail && { mail }),
    ...(together && { together }),
    exporter: exportInProcess(join(import.meta.dirname, 'cli', 'write-export.ts')),
    stopping: stopping.signal,
  });
  const server = await listen(app, config.host, config.port);
  port = server.port;
  const commandLine = join(import.meta.dirname, 'cli', 'sipas.ts');
  const { publicUrl } = config;
  const stopJobs = startJobs({ store, clock, random, publicUrl, log, commandLine, leads, send: mail?.send });
  stopGently(async () => {
    stopJobs();
    stopping.abort();
    await wait(config.drainMs);
    await server.stop();
    await together?.close();
    await store.close();
  });

  if (!config.production && (await allUnits(store.read)).length === 0 && (await leads())) {
    console.log('Filling the demo province Lâm Khê (once, up to half a minute) …');
    const started = clock();
    const { submissions } = await fillDemo(store, { nowMs: started, random, keys });
    // what the night would find of the invented past is there at the first look
    await judgePlaces(store, localDay(started));
    await flagsToTell(store, localDay(started));
    await certifyPast(store, started);
    console.log(`${submissions} invented submissions in ${Math.round((clock() - started) / 1000)} s.`);
  }
  await readAhead({ store, clock });
  for (const fault of await nightFaults(store)) console.error(fault);
  console.log(await welcome(store, { ...config, port }, clock(), random));
} catch (error) {
  console.error(sentence(error));
  process.exit(1);
}

/**
 * On a signal: streams and jobs end; a load balancer is told and has its time to hear it; then no new requests, those under way
 * end, what is queued is committed, and the store closes.
 */
function stopGently(end: () => Promise<void>): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await end();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

/** What went wrong, as a sentence with the next step. */
function sentence(error: unknown): string {
  if (error instanceof ConfigFault || error instanceof StoreFault) return error.message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${(port ?? 8080) + 1} npm start`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES') {
    return `The server cannot listen at ${address ?? 'this address'} (${code}). Choose another one with HOST=… and PORT=…`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
