import { reportPanelEn } from './report-en.ts';
import { reportPanelVi } from './report-vi.ts';
import { useWords } from './use-words.ts';

/** The words of the panel of a report, beside those that all pages share. */
export function useReportWords() {
  const spoken = useWords();
  return { ...spoken, own: spoken.language === 'vi' ? reportPanelVi : reportPanelEn };
}
