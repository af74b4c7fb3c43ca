import type { PointsChange } from '../../shared/wire/overview.ts';
import { namePeriod } from '../text/name-period.ts';
import { useWords } from '../text/use-words.ts';
import { writeDecimal } from '../text/write-number.ts';

interface ChangeLineProps {
  readonly change: PointsChange | null;
  /** Id of the period that the figure is compared with. */
  readonly former: string;
}

/** What became of a figure since the period before. Only the test calls it a change, never the points by themselves. */
export function ChangeLine({ change, former }: ChangeLineProps) {
  const { words, language } = useWords();
  const since = words.change.since(namePeriod(former, language));
  if (!change) {
    return (
      <p class="change-line">
        {since}: {words.change.none}
      </p>
    );
  }
  const { points, state } = change;
  const moved =
    points === 0
      ? words.change.same
      : words.change[points > 0 ? 'up' : 'down'](writeDecimal(Math.abs(points), language));
  return (
    <p class={`change-line ${state}`}>
      {since}: <b>{moved}</b> – {words.change[state === 'not-clear' ? 'unclear' : 'clear']}
    </p>
  );
}
