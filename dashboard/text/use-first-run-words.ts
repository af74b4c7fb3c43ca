import type { Language } from '../../shared/questionnaire.ts';
import { firstRunEn } from './first-run-en.ts';
import { firstRunVi } from './first-run-vi.ts';
import type { FirstRunWords } from './first-run-vi.ts';
import { useWords } from './use-words.ts';

const FIRST_RUN_WORDS: Readonly<Record<Language, FirstRunWords>> = { vi: firstRunVi, en: firstRunEn };

/** The words of the first run, beside those of the whole app. */
export function useFirstRunWords() {
  const spoken = useWords();
  return { ...spoken, run: FIRST_RUN_WORDS[spoken.language] };
}
