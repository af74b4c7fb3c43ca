import type { ReportPanelWords } from './report-vi.ts';

export const reportPanelEn: ReportPanelWords = {
  title: 'Report on the survey',
  loading: 'Making the report…',
  close: 'Close',
  certified: (version, day) => `The report carries the certified version ${version} of ${day}.`,
  differs: 'Today’s figures on the page are different; both stand side by side in the calendar.',
  toCalendar: 'Open the calendar',
  paragraph: 'Paragraph for the report on administrative reform',
  paragraphHint:
    'The figures are those on the screen, by the method of the campaign. Paste the whole paragraph under “Results”.',
  copy: 'Copy this paragraph',
  copied: 'Copied.',
  selected: 'The paragraph is selected. Press Ctrl + C (or touch and hold, then Copy) to copy it.',
  files: 'Files of the report',
  filesHint:
    'Made on the office’s own server, without the Internet. Each download is written to the audit log.',
  file: {
    docx: ['Word (DOCX)', 'To edit; number, date and signature are left blank. Not tried in Microsoft Word.'],
    pdf: ['PDF', 'To read and print.'],
    xlsx: ['Excel (XLSX)', 'The annex of figures with live formulas, to check every percentage.'],
  },
  download: (name) => `Download ${name}`,
  making: 'Making the file…',
  made: (name) => `Downloaded ${name}.`,
};
