import { OVERALL } from '../../shared/questionnaire.ts';
import type { Shape } from '../../shared/tally.ts';

/**
 * Headlines and factors of a group that waits are read from different states (`release-step.ts`). Items are read from that of the
 * factors, of half-months that have closed only: where a factor moves by ten forms, an item moves by three.
 */
export type Kind = 'headlines' | 'factors' | 'items';

export const OVERALL_QUESTION = 'overall';

/** An item as a group of its own, by its number in the questionnaire. */
export const itemGroup = (number: number) => `item ${number}`;
/** The item of a group that is a single question; undefined where it is more. */
export function itemOfGroup(group: string): number | undefined {
  if (group === OVERALL_QUESTION) return OVERALL;
  return group.startsWith('item ') ? Number(group.slice(5)) : undefined;
}

/** Factors and items are served from states of their own. */
export function kindOf(shape: Shape, code: string): Kind {
  if ((itemOfGroup(code) ?? OVERALL) !== OVERALL) return 'items';
  const members = shape.groups.get(code)?.factors;
  return members?.length === 1 && members[0]!.code === code ? 'factors' : 'headlines';
}
