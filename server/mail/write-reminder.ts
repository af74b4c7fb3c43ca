import { periodName } from '../../shared/period-name.ts';
import { type Period, writeDay } from '../../shared/period.ts';
import type { Language, Text } from '../../shared/questionnaire.ts';
import { dueDayOf, REMINDER_STEPS, type ReminderStep } from '../../shared/report-deadlines.ts';
import { oneLine } from './one-line.ts';

/** A report that is due. */
export interface RemindedReport {
  readonly unit: Text;
  readonly period: Pick<Period, 'id' | 'from' | 'to'>;
  readonly step: ReminderStep;
}

/** Constant: nothing that people typed stands in a header. */
export const REMINDER_SUBJECT = 'Nhắc hạn báo cáo kết quả khảo sát / Reports on the survey are due';

/** More units than that are counted: a province has hundreds. */
const UNITS_MOST = 20;

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly steps: Readonly<Record<ReminderStep, (period: string, due: string) => string>>;
      readonly more: (count: number) => string;
    }
  >
> = {
  vi: {
    steps: {
      closed: (period, due) =>
        `Kỳ báo cáo ${period} đã kết thúc. Hạn báo cáo: ${due}. Số liệu chưa được xác nhận:`,
      soon: (period, due) => `Sắp đến hạn báo cáo ${period}, hạn ${due}. Số liệu chưa được xác nhận:`,
      overdue: (period, due) => `Đã quá hạn báo cáo ${period}, hạn ${due}. Số liệu chưa được xác nhận:`,
    },
    more: (count) => `và ${count} đơn vị khác`,
  },
  en: {
    steps: {
      closed: (period, due) => `${period} has ended. The report is due by ${due}. Not certified yet:`,
      soon: (period, due) => `The report on ${period} is due soon (${due}). Not certified yet:`,
      overdue: (period, due) => `The report on ${period} was due by ${due}. Not certified yet:`,
    },
    more: (count) => `and ${count} more units`,
  },
};

/** One letter about all reports that somebody is reminded of: units, periods and days, no figure. */
export function writeReminder(
  reports: readonly RemindedReport[],
  publicUrl: string,
): { readonly subject: string; readonly body: string } {
  const address = `${publicUrl}/dashboard/?page=calendar`;
  const body = [
    'Kính gửi Ông/Bà,',
    '',
    ...list(reports, 'vi'),
    'Xin đăng nhập để xem mức độ đầy đủ của số liệu và xác nhận:',
    address,
    '',
    'Thư do máy chủ khảo sát tự động gửi, không nêu số liệu. Để ngừng nhận thư nhắc, xin tắt tại trang trên.',
    '',
    '----------------------------------------',
    '',
    ...list(reports, 'en'),
    'Please sign in to see how complete the figures are, and to certify them:',
    address,
    '',
    'This message was sent by the survey server and contains no figures. Reminders can be switched off on that page.',
    '',
  ];
  return { subject: REMINDER_SUBJECT, body: body.join('\n') };
}

/** By period, the most urgent step first. */
function list(reports: readonly RemindedReport[], language: Language): string[] {
  const { steps, more } = WORDS[language];
  const groups = REMINDER_STEPS.toReversed().flatMap((step) => {
    const ids = new Set(reports.filter((one) => one.step === step).map(({ period }) => period.id));
    return [...ids].map((id) => reports.filter((one) => one.step === step && one.period.id === id));
  });
  return groups.flatMap((group) => {
    const { period, step } = group[0]!;
    const dates = `${writeDay(period.from)}–${writeDay(period.to)}`;
    const name = `${inText(periodName(period.id, language), language)} (${dates})`;
    const left = group.length - UNITS_MOST;
    return [
      steps[step](name, writeDay(dueDayOf(period))),
      ...group.slice(0, UNITS_MOST).map(({ unit }) => `  - ${oneLine(unit[language])}`),
      ...(left > 0 ? [`  - ${more(left)}`] : []),
      '',
    ];
  });
}

const inText = (name: string, language: Language) =>
  language === 'vi' ? name[0]!.toLocaleLowerCase('vi') + name.slice(1) : name;
