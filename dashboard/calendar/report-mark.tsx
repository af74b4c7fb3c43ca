import type { ReportState } from '../../shared/wire/report-calendar.ts';
import { useCalendarWords } from '../text/use-calendar-words.ts';

const SHAPES: Readonly<Record<ReportState, string>> = {
  open: 'M10 1.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M10 5.5V10l3 2',
  collecting: 'M10 2v9M6 7.5l4 4 4-4M3 13v4.5h14V13',
  ready: 'M10 1.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M6 10h8',
  certified: 'M10 1.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M6 10.5l2.8 2.8L14.2 7',
  overdue: 'M10 1.5L1 18h18zM10 7.5v5M10 14.8v.7',
};

/** Where a report stands: shape, word and colour say the same, so that none is needed alone. */
export function ReportMark({ state }: { readonly state: ReportState }) {
  const { own } = useCalendarWords();
  return (
    <span class={`report-mark ${state}`}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path d={SHAPES[state]} />
      </svg>
      <b>{own.states[state]}</b>
    </span>
  );
}
