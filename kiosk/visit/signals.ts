import { type Answer, isAnswered, type Signals } from '../../shared/submission.ts';

/**
 * Six coarse classes, judged here and now so that no time ever leaves the device. They flag, they never
 * delete; the honest can match any of them.
 */

/** How the questions of one visit were touched. Lives only as long as the visit. */
export interface TapRecord {
  /** Per item: from the question's appearance to its first answer. The auto-advance delay is not in it. */
  readonly tookMs: readonly (number | null)[];
  /** Touches of the current question per screen cell, those that changed nothing included. */
  readonly cells: Readonly<Record<string, number>>;
  /** One cell has been touched five times on one question. */
  readonly hammered: boolean;
}

/** What is remembered of the visit before, in memory only: when it ended, and whether answers repeat. */
export interface Past {
  readonly endedMs: number;
  /** Salted trace of the answers: tells "the same again" without holding them. */
  readonly trace: number;
  /** Visits in a row with these answers, each soon after the other. */
  readonly run: number;
}

export const FAST_MEDIAN_MS = 1_000;
export const SHORT_GAP_MS = 20_000;
export const HAMMERED_TAPS = 5;
export const RUN_VISITS = 3;
/** Under three answers "one level throughout" says nothing. */
const LINE_LEAST = 3;

export const NO_TAPS: TapRecord = { tookMs: [], cells: {}, hammered: false };

export function tapCell(record: TapRecord, cell: string): TapRecord {
  const taps = (record.cells[cell] ?? 0) + 1;
  return {
    ...record,
    cells: { ...record.cells, [cell]: taps },
    hammered: record.hammered || taps >= HAMMERED_TAPS,
  };
}

/** FNV-1a. Only 32 bits, so that many answers share each trace and none can be read back from it. */
export function traceOf(salted: string): number {
  let trace = 0x811c9dc5;
  for (const sign of salted) trace = Math.imul(trace ^ sign.charCodeAt(0), 0x01000193);
  return trace;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function isOneLevel(answers: readonly Answer[]): boolean {
  const given = answers.filter(isAnswered);
  return given.length >= LINE_LEAST && given[0] !== 0 && given.every((answer) => answer === given[0]);
}

export interface VisitTraits {
  readonly answers: readonly Answer[];
  readonly record: TapRecord;
  readonly startedMs: number;
  readonly past: Past | undefined;
  readonly trace: number;
  readonly outsideHours: boolean;
}

/** The six classes of a visit, and how many visits in a row it now is. */
export function judge(traits: VisitTraits): { readonly signals: Signals; readonly run: number } {
  const { answers, record, startedMs, past, trace, outsideHours } = traits;
  const times = record.tookMs.filter((time) => time !== null);
  const short = past !== undefined && startedMs - past.endedMs < SHORT_GAP_MS;
  const run = short && past.trace === trace ? past.run + 1 : 1;
  const bit = (is: boolean) => (is ? 1 : 0);
  const signals: Signals = {
    dur: bit(times.length > 0 && median(times)! < FAST_MEDIAN_MS),
    gap: bit(short),
    line: bit(isOneLevel(answers)),
    run: bit(run >= RUN_VISITS),
    cell: bit(record.hammered),
    hrs: bit(outsideHours),
  };
  return { signals, run };
}
