import { passportEn } from './passport-en.ts';
import { passportVi } from './passport-vi.ts';
import { useWords } from './use-words.ts';

/** The words of the passport of a figure, beside those that all pages share. */
export function usePassportWords() {
  const spoken = useWords();
  return { ...spoken, own: spoken.language === 'vi' ? passportVi : passportEn };
}
