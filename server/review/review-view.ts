import { spanOf } from '../../shared/dossier-spans.ts';
import { halfMonthOf, monthsUpTo } from '../../shared/period.ts';
import { fraction, percentHalfUp } from '../../shared/rational.ts';
import { MIN_N } from '../../shared/score.ts';
import type { FormsAgainstDossiers, ReviewPoint, ReviewView } from '../../shared/wire/cohort-review.ts';
import type { UnitName } from '../../shared/wire/overview.ts';
import type { Caller } from '../caller.ts';
import { ProblemError } from '../problem.ts';
import { allCohortReviews } from '../store/cohort-reviews.ts';
import { dossierStatistics } from '../store/dossier-figures.ts';
import { findingsSince } from '../store/findings.ts';
import { keptFlags } from '../store/flag-counts.ts';
import { namesOf } from '../store/names-of.ts';
import { type ServicePoint, subtreeOf, type Unit } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';
import { tellCounts } from './tell-counts.ts';
import { formsOfMonth } from '../store/tallied-forms.ts';

/** What is older is history. */
const MONTHS = 13;

/** What a reviewer looks at: the service points of a unit in one half-month that has ended. */
export async function reviewView(
  read: Reader,
  { scope, today }: Caller,
  asked: { readonly unit: string; readonly halfMonth: string | undefined },
): Promise<ReviewView> {
  const unit = scope.units.find(({ id }) => id === asked.unit);
  if (!unit) throw new ProblemError('not-found');
  const halfMonths = monthsUpTo(halfMonthOf(today), MONTHS)
    .flatMap((month) => month.halfMonths)
    .filter((one) => one < halfMonthOf(today))
    .toReversed();
  const halfMonth = asked.halfMonth ?? halfMonths[0]!;
  if (!halfMonths.includes(halfMonth)) throw new ProblemError('malformed');
  const below = subtreeOf(scope.units, unit.id);
  const unitOf = new Map(below.map((one) => [one.id, one]));
  const points = [...scope.points.values()].filter((point) => unitOf.has(point.unit));
  return {
    unit: nameOf(unit),
    halfMonth,
    halfMonths,
    points: await pointsOf(read, points, unitOf, halfMonth),
    dossiers: await againstDossiers(read, points, below, { halfMonth, today }),
  };
}

const nameOf = ({ id, name, tree }: Unit): UnitName => ({ id, name, tree });

/** Those of which something is to be said. */
async function pointsOf(
  read: Reader,
  points: readonly ServicePoint[],
  unitOf: ReadonlyMap<string, Unit>,
  halfMonth: string,
): Promise<ReviewPoint[]> {
  const kept = await keptFlags(read, halfMonth);
  const findings = (await findingsSince(read, halfMonth)).filter((one) => one.halfMonth === halfMonth);
  const reviews = (await allCohortReviews(read)).filter(({ span }) => halfMonthOf(span) === halfMonth);
  const names = await namesOf(
    read,
    reviews.map(({ author }) => author),
  );
  return points
    .map((point): ReviewPoint => {
      const flags = kept.get(point.id);
      return {
        point: { id: point.id, name: point.name },
        unit: nameOf(unitOf.get(point.unit)!),
        counts: flags ? tellCounts(flags.all) : null,
        halfDays: Object.entries(flags?.halfDays ?? {})
          .filter(([, { flagged }]) => flagged >= MIN_N)
          .map(([halfDay, { forms }]) => ({ halfDay, forms })),
        signs: findings.find(({ servicePoint }) => servicePoint === point.id)?.signs ?? [],
        reviews: reviews
          .filter((review) => review.point === point.id)
          .map(({ id, span, flag, decision, reason, author, day }) => {
            return { id, span, flag, decision, reason, author: names.get(author) ?? author, day };
          }),
      };
    })
    .filter(({ counts, signs, reviews: made }) => counts !== null || signs.length > 0 || made.length > 0);
}

/** Units with points of their own whose forms, or dossiers, are known. */
async function againstDossiers(
  read: Reader,
  points: readonly ServicePoint[],
  units: readonly Unit[],
  { halfMonth, today }: { readonly halfMonth: string; readonly today: string },
): Promise<FormsAgainstDossiers[]> {
  const own = units.filter((unit) => points.some((point) => point.unit === unit.id));
  const span = spanOf(`${halfMonth.slice(0, 7)}-01`, 'month');
  const dossiers = await dossierStatistics(
    read,
    own.map(({ id }) => id),
    [span],
    { field: null, today },
  );
  const forms = await formsOfMonth(read, span.id);
  return own.flatMap((unit): FormsAgainstDossiers[] => {
    const counts = dossiers.find((one) => one.unit === unit.id);
    const { early, onTime, late } = counts ?? { early: null, onTime: null, late: null };
    const returned = early === null || onTime === null || late === null ? null : early + onTime + late;
    const ofUnit = points.filter((point) => point.unit === unit.id);
    const taken = ofUnit.reduce((sum, point) => sum + (forms.get(point.id) ?? 0), 0);
    if (taken === 0) return [];
    const named = taken < MIN_N ? null : taken;
    const above = named === null || returned === null ? null : Math.max(0, named - returned);
    const isRated = named !== null && returned !== null && returned > 0;
    const takeUp = isRated ? percentHalfUp(fraction(named, returned), 1) : null;
    return [{ unit: nameOf(unit), month: `month-${span.id}`, forms: named, returned, takeUp, above }];
  });
}
