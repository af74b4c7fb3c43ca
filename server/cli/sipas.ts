import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { RandomBytes } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import { UNIT_KINDS } from '../../shared/wire/units.ts';
import { ConfigFault, readConfig } from '../config.ts';
import { addOffice, LINK_MS, newAccountLink, prepareStore } from '../set-up.ts';
import { loadCatalogue, shapeFor } from '../store/catalogue.ts';
import { removeTree } from '../store/remove-tree.ts';
import { openPostgres, openSqlite, type Store, StoreFault } from '../store/store.ts';
import { enterFacetsNow } from '../store/release-due.ts';
import { talliesAt, tallyInWords } from '../store/tallies.ts';
import { rebuildTallies, recount } from '../store/recount.ts';
import { CallFault } from './call-fault.ts';
import { nation } from './nation-commands.ts';
import { takeFields } from './field-commands.ts';
import { takeProvince } from './take-province.ts';
import { languageOf, usage } from './usage.ts';
import { exportRows } from './rows-to-file.ts';
import { doctor } from './doctor.ts';
import { tablets } from './tablet-commands.ts';
import { people } from './people-commands.ts';
import { migrate, move, operations, restore, sqliteFile, verifyFolder } from './operations.ts';

/** The operator's command line. It works beside a running server. */

const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));

const OPTIONS = {
  kind: { type: 'string', default: 'xa' },
  role: { type: 'string', default: '' },
  check: { type: 'boolean', default: false },
  roots: { type: 'string' },
  from: { type: 'string', default: '' },
  to: { type: 'string', default: '' },
  reason: { type: 'string', default: '' },
  lang: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;
type Flags = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

type Command = (
  store: Store,
  base: string,
  words: readonly string[],
  flags: { kind: string; check: boolean },
) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
  async office(store, base, [unit, point], { kind }) {
    if (!unit || !point)
      throw new CallFault('Name the office and its service point, each in quotation marks.');
    if (!UNIT_KINDS.some((known) => known === kind))
      throw new CallFault(`The kind of unit is one of: ${UNIT_KINDS.join(', ')}.`);
    const day = localDay(Date.now());
    const names = { unit: { vi: unit, en: unit }, point: { vi: point, en: point } };
    const made = await store.write((tx) => addOffice(tx, { ...names, kind, day }, random));
    const invite = await store.write((tx) =>
      newAccountLink(
        tx,
        { kind: 'account', subject: made.unit, at: Date.now(), livesMs: LINK_MS.firstStart },
        random,
      ),
    );
    return [
      `Set up: ${unit}, ${point} (service point ${made.point}).`,
      `Walk-up code: ${base}/q/${made.code}`,
      `First account (one-time link, valid for a day): ${base}/dashboard/#invite=${invite}`,
      `Enrol a tablet: npm run sipas -- device ${made.point}`,
    ].join('\n');
  },

  catalogue: (store, _base, words) => takeProvince({ store, random, clock: Date.now }, words),

  async demo(store, _base, [word]) {
    if (word !== 'remove') throw new CallFault('Say "demo remove" to remove the demo province.');
    const { submissions } = await store.write((tx) => removeTree(tx, 'demo', localDay(Date.now())));
    return `The demo province is gone, with ${submissions} invented submissions. Real data were not touched.`;
  },

  async rebuild(store, _base, _words, { check }) {
    // in a snapshot: whoever sends answers does not wait for it
    const before = await store.snapshot(async (read) => recount(read, shapeFor(await loadCatalogue(read))));
    const { submissions, cells, differences } = before;
    if (differences.length === 0)
      return `${submissions} submissions counted anew: all ${cells} tallies are equal, byte for byte.`;
    const list = differences.slice(0, 20).join('\n  ');
    if (check)
      throw new CallFault(`${differences.length} of ${cells} tallies differ from a recount:\n  ${list}`);
    await store.write(async (tx) => rebuildTallies(tx, shapeFor(await loadCatalogue(tx))));
    return `${differences.length} tallies differed from a recount of ${submissions} submissions and were replaced:\n  ${list}`;
  },

  async tallies(store, _base, [servicePoint]) {
    if (!servicePoint) throw new CallFault('Name a service point ("npm run sipas -- device" lists them).');
    await enterFacetsNow(store);
    const rows = await talliesAt(store.read, servicePoint);
    return rows.map(tallyInWords).join('\n') || 'There are no tallies of that service point.';
  },
};

/** What needs no open database, or must not open it as others do. */
async function runAlone(name: string, words: readonly string[], values: Flags): Promise<string | undefined> {
  if (name === 'verify') return verifyFolder(words, values.roots);
  if (name === 'nation') return nation(words);
  if (name === 'doctor') {
    const language = languageOf(values.lang, process.env);
    const { said, isFine } = await doctor(process.env, { language, json: values.json, nowMs: Date.now() });
    if (!isFine) process.exitCode = 1;
    return said;
  }
  if (name === 'restore') return restore({ config: readConfig(process.env), random }, words);
  if (name === 'move') return move({ config: readConfig(process.env), random });
  if (name === 'migrate') return migrate({ config: readConfig(process.env), random }, values);
  return undefined;
}

async function runInStore(
  name: string,
  words: readonly string[],
  values: Flags,
): Promise<string | undefined> {
  const own = <T>(list: Readonly<Record<string, T>>) => (Object.hasOwn(list, name) ? list[name] : undefined);
  const [command, operation, person, tablet] = [own(commands), own(operations), own(people), own(tablets)];
  const isFields = name === 'fields';
  const isKnown = command ?? operation ?? person ?? tablet ?? (isFields || name === 'export-rows');
  if (!isKnown) return undefined;
  const config = readConfig(process.env);
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl, { work: 'jobs', pool: 4 })
    : await openSqlite(sqliteFile(config));
  try {
    await prepareStore(store, random);
    const place = { store, config, random, clock: Date.now };
    if (tablet) return await tablet(place, words, values);
    if (person) return await person({ ...place, base: config.publicUrl }, words, values);
    if (isFields) return await takeFields(place, words, values);
    if (name === 'export-rows') return await exportRows(place, words, languageOf(values.lang, process.env));
    if (command) return await command(store, config.publicUrl, words, values);
    return await operation!(store, { config, random }, words);
  } finally {
    await store.close();
  }
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const [name = '', ...words] = positionals;
  const said = (await runAlone(name, words, values)) ?? (await runInStore(name, words, values));
  if (said !== undefined) return console.log(said);
  console.log(usage(languageOf(values.lang, process.env)));
  if (name !== '' && name !== 'help') process.exitCode = 2;
}

try {
  await run();
} catch (error) {
  const expected = error instanceof CallFault || error instanceof ConfigFault || error instanceof StoreFault;
  // a word that the command line does not know: Node's sentence names it
  const isCall = ((error as { code?: string }).code ?? '').startsWith('ERR_PARSE_ARGS');
  console.error(expected || isCall ? (error as Error).message : error);
  process.exitCode = 1;
}
