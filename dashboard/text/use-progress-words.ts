import { progressEn } from './progress-en.ts';
import { progressVi } from './progress-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

/** The words of the page of progress, beside those that all settings share. */
export function useProgressWords() {
  const spoken = useSettingsWords();
  return { ...spoken, own: spoken.language === 'vi' ? progressVi : progressEn };
}
