import * as v from 'valibot';
import { fits } from '../../shared/pack-limits.ts';
import { questionnaireOf, wordsOf } from '../../shared/pack-words.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { en } from '../../shared/text/en.ts';
import { laterEn } from '../../shared/text/later-en.ts';
import { laterVi } from '../../shared/text/later-vi.ts';
import { noticeWords } from '../../shared/text/notice-words.ts';
import type { vi } from '../../shared/text/vi.ts';
import type { LaterWords, NoticeWords, Words } from '../../shared/text/words.ts';
import { type OfferedLanguage, OfferedLanguagesSchema, type PackAnswer } from '../../shared/wire/packs.ts';

/** Which languages a tablet shows, in which words, and which of them can be heard. */

/** The words that come with this script. */
export type BesideWords = LaterWords & NoticeWords;
const beside = {
  vi: { ...laterVi, ...noticeWords.vi },
  en: { ...laterEn, ...noticeWords.en },
} as const;

/** What the page draws with: words by code in the order of the service point, and the questionnaires of packs. */
export interface Offer {
  readonly words: Readonly<Record<string, Words>> & { readonly vi: Words };
  readonly packs: Readonly<Record<string, Questionnaire>>;
}

export interface Heard {
  readonly pack: PackAnswer;
  readonly words: BesideWords;
}

export interface Languages {
  readonly offer: Offer;
  readonly later: Readonly<Record<string, BesideWords>>;
  /** By code: the languages with a pack that lies whole on the device. */
  readonly heard: Readonly<Record<string, Heard>>;
}

const SILENT: readonly OfferedLanguage[] = [
  { code: 'vi', name: '', hash: null, voice: null },
  { code: 'en', name: '', hash: null, voice: null },
];

/** The languages that the settings name; an older server names none. */
export const languagesIn = (settings: { readonly languages?: unknown }): readonly OfferedLanguage[] =>
  v.is(OfferedLanguagesSchema, settings.languages) ? settings.languages : SILENT;

/** A pack of another version neither speaks nor is offered. */
export function languagesOf(
  offered: readonly OfferedLanguage[],
  questionnaire: Questionnaire,
  kept: Readonly<Record<string, PackAnswer | undefined>>,
  source: typeof vi,
): Languages {
  const words: Record<string, Words> = {};
  const packs: Record<string, Questionnaire> = {};
  const later: Record<string, BesideWords> = { vi: beside.vi };
  const heard: Record<string, Heard> = {};
  const builtIn: Readonly<Record<string, readonly [Words, BesideWords]>> = {
    vi: [source, beside.vi],
    en: [en, beside.en],
  };
  for (const { code, name, hash } of offered) {
    const found = hash === null ? undefined : kept[code];
    const pack = found && fits(found, questionnaire) ? found : undefined;
    const own = builtIn[code];
    if (own) words[code] = own[0];
    else if (pack) {
      words[code] = { ...wordsOf(source, pack.texts), languageName: name };
      packs[code] = questionnaireOf(questionnaire, pack.texts);
    }
    later[code] = own?.[1] ?? wordsOf(beside.vi, pack?.texts ?? {});
    if (pack) heard[code] = { pack, words: later[code] };
  }
  // Vietnamese is never missing, whatever the settings say.
  return { offer: { words: { ...words, vi: source }, packs }, later, heard };
}
