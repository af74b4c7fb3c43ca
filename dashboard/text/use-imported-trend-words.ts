import { importedTrendEn } from './imported-trend-en.ts';
import { importedTrendVi } from './imported-trend-vi.ts';
import { useWords } from './use-words.ts';

/** The words of imported points, beside those of the whole app. */
export function useImportedTrendWords() {
  const spoken = useWords();
  return { ...spoken, imported: spoken.language === 'vi' ? importedTrendVi : importedTrendEn };
}
