import type { Language } from './questionnaire.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * The name of a period by its id. A reporting quarter (from the 15th) and a calendar quarter share the word
 * "quý"; only the calendar one says so, because reports to superiors always mean the other.
 */
export function periodName(id: string, language: Language): string {
  const [kind = '', year = '', first = '', second = ''] = id.split('-');
  const vi = language === 'vi';
  switch (kind) {
    case 'report': {
      if (first === 'year') return vi ? `Năm ${year}` : `Year ${year}`;
      if (first === 'h1') return vi ? `6 tháng đầu năm ${year}` : `First 6 months of ${year}`;
      const quarter = ROMAN[Number(first.slice(1)) - 1] ?? first;
      return vi ? `Quý ${quarter} năm ${year}` : `Quarter ${quarter} of\u{a0}${year}`;
    }
    case 'quarter':
      return vi
        ? `Quý ${ROMAN[Number(first) - 1] ?? first} năm ${year} theo lịch`
        : `Calendar quarter ${ROMAN[Number(first) - 1] ?? first} of\u{a0}${year}`;
    case 'month':
      return nameMonth(year, first, vi);
    case 'half':
      return vi
        ? `Nửa ${second === '1' ? 'đầu' : 'cuối'} ${nameMonth(year, first, vi).toLowerCase()}`
        : `${second === '1' ? 'First' : 'Second'} half of ${nameMonth(year, first, vi)}`;
    default:
      return id;
  }
}

function nameMonth(year: string, month: string, vi: boolean): string {
  return vi ? `Tháng ${Number(month)}/${year}` : `${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
