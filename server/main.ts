import { randomBytes } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RandomBytes } from '../shared/ids.ts';
import { buildApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { putDemo } from './cli/demo-commands.ts';
import { readConfig } from './config.ts';
import { exportInProcess } from './exports/export-process.ts';
import { readAhead } from './figures/read-ahead.ts';
import { freeBytes } from './durable-files.ts';
import { boundHeapGrowth } from './heap-growth.ts';
import { nightFaults } from './jobs/night.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { createLog, inOneWrite } from './log.ts';
import { createSendMail } from './mail/send-mail.ts';
import { lockClearRemarks } from './remark-lock.ts';
import { languageOf } from './said/language-of.ts';
import { saidOf } from './said/said-of.ts';
import { inWords, type Said } from './said/said.ts';
import { listen } from './serve.ts';
import { prepareStore } from './set-up.ts';
import { checkClock, checkDatabase, openOwnKeys } from './start-checks.ts';
import { allUnits } from './store/organisation.ts';
import { openPostgres, openSqlite } from './store/store.ts';
import { openTogether } from './store/together.ts';
import { welcome } from './welcome.ts';

// Config → store → app → listen, read top to bottom.

const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));
const clock = Date.now;

const stopping = new AbortController();
const language = languageOf(undefined, process.env);
const words = (said: Said) => inWords(said, language);

// must come before any flag is set: V8 takes back only what was compiled under the flags of a start
flushCompileCache();
// `npm run ready` wants no more than that
if (process.argv[2] === 'compile') process.exit(0);
boundHeapGrowth();

try {
  const config = readConfig(process.env);
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl, { pool: config.databasePool })
    : await openSqlite(join(config.dataDir, 'sipas.db'));
  for (const warning of await checkDatabase(store, config)) console.error(words(warning));
  await prepareStore(store, random);
  await checkClock(store.read, clock());
  const keys = await openOwnKeys(store, join(config.dataDir, 'keys.json'));
  const write = inOneWrite((text) => process.stdout.write(text));
  const log = createLog(write, clock, config.production ? 'info' : 'warn');
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
    console.log(words(({ start }) => start.filling));
    const { submissions, seconds } = await putDemo({ store, random, clock }, keys);
    console.log(words(({ start }) => start.filled(submissions, seconds)));
  }
  await readAhead({ store, clock });
  for (const fault of await nightFaults(store, language)) console.error(fault);
  console.log(words(await welcome(store, { ...config, port }, clock(), random)));
} catch (error) {
  // whoever stops it while it still fills the demo closes the store under it
  if (!stopping.signal.aborted) {
    console.error(words(saidOf(error)));
    process.exit(1);
  }
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
