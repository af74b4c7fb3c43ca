import { exportsEn } from './exports-en.ts';
import { exportsVi } from './exports-vi.ts';
import { useWords } from './use-words.ts';

/** The words of the page that takes forms out, beside those that all pages share. */
export function useExportsWords() {
  const spoken = useWords();
  return { ...spoken, own: spoken.language === 'vi' ? exportsVi : exportsEn };
}
