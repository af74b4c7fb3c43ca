import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { RandomBytes } from '../../shared/ids.ts';
import { type Period, readPeriod } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { catalogueId } from '../administrative-units.ts';
import { audited } from '../audited.ts';
import { topUnit } from '../jobs/restore.ts';
import { addUpNation, figureOf, type Nation, NationFault } from '../nation/add-up.ts';
import { aboutNation, nationBook, nationCsv, nationJson } from '../nation/nation-files.ts';
import { provinceTallies } from '../nation/province-tallies.ts';
import type { Keys } from '../keys.ts';
import { provinces } from '../place-catalogue.ts';
import { createPress } from '../print/press.ts';
import { ProblemError } from '../problem.ts';
import { note } from '../store/audit.ts';
import { allUnits } from '../store/organisation.ts';
import type { Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';

/** A province hands its signed tallies up, and the nation adds those of provinces up (docs/nation.md). */

interface Context {
  readonly keys: Pick<Keys, 'sign' | 'signPublic'>;
  readonly random: RandomBytes;
  readonly clock: () => number;
}

export async function exportTallies(
  store: Store,
  { keys, random, clock }: Context,
  [name, file]: readonly string[],
): Promise<string> {
  if (!name || !file)
    throw new CallFault('Name a period and a new file: npm run sipas -- export-tallies report-2026-q1 FILE');
  const period = periodOf(name);
  if (existsSync(file)) throw new CallFault(`${file} is there already. Name a new file.`);
  const top = topUnit(await allUnits(store.read));
  const province = provinces().find(({ code }) => catalogueId(code) === top);
  if (!province)
    throw new CallFault(
      'At the top of this database stands no province of the bundled list: it hands nothing up.',
    );
  const text = await provinceTallies({ store, clock, keys }, { ...province, unit: top! }, period).catch(
    (error: unknown) => {
      if (error instanceof ProblemError)
        throw new CallFault(`No campaign of ${province.name.vi} ran in ${period.id}.`);
      throw error;
    },
  );
  // what is not written down does not leave
  const line = {
    account: null,
    unit: top,
    what: 'export-tallies',
    subject: period.id,
    details: { by: 'operator' },
  };
  await store.write((tx) => note(tx, audited({ clock, random }, line)));
  writeFileSync(file, text, { flag: 'wx' });
  return [
    `Written to ${file}: what the report of ${province.name.vi} tells of ${period.id}, ${Buffer.byteLength(text)} bytes, signed.`,
    'It holds nothing that the report withholds. The key by which it is known, for the list of the nation:',
    `  ${province.code} ${keys.signPublic}`,
  ].join('\n');
}

/** Longer than any: a province of 200 units has 0.2 MB. */
const MOST_BYTES = 32 * 2 ** 20;

export async function nation([name, keyFile, folder, ...more]: readonly string[]): Promise<string> {
  if (!name || !keyFile || !folder)
    throw new CallFault(
      "Name a period, the list of the provinces' keys and the folder of their files: npm run sipas -- nation report-2026-q1 KEYS FOLDER",
    );
  const period = periodOf(name);
  const language: Language = more.at(-1) === 'en' ? 'en' : 'vi';
  const file = more[0] === 'en' ? undefined : more[0];
  const kind = file && extname(file);
  if (file && !['.csv', '.json', '.xlsx'].includes(kind!))
    throw new CallFault('The file ends with .csv, .json or .xlsx.');
  const keys = readKeys(keyFile);
  const files = readdirSync(readable(folder))
    .filter((one) => !one.startsWith('.'))
    .map((one) => ({ name: one, read: () => readWhole(join(folder, one)) }));
  if (files.length === 0) throw new CallFault(`There is no file in ${folder}.`);
  const added = addUp(period, files, (code) => keys.get(code));
  if (file) {
    const bytes =
      kind === '.csv'
        ? nationCsv(added, language)
        : kind === '.json'
          ? nationJson(added)
          : await createPress()(nationBook(added, language));
    writeFileSync(file, bytes);
  }
  return [inWords(added), ...(file ? [`Written to ${file}.`] : [])].join('\n');
}

function addUp(...asked: Parameters<typeof addUpNation>): Nation {
  try {
    return addUpNation(...asked);
  } catch (error) {
    if (!(error instanceof NationFault)) throw error;
    throw new CallFault(
      `${error.message}\nNothing was added up. Ask the province for its file anew, or take the file out of the folder: the province is then named as missing.`,
    );
  }
}

function periodOf(name: string): Period {
  const period = readPeriod(name);
  if (!period)
    throw new CallFault(
      'The period is one such as report-2026-q1, report-2026-h1, report-2026-year, quarter-2026-3 or month-2026-11.',
    );
  return period;
}

/** Lines "01 KEY"; a province whose key was renewed has several. */
function readKeys(file: string): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  readWhole(readable(file))
    .split('\n')
    .forEach((line, at) => {
      const bare = line.replace(/#.*/, '').trim();
      if (bare === '') return;
      const [, code, key] = /^(\d{2})\s+([A-Za-z0-9+/=]{40,})$/.exec(bare) ?? [];
      if (!code || !key) throw new CallFault(`Line ${at + 1} of ${basename(file)} is not a code and a key.`);
      keys.set(code, [...(keys.get(code) ?? []), key]);
    });
  return keys;
}

function readable(path: string): string {
  if (!existsSync(path)) throw new CallFault(`There is no ${path}.`);
  return path;
}

function readWhole(path: string): string {
  const { size } = statSync(path);
  // what is too long is no file of tallies, and is told so by its name
  return size > MOST_BYTES || !statSync(path).isFile() ? '' : readFileSync(path, 'utf8');
}

function inWords(added: Nation): string {
  const lines = added.forms.flatMap(({ form, questionnaire, figures }) => [
    `${form} form, ${questionnaire.id} ${questionnaire.version}:`,
    ...figures
      .filter(({ group }) => group === 'I' || group === 'II')
      .map((own) => {
        const by = own.withheld.length > 0 ? `; withheld by ${own.withheld.join(', ')}` : '';
        return `  ${group(own.group)}: ${said(figureOf(own))}; ${own.told.length} provinces${by}`;
      }),
  ]);
  return [added.period.id, ...lines, ...aboutNation(added, 'en')].join('\n');
}

const group = (code: string) => (code === 'I' ? 'I, public policy' : 'II, public services');

function said(figure: ReturnType<typeof figureOf>): string {
  if ('withheld' in figure) return 'no figure';
  const { percent, low, high, n, decimals } = figure;
  const [share, from, to] = [percent, low, high].map((one) => one.toFixed(decimals));
  return `${share} % (95 %: ${from}-${to}; n ${n})`;
}
