import { changeSince, targetState } from '../../shared/compare.ts';
import type { PointsChange, Target, TargetState } from '../../shared/wire/overview.ts';
import type { ReadOut } from './read-out.ts';

/** What is said of a figure beside its number; of a withheld one nothing is. */
export type ReadFigure = ReturnType<ReadOut['figure']>;

/** Null where there is no target or no figure. */
export function againstTarget({ served, exact }: ReadFigure, target: Target | null): TargetState | null {
  if (!target || 'withheld' in served) return null;
  return targetState(exact, target.percent);
}

/** From one period to another; null where one of the two is withheld. */
export function changeOf(now: ReadFigure, before: ReadFigure): PointsChange | null {
  if ('withheld' in now.served || 'withheld' in before.served) return null;
  return changeSince(now.exact, before.exact) ?? null;
}
