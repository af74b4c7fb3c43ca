import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { RandomBytes } from '../../shared/ids.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { readConfig } from '../config.ts';
import { languageOf } from '../said/language-of.ts';
import { inWords, type Said } from '../said/said.ts';
import { saidOf } from '../said/said-of.ts';
import { prepareStore } from '../set-up.ts';
import { openOwnKeys } from '../start-checks.ts';
import { openPostgres, openSqlite } from '../store/store.ts';
import { BadCall } from './call-fault.ts';
import { type CommandName, usage } from './commands.ts';
import { demo } from './demo-commands.ts';
import { doctor } from './doctor.ts';
import { takeFields } from './field-commands.ts';
import { nation } from './nation-commands.ts';
import { office, rebuild, tallies } from './office-commands.ts';
import { migrate, move, operations, restore, sqliteFile, verifyFolder } from './operations.ts';
import { people } from './people-commands.ts';
import { type Call, languageAsked, readCall } from './read-call.ts';
import { exportRows } from './rows-to-file.ts';
import { tablets } from './tablet-commands.ts';
import { takeProvince } from './take-province.ts';

/** The operator's command line. It works beside a running server. */

const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));
const clock = Date.now;
type Asked = Call & { readonly name: CommandName };

/** What needs no open database, or must not open it as others do. */
async function runAlone(
  { name, words, texts, isAsked }: Asked,
  language: Language,
): Promise<Said | undefined> {
  const context = () => ({ config: readConfig(process.env), random });
  switch (name) {
    case 'verify':
      return verifyFolder(words, texts.roots);
    case 'nation':
      return nation(words, language);
    case 'doctor': {
      const json = isAsked('json');
      const { said, isFine } = await doctor(process.env, { language, json, nowMs: clock() });
      if (!isFine) process.exitCode = 1;
      return () => said;
    }
    case 'restore':
      return restore(context(), words);
    case 'move':
      return move(context(), (said) => console.log(inWords(said, language)));
    case 'migrate':
      return migrate(context(), { check: isAsked('check') });
    default:
      return undefined;
  }
}

async function runInStore({ name, words, texts, isAsked }: Asked, language: Language): Promise<Said> {
  const config = readConfig(process.env);
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl, { work: 'jobs', pool: 4 })
    : await openSqlite(sqliteFile(config));
  try {
    await prepareStore(store, random);
    const place = { store, config, base: config.publicUrl, random, clock };
    const { from = '', to = '', reason = '', role = '', kind = 'xa' } = texts;
    const own = <T>(list: Readonly<Record<string, T>>) =>
      Object.hasOwn(list, name) ? list[name] : undefined;
    const [operation, person, tablet] = [own(operations), own(people), own(tablets)];
    if (operation) return await operation(store, { config, random }, words);
    if (person) return await person(place, words, { role });
    if (tablet) return await tablet(place, words, { from, to, reason });
    const keys = () => openOwnKeys(store, join(config.dataDir, 'keys.json'));
    const tell = (said: Said) => console.log(inWords(said, language));
    const others: Readonly<Partial<Record<CommandName, () => Promise<Said>>>> = {
      office: () => office(place, words, kind),
      catalogue: () => takeProvince(place, words),
      fields: () => takeFields(place, words, { check: isAsked('check') }),
      demo: () => demo({ ...place, keys, tell }, words),
      rebuild: () => rebuild(place, isAsked('check')),
      tallies: () => tallies(place, words),
      'export-rows': () => exportRows(place, words, language),
    };
    return await others[name]!();
  } finally {
    await store.close();
  }
}

const args = process.argv.slice(2);
let language = languageOf(languageAsked(args), process.env);
try {
  const call = readCall(args);
  const { name, words, isAsked } = call;
  // as it was called before there was --lang
  if (name === 'nation' && words.at(-1) === 'en') language = 'en';
  if (name === undefined || isAsked('help')) console.log(usage(language, name));
  else {
    const own = name === 'nation' ? words.filter((word) => word !== 'en') : words;
    const asked = { ...call, name, words: own };
    const said = (await runAlone(asked, language)) ?? (await runInStore(asked, language));
    console.log(inWords(said, language));
  }
} catch (error) {
  console.error(inWords(saidOf(error), language));
  process.exitCode = error instanceof BadCall ? 2 : 1;
}
