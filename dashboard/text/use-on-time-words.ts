import { onTimeEn } from './on-time-en.ts';
import { onTimeVi } from './on-time-vi.ts';
import { useWords } from './use-words.ts';

/** The words of the page of dossiers on time, beside those of the whole app. */
export function useOnTimeWords() {
  const spoken = useWords();
  return { ...spoken, own: spoken.language === 'vi' ? onTimeVi : onTimeEn };
}
