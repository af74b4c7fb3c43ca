import { changeSince } from '../../shared/compare.ts';
import { isOpen, type Period } from '../../shared/period.ts';
import type { ComparedSide, Comparison, CutBy, NotCompared, ServedPeriod } from '../../shared/wire/cuts.ts';
import { ProblemError } from '../problem.ts';
import { type CutPart, cutParts, figureIn, figuresOf, shownIn, wholePart } from './cut-parts.ts';
import { aboutFigures, type FigureGround } from './figure-ground.ts';
import type { ReadFigure } from './read-out.ts';

/** All other forms than those of the row. */
export const REST = 'rest';

/** Whether two figures differ by more than chance; sums of different forms or versions are never set against each other. */
interface Side {
  readonly part: CutPart;
  readonly period: Period;
  readonly figure: ReadFigure;
  readonly isRest: boolean;
}

/** Two rows of a cut, or one and the rest. */
export async function compareRows(
  ground: FigureGround,
  by: CutBy,
  group: string,
  asked: { readonly a: string; readonly b: string },
): Promise<Comparison> {
  const cut = await cutParts(ground, by);
  if (!cut) throw new ProblemError('not-found');
  const { period } = ground;
  const { figures } = figuresOf(cut, period, group);
  const sideOf = (value: string): Side => {
    const at = cut.parts.findIndex((part) => part.value === value);
    if (at < 0) throw new ProblemError('not-found');
    return { part: cut.parts[at]!, period, figure: figures[at]!, isRest: false };
  };
  const a = sideOf(asked.a);
  const b = asked.b === REST && cut.whole ? restOf(a, { part: cut.whole, period }, group) : sideOf(asked.b);
  if (!b.isRest && b.part === a.part) throw new ProblemError('malformed');
  const not = by === 'form' ? 'forms' : by === 'version' ? 'versions' : null;
  return { ...aboutFigures(ground, shownIn(cut, period)), by, group, ...told(a, b, not, ground) };
}

/** The unit in two periods. A period is compared with the rest of one that contains it. */
export async function comparePeriods(
  ground: FigureGround,
  other: FigureGround,
  group: string,
): Promise<Comparison> {
  const [one, two] = [ground.period, other.period];
  const shared = one.halfMonths.filter((halfMonth) => two.halfMonths.includes(halfMonth)).length;
  const isInside = shared === Math.min(one.halfMonths.length, two.halfMonths.length);
  const isSame = shared === Math.max(one.halfMonths.length, two.halfMonths.length);
  if (isSame) throw new ProblemError('malformed');
  // nested periods are read from one ground, so that the rest is what is left of the same forms
  const longer = one.halfMonths.length > two.halfMonths.length ? ground : other;
  const partOf = new Map<FigureGround, CutPart>();
  for (const each of shared > 0 ? [longer] : [ground, other]) partOf.set(each, await wholePart(each));
  const sideOf = (at: FigureGround): Side => {
    const part = partOf.get(at) ?? partOf.get(longer)!;
    return { part, period: at.period, figure: figureIn(part, at.period, group), isRest: false };
  };
  const [a, b] = [sideOf(ground), sideOf(other)];
  const not = whyNot(ground, other) ?? (shared > 0 && !isInside ? 'overlap' : null);
  const isNested = shared > 0 && isInside;
  const [left, right] =
    isNested && !not ? (longer === other ? [a, restOf(a, b, group)] : [restOf(b, a, group), b]) : [a, b];
  return {
    ...aboutFigures(ground, ground.shown),
    by: 'period',
    group,
    ...told(left, right, not, ground),
  };
}

function whyNot(a: FigureGround, b: FigureGround): NotCompared | null {
  if (a.questionnaire.id !== b.questionnaire.id || a.questionnaire.version !== b.questionnaire.version) {
    return 'versions';
  }
  const isSameMethod =
    a.method.statistic === b.method.statistic && a.method.aggregation === b.method.aggregation;
  return isSameMethod ? null : 'methods';
}

/** What is left of the whole without the part; where one of the two is withheld it is too. */
function restOf(part: Side, whole: Pick<Side, 'part' | 'period'>, group: string): Side {
  const all = figureIn(whole.part, whole.period, group);
  const isHidden = 'withheld' in all.served || 'withheld' in part.figure.served;
  const where = { place: part.part.place, period: part.period };
  const figure = whole.part.readOut.rest({ place: whole.part.place, period: whole.period }, where, group);
  return {
    ...whole,
    isRest: true,
    figure: isHidden ? { ...figure, served: { withheld: 'complement' } } : figure,
  };
}

function told(
  a: Side,
  b: Side,
  why: NotCompared | null,
  { nowMs }: FigureGround,
): Pick<Comparison, 'a' | 'b' | 'points' | 'outcome' | 'not'> {
  const sides = { a: sideOf(a, nowMs), b: sideOf(b, nowMs) };
  const isHidden = 'withheld' in a.figure.served || 'withheld' in b.figure.served;
  const not = why ?? (isHidden ? 'withheld' : null);
  const change = not ? undefined : changeSince(a.figure.exact, b.figure.exact);
  if (!change) return { ...sides, points: null, outcome: null, not };
  const outcome = change.state === 'not-clear' ? 'alike' : change.state === 'up' ? 'higher' : 'lower';
  return { ...sides, points: change.points, outcome, not };
}

function sideOf({ part, period, figure, isRest }: Side, nowMs: number): ComparedSide {
  const { value, name, under } = part;
  return { value, name, under, period: servedPeriod(period, nowMs), score: figure.served, isRest };
}

const servedPeriod = (period: Period, nowMs: number): ServedPeriod => {
  return { id: period.id, from: period.from, to: period.to, open: isOpen(period, nowMs) };
};
