import type { Period } from '../../shared/period.ts';
import { changeDays, type DatedTree, treeOn, underUnit } from '../dated-tree.ts';
import { subtreeOf, type Unit, upwards } from '../store/organisation.ts';
import type { UnitHistory } from '../store/unit-history.ts';

/** Trees of other days as a reader may see them. */

export interface AskedUnit {
  readonly unit: string;
  /** Left out: the end of the period, today while it is open, or the nearest day on which the unit was there. */
  readonly day: string | undefined;
  readonly period: Period;
}

export interface SeenUnit {
  /** As it was on the day. */
  readonly unit: Unit;
  readonly tree: DatedTree;
}

/**
 * A unit in the tree of a day; undefined where the account may not see it. A reader sees what lies under their unit, or
 * under what it came from, in the tree of that day; and no service point that was under it neither at the end of the
 * period nor is today: an old tree must not show what a unit that has left does now.
 */
export function seenUnit(
  history: UnitHistory,
  account: string,
  asked: AskedUnit,
  today: string,
): SeenUnit | undefined {
  const known = history.units.find(({ id }) => id === asked.unit);
  if (!known) return undefined;
  const usual = asked.period.to < today ? asked.period.to : today;
  const day = asked.day ?? nearestDay(known, usual);
  // what is only planned has no figures yet; the account's own unit is there whatever the clock says
  if (day > today && asked.unit !== account) return undefined;
  const tree = treeOn(history, day);
  const own = underUnit(history, tree, account, today);
  const unit = own.units.find(({ id }) => id === asked.unit);
  if (!unit) return undefined;
  const mine = [usual, today].flatMap((end) => {
    const dated = treeOn(history, end);
    const inside = new Set(underUnit(history, dated, account, today).units.map(({ id }) => id));
    // before its first day the account's unit has what stands nowhere else
    return dated.points
      .filter((point) => point.unit === account || inside.has(point.unit))
      .map(({ id }) => id);
  });
  const allowed = new Set(mine);
  const below = new Set(subtreeOf(own.units, unit.id).map(({ id }) => id));
  const isForeign = own.points.some((point) => below.has(point.unit) && !allowed.has(point.id));
  return isForeign ? undefined : { unit, tree };
}

/** The day itself, or the nearest to it on which the unit was there. */
function nearestDay({ validFrom, validTo }: Unit, day: string): string {
  if (day < validFrom) return validFrom;
  return validTo !== null && day > validTo ? validTo : day;
}

/** The whole tree in which a unit stands, as of this day and as of every day on which it became another one. */
export function wholeTrees(history: UnitHistory, unit: Unit, tree: DatedTree): readonly DatedTree[] {
  const top = upwards(tree.units, unit.id).at(-1)!;
  let trees = known.get(tree);
  if (!trees) known.set(tree, (trees = new Map()));
  let own = trees.get(top.id);
  if (!own) trees.set(top.id, (own = findWhole(history, top, tree)));
  return own;
}

/** Of trees of a history, which is kept as long as nothing of it changes: by the top. */
const known = new WeakMap<DatedTree, Map<string, readonly DatedTree[]>>();

function findWhole(history: UnitHistory, top: Unit, tree: DatedTree): DatedTree[] {
  const others = changeDays(history)
    .filter((day) => day >= top.validFrom && day !== tree.day)
    .map((day) => treeOn(history, day));
  return [tree, ...others].map((dated) => {
    const units = subtreeOf(dated.units, top.id);
    const inside = new Set(units.map(({ id }) => id));
    return { day: dated.day, units, points: dated.points.filter((point) => inside.has(point.unit)) };
  });
}

/** Days up to today on which the tree that an account sees became another one, the newest first. */
export function daysSeen(history: UnitHistory, account: string, today: string): string[] {
  const days: string[] = [];
  let last = '';
  for (const day of changeDays(history)) {
    if (day > today) break;
    const { units } = underUnit(history, treeOn(history, day), account, today);
    const said = JSON.stringify(units.map(({ id, parent, name }) => [id, parent, name]));
    if (units.length > 0 && said !== last) days.unshift(day);
    last = said;
  }
  return days;
}
