import { alertsEn } from './alerts-en.ts';
import { alertsVi } from './alerts-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';
import { writeDate } from './write-date.ts';

/** The words of the pages of alerts, beside those that all settings share. */
export function useAlertsWords() {
  const spoken = useSettingsWords();
  const alerts = spoken.language === 'vi' ? alertsVi : alertsEn;
  /** `Buổi sáng 20/11/2026`. */
  const sayHalfDay = (halfDay: string) =>
    (halfDay.endsWith('AM') ? alerts.morning : alerts.afternoon)(writeDate(halfDay.slice(0, 10)));
  return { ...spoken, alerts, sayHalfDay };
}
