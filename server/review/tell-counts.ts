import { FLAG_CLASSES } from '../../shared/flag-classes.ts';
import { MIN_N } from '../../shared/score.ts';
import type { FlagCounts, Told, ToldFlags } from '../../shared/wire/cohort-review.ts';

/**
 * What is told of counts of at least ten forms: who carries a mark, and who does not, is a cell like any other. So the
 * number is told where both are nobody or ten; else only on which side the few are.
 */
export function tellCounts(counts: FlagCounts): ToldFlags {
  const { forms } = counts;
  const classes = FLAG_CLASSES.map((flag) => [flag, tell(counts[flag], forms)] as const);
  return {
    forms,
    flagged: tell(counts.flagged, forms),
    classes: Object.fromEntries(classes) as ToldFlags['classes'],
  };
}

function tell(count: number, forms: number): Told {
  if (count > 0 && count < MIN_N) return 'few';
  const rest = forms - count;
  return rest > 0 && rest < MIN_N ? 'most' : count;
}
