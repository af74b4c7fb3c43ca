import { changeSince, type PointsChange } from '../../shared/compare.ts';
import type { Period } from '../../shared/period.ts';
import { isWithheld } from '../../shared/score.ts';
import { type FlaggedPair, type LatePair, TRUST_GROUPS } from '../../shared/wire/trust.ts';
import { withheldRows } from '../withhold.ts';
import { figureIn, hideFigure, isServed, type World, type WorldFigure } from './trust-worlds.ts';

/** Forms of the half-months that have closed, in their parts. */
export interface Parts {
  readonly all: World;
  readonly unmarked: World;
  readonly marked: World;
}

/**
 * The figure with and without marked forms. The difference of the two is a cell, so with one to nine marked forms only the
 * full figure is served; and each of the three must hold in its own world, by period and place.
 */
export function flaggedPairs({ all, unmarked, marked }: Parts, run: Period): FlaggedPair[] {
  return TRUST_GROUPS.map((group): FlaggedPair => {
    const full = figureIn(all, run, group);
    const isHidden =
      !isServed(full) || [unmarked, marked].some(({ naming, place }) => !naming.mayName(place, run, group));
    const own = figureIn(unmarked, run, group);
    const without = isHidden ? hideFigure(own) : own;
    const others = marked.readOut.figure(marked.place, run, group);
    return {
      group,
      full: full.served,
      without: without.served,
      change: isServed(without) ? pointsOf(without, full, changeSince(own.exact, others.exact)) : null,
    };
  });
}

/** A part is tested against the rest; the points are those between the two figures as they are printed. */
function pointsOf(part: WorldFigure, whole: WorldFigure, tested: PointsChange | undefined): PointsChange {
  const printed = changeSince(part.exact, whole.exact)!;
  return { points: printed.points, state: tested?.state ?? 'not-clear' };
}

/** How many forms there are and how many of them are marked; null where that would tell of one to nine. */
export function countMarked({ all, marked, unmarked }: Parts, run: Period) {
  const forms = all.naming.count(all.place, run);
  const isNamed = forms > 0 && all.naming.mayName(all.place, run);
  const isTold = isNamed && [marked, unmarked].every(({ naming, place }) => naming.mayName(place, run));
  return {
    forms: isNamed ? forms : null,
    flagged: isTold ? marked.naming.count(marked.place, run) : null,
  };
}

/** Late, on time (early too) and unknown are one breakdown of what came by telephone and ticket. */
export interface Punctuality {
  readonly onTime: World;
  readonly late: World;
  readonly unknown: World;
}

export function latePairs({ onTime, late, unknown }: Punctuality, run: Period): LatePair[] {
  return TRUST_GROUPS.map((group): LatePair => {
    const figures = [onTime, late, unknown].map((world) => figureIn(world, run, group));
    const hidden = withheldRows(
      figures.map((figure) => ({ n: figure.n, withheld: figure.n > 0 && !isServed(figure) })),
    );
    const [punctual, tardy] = figures.map((figure, i) => (hidden[i] ? hideFigure(figure) : figure));
    const isTold = isServed(punctual!) && isServed(tardy!) && !isWithheld(tardy!.exact);
    return {
      group,
      onTime: punctual!.served,
      late: tardy!.served,
      change: isTold ? (changeSince(tardy!.exact, punctual!.exact) ?? null) : null,
    };
  });
}
