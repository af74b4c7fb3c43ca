import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { builtInTexts, clipKeys } from '../../shared/pack-keys.ts';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { writeZip } from '../../server/zip.ts';

const file = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
export const SP39 = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(file, 'utf8')));

/** A frame of MPEG 1 layer III, mono, 64 kbit/s at 44.1 kHz: 208 bytes, each number another recording. */
export function sampleMp3(number = 0): Uint8Array {
  const frame = Buffer.alloc(208);
  frame.writeUInt32BE(0xfffb50c4);
  frame.writeUInt32BE(number, 204);
  return frame;
}

export const REVIEWED = {
  reviewer: 'Ka Thị Mẫu',
  date: '2026-11-18',
  province: 'Lâm Đồng',
  dialect: 'Srê',
  voice: 'human',
} as const;

/** The files of a whole pack; what is given takes the place of what a whole one has. */
export function sampleFiles(
  change: {
    readonly code?: string;
    readonly about?: object;
    readonly head?: object;
    readonly texts?: Readonly<Record<string, string>>;
    readonly clips?: readonly string[];
  } = {},
): [string, Uint8Array][] {
  const { code = 'kho', about = REVIEWED, head = {}, clips = clipKeys(SP39) } = change;
  const json = {
    schema: 1,
    code,
    name: 'Kơho',
    nameVi: 'Tiếng K’Ho',
    questionnaire: { id: 'sp39', version: 1 },
    about,
    texts: change.texts ?? ownTexts(),
    ...head,
  };
  return [
    ['pack.json', Buffer.from(JSON.stringify(json))],
    ...clips.map((key, i): [string, Uint8Array] => [`clips/${key}.mp3`, sampleMp3(i)]),
  ];
}

/** Every text in another language, with the places that it must keep. */
export const ownTexts = (): Record<string, string> =>
  Object.fromEntries(Object.entries(builtInTexts(SP39, 'vi')).map(([key, text]) => [key, `kho: ${text}`]));

export const sampleZip = (change?: Parameters<typeof sampleFiles>[0]) => writeZip(sampleFiles(change));
