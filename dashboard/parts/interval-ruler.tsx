import type { ServedFigure, Target } from '../../shared/wire/overview.ts';

interface IntervalRulerProps {
  readonly figure: ServedFigure;
  readonly target: Target | null;
  /** Lower end of the scale, the same for figures that stand beside each other; the upper end is 100. */
  readonly floor: number;
}

/**
 * A scale up to 100 with the interval, the figure and the target on it. Everything it shows stands beside it in
 * words, so it is hidden from screen readers.
 */
export function IntervalRuler({ figure, target, floor }: IntervalRulerProps) {
  const at = (percent: number) => `${(100 * (percent - floor)) / (100 - floor)}%`;
  const length = (100 * (figure.high - figure.low)) / (100 - floor);
  return (
    <div class={figure.grey ? 'ruler grey' : 'ruler'} aria-hidden="true">
      <span>{floor}</span>
      <div class="scale">
        <span class="interval" style={{ left: at(figure.low), width: `${length}%` }} />
        <span class="figure-dot" style={{ left: at(figure.percent) }} />
        {target && <span class="aim" style={{ left: at(target.percent) }} />}
      </div>
      <span>100</span>
    </div>
  );
}
