import type { Language } from '../../shared/questionnaire.ts';
import { codesEn } from './codes-en.ts';
import { codesVi } from './codes-vi.ts';
import type { CodesWords } from './codes-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

const CODES_WORDS: Readonly<Record<Language, CodesWords>> = { vi: codesVi, en: codesEn };

/** The words of codes and tickets, beside those of the settings. */
export function useCodesWords() {
  const spoken = useSettingsWords();
  return { ...spoken, codes: CODES_WORDS[spoken.language] };
}
