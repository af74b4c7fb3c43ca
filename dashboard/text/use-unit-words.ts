import type { Language } from '../../shared/questionnaire.ts';
import { unitsEn } from './units-en.ts';
import { unitsVi } from './units-vi.ts';
import type { UnitWords } from './units-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

const UNIT_WORDS: Readonly<Record<Language, UnitWords>> = { vi: unitsVi, en: unitsEn };

/** The words of the pages of units, beside those that all settings share. */
export function useUnitWords() {
  const spoken = useSettingsWords();
  return { ...spoken, units: UNIT_WORDS[spoken.language] };
}
