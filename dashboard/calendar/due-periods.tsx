import type { DuePeriod, ReportCalendar } from '../../shared/wire/report-calendar.ts';
import { namePeriod } from '../text/name-period.ts';
import { useCalendarWords } from '../text/use-calendar-words.ts';
import { writeDate, writeDates } from '../text/write-date.ts';
import { ReportMark } from './report-mark.tsx';

interface DuePeriodsProps {
  readonly calendar: ReportCalendar;
  readonly shown: DuePeriod;
  readonly look: (period: string) => void;
}

/** Closed periods of about a year; what is older is folded. */
const CLOSED_MOST = 4;

/** The periods with their days and where each report stands; one of them is looked at. */
export function DuePeriods({ calendar: { periods, today }, shown, look }: DuePeriodsProps) {
  const { own } = useCalendarWords();
  const closed = periods.filter(({ to }) => to < today);
  const coming = periods.filter(({ to }) => to >= today).toReversed();
  const earlier = closed.slice(CLOSED_MOST);
  const list = (some: readonly DuePeriod[]) => (
    <ul class="due-periods">
      {some.map((period) => (
        <li key={period.id}>
          <PeriodButton period={period} isShown={period.id === shown.id} look={look} />
        </li>
      ))}
    </ul>
  );
  return (
    <section class="due">
      {closed.length > 0 && (
        <>
          <h2>{own.closed}</h2>
          {list(closed.slice(0, CLOSED_MOST))}
          {earlier.length > 0 && (
            <details open={earlier.includes(shown)}>
              <summary>{own.earlier}</summary>
              {list(earlier)}
            </details>
          )}
        </>
      )}
      <h2>{own.coming}</h2>
      {list(coming)}
    </section>
  );
}

interface PeriodButtonProps {
  readonly period: DuePeriod;
  readonly isShown: boolean;
  readonly look: (period: string) => void;
}

function PeriodButton({ period, isShown, look }: PeriodButtonProps) {
  const { own, language } = useCalendarWords();
  const { id, from, to, due, state, certified } = period;
  const newest = certified.toSorted((a, b) => b.version - a.version)[0];
  return (
    <button type="button" class="due-period" aria-pressed={isShown} onClick={() => look(id)}>
      <b>{namePeriod(id, language)}</b>
      <span>{writeDates(from, to)}</span>
      <span class="due-day">{own.due(writeDate(due))}</span>
      <ReportMark state={state} />
      {newest && <span class="due-version">{own.certify.short(String(newest.version))}</span>}
    </button>
  );
}
