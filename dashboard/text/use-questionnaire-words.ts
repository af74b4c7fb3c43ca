import { questionnairesEn } from './questionnaires-en.ts';
import { questionnairesVi } from './questionnaires-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

/** The words of the pages of questionnaire versions, beside those that all settings share. */
export function useQuestionnaireWords() {
  const spoken = useSettingsWords();
  return { ...spoken, own: spoken.language === 'vi' ? questionnairesVi : questionnairesEn };
}
