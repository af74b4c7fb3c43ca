import { calendarEn } from './calendar-en.ts';
import { calendarVi } from './calendar-vi.ts';
import { useWords } from './use-words.ts';

/** The words of the reporting calendar, beside those of the whole app. */
export function useCalendarWords() {
  const spoken = useWords();
  return { ...spoken, own: spoken.language === 'vi' ? calendarVi : calendarEn };
}
