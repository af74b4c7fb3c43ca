import { peopleEn } from './people-en.ts';
import { peopleVi } from './people-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

/** The words of the pages of people, beside those that all settings share. */
export function usePeopleWords() {
  const spoken = useSettingsWords();
  return { ...spoken, people: spoken.language === 'vi' ? peopleVi : peopleEn };
}
