import { detailEn } from './detail-en.ts';
import { detailVi } from './detail-vi.ts';
import { useWords } from './use-words.ts';

/** The words of the page that takes figures apart, beside those that all pages share. */
export function useDetailWords() {
  const spoken = useWords();
  return { ...spoken, own: spoken.language === 'vi' ? detailVi : detailEn };
}
