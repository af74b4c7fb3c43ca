import type { ServedScore } from '../../shared/wire/overview.ts';
import { isServed } from '../../shared/is-served.ts';
import { unbrokenRuns } from '../../shared/trend-series.ts';

const WIDTH = 240;
const HEIGHT = 88;
const LEFT = 24;
const EDGE = 8;
/** Room for the months below the axis. */
const BELOW = 20;

interface SmallLineProps {
  readonly scores: readonly ServedScore[];
  /** Lower end of the axis, the same for every unit; the upper end is 100. */
  readonly floor: number;
  readonly label: string;
  /** Positions at which another version of the questionnaire begins. */
  readonly starts: readonly number[];
  /** Period ids of the first and last month. */
  readonly ends: readonly (string | undefined)[];
}

/** One unit's months as a small picture: band, line, hollow dots under 30 forms, gaps where withheld. */
export function SmallLine({ scores, floor, label, starts, ends }: SmallLineProps) {
  const x = (index: number) =>
    LEFT + EDGE + (index * (WIDTH - LEFT - 2 * EDGE)) / Math.max(1, scores.length - 1);
  const y = (percent: number) => EDGE + ((100 - percent) * (HEIGHT - EDGE - BELOW)) / (100 - floor);
  const at = (index: number, read: (score: { percent: number; low: number; high: number }) => number) => {
    const score = scores[index]!;
    return isServed(score) ? `${x(index).toFixed(1)},${y(read(score)).toFixed(1)}` : '';
  };
  const runs = unbrokenRuns(
    scores.map((score) => (isServed(score) ? score.percent : null)),
    starts,
  );
  const indices = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return (
    <svg class="small-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line class="rule" x1={LEFT} x2={WIDTH} y1={y(100)} y2={y(100)} />
      <line class="rule" x1={LEFT} x2={WIDTH} y1={y((100 + floor) / 2)} y2={y((100 + floor) / 2)} />
      <line class="rule" x1={LEFT} x2={WIDTH} y1={y(floor)} y2={y(floor)} />
      <text x="0" y={y(100) + 3}>
        100
      </text>
      <text x="0" y={y(floor) + 3}>
        {floor}
      </text>
      {ends.map((month, end) => (
        <text key={end} x={end === 0 ? LEFT : WIDTH} y={HEIGHT - 2} text-anchor={end === 0 ? 'start' : 'end'}>
          {month && `${month.slice(11, 13)}/${month.slice(6, 10)}`}
        </text>
      ))}
      {starts.map((at) => (
        <line
          key={at}
          class="break"
          x1={(x(at - 1) + x(at)) / 2}
          x2={(x(at - 1) + x(at)) / 2}
          y1={y(100)}
          y2={y(floor)}
        />
      ))}
      {runs.map(({ first, last }) => {
        const steps = indices(first, last);
        return (
          <g key={first}>
            {first === last ? (
              <polyline class="whisker" points={`${at(first, (s) => s.high)} ${at(first, (s) => s.low)}`} />
            ) : (
              <>
                <polygon
                  class="band"
                  points={[
                    ...steps.map((i) => at(i, (s) => s.high)),
                    ...steps.toReversed().map((i) => at(i, (s) => s.low)),
                  ].join(' ')}
                />
                <polyline class="line" points={steps.map((i) => at(i, (s) => s.percent)).join(' ')} />
              </>
            )}
          </g>
        );
      })}
      {scores.map((score, index) =>
        isServed(score) ? (
          <circle
            key={index}
            class={score.grey ? 'dot hollow' : 'dot'}
            cx={x(index)}
            cy={y(score.percent)}
            r={3}
          />
        ) : null,
      )}
    </svg>
  );
}
