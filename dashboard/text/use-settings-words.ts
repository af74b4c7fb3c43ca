import type { Language } from '../../shared/questionnaire.ts';
import { settingsEn } from './settings-en.ts';
import { settingsVi } from './settings-vi.ts';
import type { SettingsWords } from './settings-vi.ts';
import { useWords } from './use-words.ts';

const SETTINGS_WORDS: Readonly<Record<Language, SettingsWords>> = { vi: settingsVi, en: settingsEn };

/** The words that all pages of the settings share, beside those of the whole app. */
export function useSettingsWords() {
  const spoken = useWords();
  return { ...spoken, settings: SETTINGS_WORDS[spoken.language] };
}
