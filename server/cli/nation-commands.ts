import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { RandomBytes } from '../../shared/ids.ts';
import { type Period, readPeriod } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { catalogueId } from '../administrative-units.ts';
import { audited } from '../audited.ts';
import { topUnit } from '../jobs/restore.ts';
import { addUpNation, figureOf, type Nation } from '../nation/add-up.ts';
import { aboutNation, nationBook, nationCsv, nationJson } from '../nation/nation-files.ts';
import { provinceTallies } from '../nation/province-tallies.ts';
import type { Keys } from '../keys.ts';
import { provinces } from '../place-catalogue.ts';
import { createPress } from '../print/press.ts';
import { ProblemError } from '../problem.ts';
import type { Said } from '../said/said.ts';
import type { OperatorWords } from '../said/words-vi.ts';
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
): Promise<Said> {
  if (!name || !file) throw new CallFault(({ nation: words }) => words.exportName);
  const period = periodOf(name);
  if (existsSync(file)) throw new CallFault(({ call }) => call.fileThere(file));
  const top = topUnit(await allUnits(store.read));
  const province = provinces().find(({ code }) => catalogueId(code) === top);
  if (!province) throw new CallFault(({ nation: words }) => words.noProvince);
  const text = await provinceTallies({ store, clock, keys }, { ...province, unit: top! }, period).catch(
    (error: unknown) => {
      if (error instanceof ProblemError)
        throw new CallFault(({ nation: words }) => words.noCampaign(province.name.vi, period.id));
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
  write(file, text, 'wx');
  return ({ nation: words }) =>
    [
      words.exported(file, province.name.vi, period.id, Buffer.byteLength(text)),
      words.key(province.code, keys.signPublic),
    ].join('\n');
}

/** Longer than any: a province of 200 units has 0.2 MB. */
const MOST_BYTES = 32 * 2 ** 20;

export async function nation(
  [name, keyFile, folder, file]: readonly string[],
  language: Language,
): Promise<Said> {
  if (!name || !keyFile || !folder) throw new CallFault(({ nation: words }) => words.name);
  const period = periodOf(name);
  const kind = file && extname(file);
  if (file && !['.csv', '.json', '.xlsx'].includes(kind!))
    throw new CallFault(({ nation: words }) => words.ending);
  const keys = readKeys(keyFile);
  if (!statSync(readable(folder)).isDirectory())
    throw new CallFault(({ nation: words }) => words.notFolder(folder));
  const files = readdirSync(folder)
    .filter((one) => !one.startsWith('.'))
    .map((one) => ({ name: one, read: () => readWhole(join(folder, one)) }));
  if (files.length === 0) throw new CallFault(({ nation: words }) => words.noFiles(folder));
  const added = addUpNation(period, files, (code) => keys.get(code));
  if (file) {
    const bytes =
      kind === '.csv'
        ? nationCsv(added, language)
        : kind === '.json'
          ? nationJson(added)
          : await createPress()(nationBook(added, language));
    write(file, bytes, 'w');
  }
  return (words) =>
    [...nationInWords(added, words, language), ...(file ? [words.call.writtenTo(file)] : [])].join('\n');
}

function write(file: string, content: string | Uint8Array, flag: 'w' | 'wx'): void {
  try {
    writeFileSync(file, content, { flag });
  } catch {
    throw new CallFault(({ call }) => call.notWritable(file));
  }
}

function periodOf(name: string): Period {
  const period = readPeriod(name);
  if (!period) throw new CallFault(({ nation: words }) => words.period);
  return period;
}

/** Lines "01 KEY"; a province whose key was renewed has several. */
function readKeys(file: string): Map<string, string[]> {
  if (statSync(readable(file)).isDirectory()) throw new CallFault(({ call }) => call.notReadable(file));
  const keys = new Map<string, string[]>();
  readWhole(file)
    .split('\n')
    .forEach((line, at) => {
      const bare = line.replace(/#.*/, '').trim();
      if (bare === '') return;
      const [, code, key] = /^(\d{2})\s+([A-Za-z0-9+/=]{40,})$/.exec(bare) ?? [];
      if (!code || !key) throw new CallFault(({ nation: words }) => words.keyLine(at + 1, basename(file)));
      keys.set(code, [...(keys.get(code) ?? []), key]);
    });
  return keys;
}

function readable(path: string): string {
  if (!existsSync(path)) throw new CallFault(({ call }) => call.missing(path));
  return path;
}

function readWhole(path: string): string {
  const { size } = statSync(path);
  // what is too long is no file of tallies, and is told so by its name
  return size > MOST_BYTES || !statSync(path).isFile() ? '' : readFileSync(path, 'utf8');
}

function nationInWords(added: Nation, { nation: words }: OperatorWords, language: Language): string[] {
  const lines = added.forms.flatMap(({ form, questionnaire, figures }) => [
    words.form(form, questionnaire.id, questionnaire.version),
    ...figures.flatMap((own) =>
      own.group === 'I' || own.group === 'II'
        ? [words.figure(words.area[own.group], figureInWords(own, words), own.told.length, own.withheld)]
        : [],
    ),
  ]);
  return [added.period.id, ...lines, ...aboutNation(added, language)];
}

function figureInWords(added: Parameters<typeof figureOf>[0], words: OperatorWords['nation']): string {
  const figure = figureOf(added);
  if ('withheld' in figure) return words.noFigure;
  const { percent, low, high, n, decimals } = figure;
  const [share, from, to] = [percent, low, high].map((one) => one.toFixed(decimals));
  return words.share(share!, from!, to!, n);
}
