import { fieldsEn } from './fields-en.ts';
import { fieldsVi } from './fields-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

/** The words of the pages of fields and procedures, beside those that all settings share. */
export function useFieldsWords() {
  const spoken = useSettingsWords();
  return { ...spoken, own: spoken.language === 'vi' ? fieldsVi : fieldsEn };
}
