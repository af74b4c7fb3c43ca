import { type Span, spansBetween } from '../../shared/dossier-spans.ts';
import { byLateness, FEW_RETURNED, markOf, returnedOf, shareInPercent } from '../../shared/late-dossiers.ts';
import { addDays } from '../../shared/period.ts';
import type { DossierCounts } from '../../shared/wire/dossier-requests.ts';
import type { BoardCounts, BoardSpan, BoardUnit, LateBoard } from '../../shared/wire/late-board.ts';
import type { Caller } from '../caller.ts';
import { ProblemError } from '../problem.ts';
import { addCounts, dossiersByField, newestLists, sumOfCounts } from '../store/dossier-figures.ts';
import { fieldsOf } from '../store/fields.ts';
import { hasEndedBy, subtreeOf, type Unit } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

/** A quarter of weeks, a year of months, and the one that runs. */
const DAYS_OFFERED: Readonly<Record<BoardSpan, number>> = { week: 7 * 13, month: 365 };

/** Units of the caller's scope at and below one of them, in a week or a month. */
export async function buildBoard(
  read: Reader,
  { scope, today }: Caller,
  asked: { readonly unit: string; readonly span: BoardSpan; readonly at: string | undefined },
): Promise<LateBoard> {
  const unit = scope.units.find(({ id }) => id === asked.unit);
  if (!unit) throw new ProblemError('not-found');
  const spans = spansBetween(addDays(today, -DAYS_OFFERED[asked.span]), today, asked.span).toReversed();
  const span = asked.at === undefined ? spans[0]! : spans.find(({ id }) => id === asked.at);
  if (!span) throw new ProblemError('malformed');
  const units = receiving(subtreeOf(scope.units, unit.id), scope.points.values(), span);
  const ids = units.map(({ id }) => id);
  const known = await dossiersByField(read, ids, [span], today);
  const listedOn = await newestLists(read, ids);
  const names = new Map((await fieldsOf(read, scope.tree)).map(({ code, name }) => [code, name]));
  const told = known.filter(({ source }) => source !== null);
  const byField = new Map<string, DossierCounts>();
  for (const { fields } of told)
    for (const [field, counts] of fields) {
      const before = byField.get(field);
      byField.set(field, before ? addCounts(before, counts) : counts);
    }
  return {
    unit: nameOf(unit),
    today,
    span: { kind: asked.span, ...span, isRunning: span.to >= today },
    spans: spans.map(({ id }) => id),
    total: boardCounts(sumOfCounts(told.map(({ all }) => all))),
    units: units
      .map((one, i): BoardUnit => {
        const { source, all } = known[i]!;
        const isListed = source === 'list';
        return {
          unit: nameOf(one),
          source,
          listedOn: isListed ? (listedOn.get(one.id) ?? null) : null,
          ...boardCounts(all),
        };
      })
      .toSorted(byLateness),
    fields: [...byField]
      .map(([field, counts]) => ({
        field,
        name: names.get(field) ?? { vi: field, en: field },
        ...boardCounts(counts),
      }))
      .toSorted(byLateness),
    withoutFields: told.filter(({ fields, all }) => fields.size === 0 && returnedOf(all) !== 0).length,
  };
}

const nameOf = ({ id, name, tree }: Unit) => ({ id, name, tree });

/** Those with service points of their own; one that has ended before the span is history. */
function receiving(
  units: readonly Unit[],
  points: Iterable<{ readonly unit: string }>,
  span: Span,
): readonly Unit[] {
  const withPoints = new Set([...points].map((point) => point.unit));
  return units.filter((one) => withPoints.has(one.id) && !hasEndedBy(one, span.from));
}

function boardCounts(counts: DossierCounts): BoardCounts {
  const returned = returnedOf(counts);
  const { received, early, onTime, late, open, overdue } = counts;
  const isKnown = returned !== null && returned > 0;
  return {
    received,
    early,
    onTime,
    late,
    open,
    overdue,
    returned,
    onTimePercent: isKnown ? shareInPercent(returned - late!, returned) : null,
    latePercent: isKnown ? shareInPercent(late!, returned) : null,
    mark: isKnown ? markOf(late!, returned) : null,
    isFew: isKnown && returned < FEW_RETURNED,
  };
}
