import { axisFloor } from '../../shared/axis-floor.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import type { PaperPicture } from '../print/official-paper.ts';
import {
  bar,
  BLACK,
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

/** Names stand on the left, numbers on the right. */
const [NAMES, NUMBERS] = [168, 48];
const ROW = 19;
const TOP = 16;

type Told = Pick<SurveyReport, 'factors' | 'target'>;

/** Each factor as a dot with its interval, and the target as a line; undefined where none is served. */
export function factorPicture({ factors, target }: Told, language: Language): PaperPicture | undefined {
  const words = chartWords[language];
  const scores = factors.map(({ score }) => score);
  if (scores.every((score) => 'withheld' in score)) return undefined;
  const floor = axisFloor(scores, target ? [target.percent] : []);
  const along = scaleOf(floor, CHART_WIDTH - NAMES - NUMBERS - 12);
  const x = (percent: number) => NAMES + along(percent);
  const bottom = TOP + ROW * factors.length;
  const upright = (percent: number, look: Parameters<typeof path>[1]) =>
    path(
      [
        [x(percent), TOP],
        [x(percent), bottom],
      ],
      look,
    );
  const parts = [
    ...marksOf(floor).flatMap((mark) => [
      upright(mark, { width: 0.4, ink: SOFT }),
      letters(String(mark), x(mark), bottom + 10, { anchor: 'middle' }),
    ]),
    ...(target
      ? [
          upright(target.percent, { width: 1, dash: '4 2.5' }),
          letters(words.target(writeTenths(target.percent, language)), x(target.percent), TOP - 5, {
            anchor: 'middle',
          }),
        ]
      : []),
    ...factors.flatMap(({ group, short, score }, i) => {
      const y = TOP + ROW * (i + 0.5);
      const name = letters(`${group}  ${short[language]}`, 0, y + 3, { size: 9.5 });
      if ('withheld' in score) return [name, letters(words.withheld, NAMES + 4, y + 3, { ink: '#404040' })];
      const { percent, low, high, grey } = score;
      const end = (bound: number) =>
        path([
          [x(bound), y - 3],
          [x(bound), y + 3],
        ]);
      return [
        name,
        path(
          [
            [x(low), y],
            [x(high), y],
          ],
          { width: 1.2 },
        ),
        end(low),
        end(high),
        dot(x(percent), y, grey),
        letters(writeShare(percent, language), CHART_WIDTH - 2, y + 3, { anchor: 'end', size: 9.5 }),
      ];
    }),
    letters(words.factorsKey, 0, bottom + 22, { size: 8.5 }),
  ];
  const said = factors.map(({ group, short, score }) =>
    'withheld' in score
      ? `${group} ${short[language]}: ${words.withheld}`
      : `${group} ${short[language]}: ${writeShare(score.percent, language)} (${writeBounds(score, language)})`,
  );
  const aimed = target ? ` ${words.target(writeTenths(target.percent, language))}.` : '';
  const alt = `${words.factorsAlt} ${said.join('; ')}.${aimed}`;
  return picture({ caption: words.factors, alt }, bottom + 26, parts);
}

/** Points by which each factor misses the target or passes it, the farthest below first; undefined without a target. */
export function gapPicture({ factors, target }: Told, language: Language): PaperPicture | undefined {
  const words = chartWords[language];
  const rows = factors
    .flatMap(({ group, short, gap, targetState }) =>
      gap === null || !targetState ? [] : [{ group, short, gap, targetState }],
    )
    .toSorted((a, b) => b.gap - a.gap);
  if (!target || rows.length === 0) return undefined;
  const states = 92;
  const [from, to] = [NAMES, CHART_WIDTH - states];
  const [least, most] = [
    Math.min(0, ...rows.map(({ gap }) => -gap)),
    Math.max(0, ...rows.map(({ gap }) => -gap)),
  ];
  // numbers stand beyond the ends of the bars
  const room = 30;
  const unit = (to - from - 2 * room) / Math.max(1, most - least);
  const x = (points: number) => from + room + (points - least) * unit;
  const bottom = TOP + ROW * rows.length;
  const signed = (gap: number) =>
    `${gap > 0 ? '−' : gap < 0 ? '+' : ''}${writeTenths(Math.abs(gap), language)}`;
  const parts = [
    letters(words.target(writeTenths(target.percent, language)), x(0), TOP - 5, { anchor: 'middle' }),
    ...rows.flatMap(({ group, short, gap, targetState }, i) => {
      const y = TOP + ROW * i;
      const [left, right] = [Math.min(x(0), x(-gap)), Math.max(x(0), x(-gap))];
      const beyond = gap > 0 ? left - 4 : right + 4;
      return [
        letters(`${group}  ${short[language]}`, 0, y + 12.5, { size: 9.5 }),
        bar(left, y + 4, right - left, ROW - 8, gap > 0 ? SOFT : PALE),
        letters(signed(gap), beyond, y + 12.5, { anchor: gap > 0 ? 'end' : 'start' }),
        letters(words.states[targetState], CHART_WIDTH - 2, y + 12.5, { anchor: 'end' }),
      ];
    }),
    path(
      [
        [x(0), TOP],
        [x(0), bottom],
      ],
      { width: 1, ink: BLACK },
    ),
    letters(words.gapsKey, 0, bottom + 12, { size: 8.5 }),
  ];
  const said = rows.map(
    ({ group, short, gap, targetState }) =>
      `${group} ${short[language]}: ${signed(gap)} (${words.states[targetState]})`,
  );
  return picture({ caption: words.gaps, alt: `${words.gapsAlt} ${said.join('; ')}.` }, bottom + 16, parts);
}
