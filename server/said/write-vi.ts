import { localDay, localMinutes, writeDay } from '../../shared/period.ts';

/** How Vietnamese writes what stands in sentences: "16.204", "20/11/2026 20:05", "buổi sáng 20/11/2026". */
export const countVi = (count: number): string => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

export const momentVi = (ms: number): string => `${writeDay(localDay(ms))} ${clockOf(ms)}`;

const clockOf = (ms: number): string => {
  const minutes = localMinutes(ms);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
};

/** Of `2026-11-20AM`. */
export const halfDayVi = (halfDay: string): string =>
  `buổi ${halfDay.endsWith('AM') ? 'sáng' : 'chiều'} ${writeDay(halfDay)}`;
