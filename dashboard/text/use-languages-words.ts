import { languagesEn } from './languages-en.ts';
import { languagesVi } from './languages-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

/** The words of the pages of languages, beside those that all settings share. */
export function useLanguagesWords() {
  const spoken = useSettingsWords();
  return { ...spoken, own: spoken.language === 'vi' ? languagesVi : languagesEn };
}
