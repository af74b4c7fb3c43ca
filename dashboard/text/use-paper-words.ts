import type { Language } from '../../shared/questionnaire.ts';
import { paperEn } from './paper-en.ts';
import { paperVi } from './paper-vi.ts';
import type { PaperWords } from './paper-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

const PAPER_WORDS: Readonly<Record<Language, PaperWords>> = { vi: paperVi, en: paperEn };

/** The words of forms on paper, beside those of the settings, of whose parts their pages are made. */
export function usePaperWords() {
  const spoken = useSettingsWords();
  return { ...spoken, paper: PAPER_WORDS[spoken.language] };
}
