import type { Text } from '../shared/questionnaire.ts';
import type { DayKind } from '../shared/plan-choices.ts';
import type { DayStanding } from '../shared/wire/special-days.ts';

export interface NationalDay {
  readonly day: string;
  readonly kind: Exclude<DayKind, 'usual'>;
  readonly like: number;
  readonly name: Text;
  readonly standing: Exclude<DayStanding, 'set'>;
}

const off = (day: string, standing: NationalDay['standing'], vi: string, en: string): NationalDay => ({
  day,
  kind: 'off',
  like: 1,
  name: { vi, en },
  standing,
});
const worked = (
  day: string,
  like: number,
  standing: NationalDay['standing'],
  vi: string,
  en: string,
): NationalDay => ({ day, kind: 'work', like, name: { vi, en }, standing });

const tet = (day: string, standing: NationalDay['standing']) =>
  off(day, standing, 'Tết Âm lịch', 'Lunar New Year');
const nationalDay = (day: string, standing: NationalDay['standing']) =>
  off(day, standing, 'Quốc khánh', 'National Day');

/**
 * Public holidays by article 112 of the Labour Code 2019 (1/1; five days of Tết; the 10th of the third lunar month;
 * 30/4; 1/5; 2/9 and one day beside it) and the day after a weekend that holds one (article 111, clause 3). Which five
 * days Tết has and what is exchanged is announced each year: 2/1/2026 by letter 12729/VPCP-KGVX of 25/12/2025, Tết 2026
 * by the announcement of 14-22/2/2026. What no announcement that we have seen fixes is `expected`, and an office
 * confirms or changes it. 24/11 is named by resolution 80-NQ/TW; the change of article 112 was not seen.
 */
export const NATIONAL_DAYS: readonly NationalDay[] = [
  off('2026-01-01', 'law', 'Tết Dương lịch', 'New Year'),
  off('2026-01-02', 'announced', 'Nghỉ hoán đổi dịp Tết Dương lịch', 'New Year, exchanged'),
  worked('2026-01-10', 5, 'announced', 'Làm bù cho ngày 02/01', 'Make-up day for 2 January'),
  ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((day) =>
    tet(day, 'announced'),
  ),
  off('2026-04-26', 'law', 'Giỗ Tổ Hùng Vương (10/3 Âm lịch)', 'Hùng Kings’ Commemoration'),
  off('2026-04-27', 'law', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration, day in lieu'),
  off('2026-04-30', 'law', 'Ngày Chiến thắng', 'Victory Day'),
  off('2026-05-01', 'law', 'Ngày Quốc tế lao động', 'International Labour Day'),
  worked('2026-08-22', 1, 'expected', 'Làm bù cho ngày 31/08', 'Make-up day for 31 August'),
  off('2026-08-31', 'expected', 'Nghỉ hoán đổi dịp Quốc khánh', 'National Day, exchanged'),
  nationalDay('2026-09-01', 'expected'),
  nationalDay('2026-09-02', 'law'),

  off('2027-01-01', 'law', 'Tết Dương lịch', 'New Year'),
  tet('2027-02-05', 'expected'),
  tet('2027-02-06', 'law'),
  ...['2027-02-07', '2027-02-08', '2027-02-09'].map((day) => tet(day, 'expected')),
  ...['2027-02-10', '2027-02-11'].map((day) =>
    off(day, 'expected', 'Nghỉ bù Tết Âm lịch', 'Lunar New Year, day in lieu'),
  ),
  off('2027-04-16', 'law', 'Giỗ Tổ Hùng Vương (10/3 Âm lịch)', 'Hùng Kings’ Commemoration'),
  off('2027-04-30', 'law', 'Ngày Chiến thắng', 'Victory Day'),
  off('2027-05-01', 'law', 'Ngày Quốc tế lao động', 'International Labour Day'),
  off('2027-05-03', 'law', 'Nghỉ bù Ngày Quốc tế lao động', 'Labour Day, day in lieu'),
  nationalDay('2027-09-02', 'law'),
  nationalDay('2027-09-03', 'expected'),
  off('2027-11-24', 'expected', 'Ngày Văn hóa Việt Nam', 'Vietnamese Culture Day'),
];
