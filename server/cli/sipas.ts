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
import { talliesAt, tallyInWords } from '../store/tallies.ts';
import { rebuildTallies, recount } from '../store/recount.ts';
import { CallFault } from './call-fault.ts';
import { nation, NATION_USAGE } from './nation-commands.ts';
import { FIELDS_USAGE, takeFields } from './field-commands.ts';
import { CATALOGUE_USAGE, takeProvince } from './take-province.ts';
import { tablets, TABLETS_USAGE } from './tablet-commands.ts';
import { people, PEOPLE_USAGE } from './people-commands.ts';
import { operations, OPERATIONS_USAGE, restore, sqliteFile, verifyFolder } from './operations.ts';

/** The operator's command line. It works beside a running server. */

const USAGE = `npm run sipas -- COMMAND

  office "UNIT" "SERVICE POINT" [--kind xa|phuong|dac_khu|tinh|thanh_pho|so]
                         sets up a real office: unit, service point, campaign from today, walk-up code
${TABLETS_USAGE}${PEOPLE_USAGE}${FIELDS_USAGE}${CATALOGUE_USAGE}  demo remove            removes the demo province with all its invented answers; real data stay
  rebuild [--check]      counts all submissions anew and repairs the tallies (--check: only compares)
  tallies SERVICE_POINT  the tallies of a service point, in words
${OPERATIONS_USAGE}${NATION_USAGE}`;

const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));

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
    const rows = await talliesAt(store.read, servicePoint);
    return rows.map(tallyInWords).join('\n') || 'There are no tallies of that service point.';
  },
};

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kind: { type: 'string', default: 'xa' },
      role: { type: 'string', default: '' },
      check: { type: 'boolean', default: false },
      roots: { type: 'string' },
      from: { type: 'string', default: '' },
      to: { type: 'string', default: '' },
      reason: { type: 'string', default: '' },
    },
  });
  const [name = '', ...words] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  const person = Object.hasOwn(people, name) ? people[name] : undefined;
  if (name === 'verify') {
    console.log(await verifyFolder(words, values.roots));
    return;
  }
  if (name === 'nation') {
    console.log(await nation(words));
    return;
  }
  const tablet = Object.hasOwn(tablets, name) ? tablets[name] : undefined;
  const isFields = name === 'fields';
  if (!command && !operation && !tablet && !person && !isFields && name !== 'restore') {
    console.log(USAGE);
    process.exitCode = name === '' ? 0 : 2;
    return;
  }
  const config = readConfig(process.env);
  if (name === 'restore') {
    console.log(await restore({ config, random }, words));
    return;
  }
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl, { work: 'jobs', pool: 4 })
    : await openSqlite(sqliteFile(config));
  try {
    await prepareStore(store, random);
    if (tablet) console.log(await tablet({ store, config, random, clock: Date.now }, words, values));
    else if (person)
      console.log(await person({ store, base: config.publicUrl, random, clock: Date.now }, words, values));
    else if (isFields) console.log(await takeFields({ store, random, clock: Date.now }, words, values));
    else if (command) console.log(await command(store, config.publicUrl, words, values));
    else console.log(await operation!(store, { config, random }, words));
  } finally {
    await store.close();
  }
}

try {
  await run();
} catch (error) {
  const expected = error instanceof CallFault || error instanceof ConfigFault || error instanceof StoreFault;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
