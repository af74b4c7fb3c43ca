import { dayBefore, halfMonthOf, localDay } from '../../shared/period.ts';
import { audited } from '../audited.ts';
import { daysFrom, treeOn } from '../dated-tree.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem.ts';
import { type Scope, scopeOf } from '../scope.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { endAssignmentsAt } from '../store/device-moves.ts';
import { hasEndedBy, type ServicePoint, subtreeOf, type Unit } from '../store/organisation.ts';
import type { Tx } from '../store/store.ts';
import {
  endPoint,
  hasForms,
  lastOfPoint,
  lastOfUnit,
  lineage,
  readHistory,
  type UnitHistory,
} from '../store/unit-history.ts';

/** Nobody decides further ahead; a later year is a slip of the pen. */
const YEARS_AHEAD = 5;
/** After everything that is decided. */
const LAST_DAY = '9999-12-31';

/** What every act on the organisation stands on: who acts, on what, and from which day it may hold. */
export interface Ground {
  readonly tx: Tx;
  readonly history: UnitHistory;
  readonly scope: Scope;
  readonly today: string;
  /** A unit of the scope; `at` names the field that named it, left out = it was named by the address. */
  unitIn(id: string, at?: string): Unit;
  pointIn(id: string): ServicePoint;
  /** A unit below the account's own: only such a one may be moved, merged or closed. */
  belowOwn(id: string, at?: string): Unit;
  /** Ends the request unless an act on these may hold from the day. */
  mayHold(from: string, on: { readonly units: readonly string[]; readonly points: readonly string[] }): void;
  /**
   * The same for an act by which forms are counted elsewhere: in the past only where none have come since, at these
   * points and at all that stood under the units on any day since. What was served of a period must not change its
   * meaning behind the reader's back.
   */
  mayRegroup(
    from: string,
    on: { readonly units: readonly string[]; readonly points: readonly string[] },
  ): Promise<void>;
  /** Service points and counters under a unit, as last decided. */
  pointsUnder(unit: string): ServicePoint[];
  /** Ends service points with a day's beginning; devices at them stand nowhere from then on. */
  endPoints(points: readonly ServicePoint[], from: string): Promise<void>;
  write(unit: string, what: string, subject: string, details: Record<string, string | number>): Promise<void>;
}

export async function groundOf(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'random'>,
  account: StoredAccount,
): Promise<Ground> {
  const history = await readHistory(tx);
  const today = localDay(deps.clock());
  const scope = await scopeOf(tx, account, today);
  const own = lineage(history, account.unit, today);
  const unitIn = (id: string, at?: string): Unit => {
    const unit = scope.units.find((one) => one.id === id);
    if (unit) return unit;
    throw at === undefined ? new ProblemError('not-found') : invalid(at, 'unknown');
  };
  const pointsOn = (day: string, units: readonly string[]) => {
    const tree = treeOn(history, day);
    const below = new Set(units.flatMap((unit) => subtreeOf(tree.units, unit)).map(({ id }) => id));
    return tree.points.filter((point) => below.has(point.unit));
  };

  const mayHold: Ground['mayHold'] = (from, { units, points }) => {
    const latest = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
    if (from > latest) throw invalid('from', 'too-late');
    for (const id of units) {
      const unit = history.units.find((one) => one.id === id)!;
      if (unit.validTo !== null) throw new ProblemError('not-possible');
      if (from < lastOfUnit(history, id).starts) throw invalid('from', 'too-early');
    }
    for (const id of points) {
      // what has closed is not touched by the act
      if (history.points.find((one) => one.id === id)!.validTo !== null) continue;
      if (from < lastOfPoint(history, id).starts) throw invalid('from', 'too-early');
    }
  };
  const ground: Ground = {
    tx,
    history,
    scope,
    today,
    unitIn,
    pointIn(id) {
      const point = scope.points.get(id);
      if (!point) throw new ProblemError('not-found');
      return point;
    },
    belowOwn(id, at) {
      const unit = unitIn(id, at);
      if (own.has(id)) throw at === undefined ? new ProblemError('not-possible') : invalid(at, 'not-allowed');
      return unit;
    },
    mayHold,
    async mayRegroup(from, on) {
      mayHold(from, on);
      if (from >= today) return;
      const stood = daysFrom(history, from).flatMap((day) => pointsOn(day, on.units).map(({ id }) => id));
      if (await hasForms(tx, [...new Set([...on.points, ...stood])], halfMonthOf(from)))
        throw invalid('from', 'too-early');
    },
    pointsUnder: (unit) => pointsOn(LAST_DAY, [unit]),
    async endPoints(points, from) {
      const open = points.filter((point) => !hasEndedBy(point, from));
      for (const { id } of open) await endPoint(tx, id, dayBefore(from));
      await endAssignmentsAt(
        tx,
        open.map(({ id }) => id),
        dayBefore(from),
      );
    },
    write: (unit, what, subject, details) =>
      note(tx, audited(deps, { account: account.id, unit, what, subject, details })),
  };
  return ground;
}
