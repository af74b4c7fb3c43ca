import { trustEn } from './trust-en.ts';
import { trustVi } from './trust-vi.ts';
import { useWords } from './use-words.ts';

/** The words of the page of trust, beside those of the whole app. */
export function useTrustWords() {
  const spoken = useWords();
  return { ...spoken, own: spoken.language === 'vi' ? trustVi : trustEn };
}
