import { casesEn } from './cases-en.ts';
import { casesVi } from './cases-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';
import { writeDate } from './write-date.ts';

/** The words of the pages of cases, beside those that all settings share. */
export function useCasesWords() {
  const spoken = useSettingsWords();
  const cases = spoken.language === 'vi' ? casesVi : casesEn;
  /** `buổi sáng 20/11/2026`. */
  const sayHalfDay = (halfDay: string) =>
    (halfDay.endsWith('AM') ? cases.morning : cases.afternoon)(writeDate(halfDay.slice(0, 10)));
  return { ...spoken, cases, sayHalfDay };
}
