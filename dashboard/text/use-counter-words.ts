import type { Language } from '../../shared/questionnaire.ts';
import { counterEn } from './counter-en.ts';
import { type CounterWords, counterVi } from './counter-vi.ts';
import { useWords } from './use-words.ts';

const COUNTER_WORDS: Readonly<Record<Language, CounterWords>> = { vi: counterVi, en: counterEn };

export function useCounterWords() {
  const spoken = useWords();
  return { ...spoken, counter: COUNTER_WORDS[spoken.language] };
}
