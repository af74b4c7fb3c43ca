import { axisFloor } from '../../shared/axis-floor.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { type Area, trendSeries, unbrokenRuns } from '../../shared/trend-series.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import type { PaperPicture } from '../print/official-paper.ts';
import {
  area,
  CHART_WIDTH,
  dot,
  letters,
  marksOf,
  PALE,
  path,
  picture,
  scaleOf,
  SOFT,
} from './chart-parts.ts';
import { chartWords } from './chart-words.ts';
import { writeBounds, writeShare, writeTenths } from './write-figure.ts';

const [LEFT, RIGHT] = [34, 12];
const PANEL = 112;
/** A title above each panel, its months below. */
const [ABOVE, BELOW] = [20, 26];

/** Month by month policy above service, each with its 95 % band and its target; undefined where no month is served. */
export function trendPicture(
  { trend, trendBreaks }: Pick<SurveyReport, 'trend' | 'trendBreaks'>,
  language: Language,
): PaperPicture | undefined {
  const words = chartWords[language];
  const scores = trend.flatMap(({ policy, service }) => [policy, service]);
  if (scores.every((score) => 'withheld' in score)) return undefined;
  const floor = axisFloor(
    scores,
    trend.flatMap(({ target }) => (target ? [target.percent] : [])),
  );
  const step = (CHART_WIDTH - LEFT - RIGHT) / trend.length;
  const x = (index: number) => LEFT + step * (index + 0.5);
  const panel = (which: Area, top: number): string[] => {
    const series = trendSeries(trend, which, trendBreaks);
    const up = scaleOf(floor, PANEL);
    const y = (percent: number) => top + ABOVE + PANEL - up(percent);
    const at = (list: readonly (number | null)[], index: number) => [x(index), y(list[index]!)] as const;
    const runs = unbrokenRuns(series.values, series.starts);
    const indices = ({ first, last }: { readonly first: number; readonly last: number }) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return [
      letters(words[which], LEFT, top + 10, { bold: true, size: 10 }),
      ...marksOf(floor).flatMap((mark) => [
        path(
          [
            [LEFT, y(mark)],
            [CHART_WIDTH - RIGHT, y(mark)],
          ],
          { width: 0.4, ink: SOFT },
        ),
        letters(String(mark), LEFT - 5, y(mark) + 3, { anchor: 'end' }),
      ]),
      ...runs.flatMap((run) => {
        const all = indices(run);
        const [highs, lows] = [series.highs, series.lows].map((list) => all.map((index) => at(list, index)));
        const line = all.map((index) => at(series.values, index));
        // one month has no width: its band is drawn as a line
        const band =
          all.length === 1
            ? path([highs![0]!, lows![0]!], { width: 5, ink: PALE })
            : area([...highs!, ...lows!.toReversed()], PALE);
        return [band, ...(all.length > 1 ? [path(line, { width: 1.4 })] : [])];
      }),
      ...unbrokenRuns(series.targets).flatMap((run) =>
        indices(run).map((index) => {
          const target = y(series.targets[index]!);
          return path(
            [
              [LEFT + step * index, target],
              [LEFT + step * (index + 1), target],
            ],
            { width: 0.9, dash: '4 2.5' },
          );
        }),
      ),
      ...series.starts.map((index) =>
        path(
          [
            [LEFT + step * index, top + ABOVE],
            [LEFT + step * index, top + ABOVE + PANEL],
          ],
          { width: 0.9, dash: '1 2' },
        ),
      ),
      ...series.values.flatMap((value, index) =>
        value === null ? [] : [dot(x(index), y(value), series.hollow[index]!)],
      ),
      ...series.labels.flatMap((label, index) =>
        label.map((text, line) =>
          letters(text, x(index), top + ABOVE + PANEL + 10 + 9 * line, { anchor: 'middle', size: 8.5 }),
        ),
      ),
    ];
  };
  const whole = ABOVE + PANEL + BELOW;
  return picture({ caption: words.trend, alt: saidOf(trend, language) }, 2 * whole + 12, [
    ...panel('policy', 0),
    ...panel('service', whole),
    letters(words.trendKey, LEFT, 2 * whole + 8, { size: 8.5 }),
  ]);
}

/** The picture in words: every number that is drawn. */
function saidOf(trend: SurveyReport['trend'], language: Language): string {
  const words = chartWords[language];
  const part = (which: Area) => {
    const months = trend.flatMap((point) => {
      const score = point[which];
      if ('withheld' in score) return [];
      const { from } = point;
      const month = `${from.slice(5, 7)}/${from.slice(0, 4)}`;
      return [`${month}: ${writeShare(score.percent, language)} (${writeBounds(score, language)})`];
    });
    return `${words[which]}: ${months.length > 0 ? months.join('; ') : words.nothing}.`;
  };
  const target = trend.at(-1)?.target;
  const aimed = target ? ` ${words.target(writeTenths(target.percent, language))}.` : '';
  return `${words.trendAlt} ${part('policy')} ${part('service')}${aimed}`;
}
