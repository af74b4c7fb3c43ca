import { callsEn } from './calls-en.ts';
import { callsVi } from './calls-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

/** The words of the page of calls, beside those that all settings share. */
export function useCallsWords() {
  const spoken = useSettingsWords();
  return { ...spoken, own: spoken.language === 'vi' ? callsVi : callsEn };
}
