import { wilson } from '../../shared/interval.ts';
import { fraction, percentHalfUp, roundHalfUp } from '../../shared/rational.ts';
import { confirms } from '../../shared/recheck.ts';
import { MIN_N } from '../../shared/score.ts';
import type { RecheckSums } from '../../shared/wire/recheck-list.ts';
import type { EndedRecheck } from '../store/rechecks.ts';

const SAID = new Set<string>(['yes', 'no', 'unsure']);

/** Those who said something of the interview. */
export const saidIn = <Row extends EndedRecheck>(rows: readonly Row[]): Row[] =>
  rows.filter(({ outcome }) => SAID.has(outcome));

/** What came of asking again, of some interviews together. Of fewer than ten people nothing of what they said is told. */
export function sumRechecks(who: string | null, rows: readonly EndedRecheck[], mayTell = true): RecheckSums {
  const said = saidIn(rows);
  const n = said.length;
  const sums = { who, ended: rows.length };
  if (!mayTell || n < MIN_N) return { ...sums, answered: n === 0 ? 0 : null, confirmed: null, not: null };
  const count = (wanted: (row: EndedRecheck) => boolean) => said.filter(wanted).length;
  const part = count(confirms);
  const { low, high } = wilson(part / n, n);
  const isOther = ({ time }: EndedRecheck) => time === 'other';
  return {
    ...sums,
    answered: n,
    confirmed: {
      percent: percentHalfUp(fraction(part, n), 1),
      low: roundHalfUp(100 * low, 1),
      high: roundHalfUp(100 * high, 1),
      n,
    },
    not: {
      none: count(({ outcome }) => outcome === 'no'),
      time: count(isOther),
      way: count((row) => row.outcome === 'yes' && !isOther(row) && !confirms(row)),
      unsure: count(({ outcome }) => outcome === 'unsure'),
    },
  };
}
