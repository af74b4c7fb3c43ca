import { addDays, daysOfHalfMonth, mondayOf, nextHalfMonth, halfMonthOf } from './period.ts';

/** Times over which dossiers are counted. Weeks are for them alone: answers are never counted so finely. */
export type SpanKind = 'week' | 'half' | 'month';
export interface Span {
  /** `2026-11`, `2026-11/2`, or the Monday of a week. */
  readonly id: string;
  /** Both days inside. */
  readonly from: string;
  readonly to: string;
}

export function spanOf(day: string, kind: SpanKind): Span {
  if (kind === 'week') {
    const from = mondayOf(day);
    return { id: from, from, to: addDays(from, 6) };
  }
  if (kind === 'half') return { id: halfMonthOf(day), ...daysOfHalfMonth(halfMonthOf(day)) };
  const month = day.slice(0, 7);
  return { id: month, from: `${month}-01`, to: daysOfHalfMonth(`${month}/2`).to };
}

/** Every week, half-month or month that has a day from one to another, the oldest first. */
export function spansBetween(from: string, to: string, kind: SpanKind): Span[] {
  const spans: Span[] = [];
  for (let day = from; day <= to; day = addDays(spans.at(-1)!.to, 1)) spans.push(spanOf(day, kind));
  return spans;
}

/** The half-months that have a day from one to another. */
export function halfMonthsBetween(from: string, to: string): string[] {
  const list: string[] = [];
  for (let half = halfMonthOf(from); half <= halfMonthOf(to); half = nextHalfMonth(half)) list.push(half);
  return list;
}
