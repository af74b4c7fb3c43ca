import * as v from 'valibot';
import { missing, type Pack, PackSchema } from '../shared/language-pack.ts';
import { BUILT_IN_LANGUAGES } from '../shared/pack-limits.ts';
import { csvField } from '../shared/neutral-cell.ts';
import { builtInTexts, clipKeys, readOut, spokenTexts } from '../shared/pack-keys.ts';
import type { Questionnaire } from '../shared/questionnaire.ts';
import { csvCells } from './csv-cells.ts';
import { packReadme } from './pack-readme.ts';
import { InvalidError, invalid } from './problem.ts';
import type { Intake } from './take-pack.ts';

/**
 * The file of a pack: `pack.json` says what it is, `texts.csv` is where a translator writes (it goes before the texts of
 * `pack.json`), `clips/KEY.mp3` are the recordings. `recordings.csv` and `README.txt` are for people and not read back.
 */

/** `clips` follow from the files that are there. */
const HeadSchema = v.object({
  ...PackSchema.entries,
  texts: v.optional(v.record(v.string(), v.string()), {}),
  clips: v.optional(v.unknown()),
});

/** What computers add to every folder. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;
const FOR_PEOPLE = ['recordings.csv', 'README.txt'];

/** Reads the files of a pack; ends with `invalid` where they are none. Keys are judged by `planIntake`. */
export function readPackFiles(
  files: ReadonlyMap<string, Uint8Array>,
): Intake & { readonly head: Pick<Pack, 'code' | 'name' | 'nameVi' | 'questionnaire' | 'about'> } {
  const names = [...files.keys()].filter((name) => !JUNK.test(name));
  // a folder that was packed whole stands in front of every name
  const at = names.filter((name) => /(?:^|\/)pack\.json$/.test(name)).sort((a, b) => a.length - b.length)[0];
  if (at === undefined) throw invalid('pack', 'needed');
  const home = at.slice(0, -'pack.json'.length);
  const { texts, clips: _, ...head } = readHead(files.get(at)!);
  const clips = new Map<string, Uint8Array>();
  const unknown: string[] = [];
  for (const name of names) {
    const inside = name.startsWith(home) ? name.slice(home.length) : undefined;
    const key = inside && /^clips\/([^/]+)\.mp3$/i.exec(inside)?.[1];
    if (key && !clips.has(key)) clips.set(key, files.get(name)!);
    else if (!inside || !['pack.json', 'texts.csv', ...FOR_PEOPLE].includes(inside)) unknown.push(name);
  }
  const written = files.get(`${home}texts.csv`);
  return {
    head,
    texts: { ...texts, ...(written && readTextsCsv(textOf(written, 'texts'))) },
    clips,
    unknown,
  };
}

function readHead(bytes: Uint8Array): v.InferOutput<typeof HeadSchema> {
  let json: unknown;
  try {
    json = JSON.parse(textOf(bytes, 'pack'));
  } catch {
    throw invalid('pack', 'wrong');
  }
  const result = v.safeParse(HeadSchema, json);
  if (result.success) return result.output;
  const fields = new Set(result.issues.map((issue) => v.getDotPath(issue)?.split('.')[0] ?? ''));
  throw new InvalidError([...fields].map((field) => ({ at: `pack.${field}`, why: 'wrong' })));
}

function textOf(bytes: Uint8Array, at: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid(at, 'wrong');
  }
}

/** Translations by key: the columns `key` and `text`, whatever stands between them. Empty cells say nothing. */
export function readTextsCsv(file: string): Record<string, string> {
  const [header, ...rows] = csvCells(file);
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [key, text] = [names.indexOf('key'), names.indexOf('text')];
  if (key < 0 || text < 0) throw invalid('texts', 'wrong');
  const pairs = rows.map(({ cells }) => [cells[key]?.trim() ?? '', plain(cells[text] ?? '')] as const);
  return Object.fromEntries(pairs.filter(([name, said]) => name !== '' && said !== ''));
}

/** The apostrophe that keeps a spreadsheet from calculating is no part of a text. */
const plain = (cell: string) => cell.trim().replace(/^'(?=[=+\-@|%])/, '');

/** All files of a pack, for whoever translates, records or moves it to another office. */
export function writePackFiles(
  pack: Pack,
  clips: ReadonlyMap<string, Uint8Array>,
  questionnaire: Questionnaire,
): [name: string, content: Uint8Array][] {
  const { schema, code, name, nameVi, about, texts } = pack;
  const json = {
    schema,
    code,
    name,
    nameVi,
    questionnaire: pack.questionnaire,
    about,
    texts,
    clips: pack.clips,
  };
  const files: [string, string][] = [
    ['README.txt', packReadme(pack, missing(pack, questionnaire))],
    ['pack.json', `${JSON.stringify(json, null, 1)}\n`],
    ['recordings.csv', recordingsCsv(pack, questionnaire)],
    ...(BUILT_IN_LANGUAGES.includes(code)
      ? []
      : [['texts.csv', textsCsv(pack, questionnaire)] as [string, string]]),
  ];
  return [
    ...files.map(([path, text]): [string, Uint8Array] => [path, Buffer.from(text)]),
    ...[...clips].map(([key, bytes]): [string, Uint8Array] => [`clips/${key}.mp3`, bytes]),
  ];
}

/** The mark tells spreadsheets that it is UTF-8. */
const csv = (rows: readonly (readonly string[])[]) =>
  `\uFEFF${rows.map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;

function textsCsv({ texts }: Pack, questionnaire: Questionnaire): string {
  const english = builtInTexts(questionnaire, 'en');
  const rows = Object.entries(builtInTexts(questionnaire, 'vi'));
  return csv([
    ['key', 'vi', 'en', 'text'],
    ...rows.map(([key, vi]) => [key, vi, english[key]!, texts[key] ?? '']),
  ]);
}

function recordingsCsv({ code, texts, clips }: Pack, questionnaire: Questionnaire): string {
  const own = code === 'en' ? builtInTexts(questionnaire, 'en') : texts;
  const rows = clipKeys(questionnaire).map((key) => [
    `clips/${key}.mp3`,
    readOut(questionnaire, 'vi', key).join(' '),
    code === 'vi' ? '' : spokenTexts(own, key).join(' '),
    Object.hasOwn(clips, key) ? 'x' : '',
  ]);
  return csv([['file', 'vi', 'text', 'recorded'], ...rows]);
}
