import type { FactorRow, ItemRow } from '../../shared/wire/overview.ts';
import { ChartOrTable } from '../parts/chart-or-table.tsx';
import type { OpenPassport } from '../parts/asked-passport.ts';
import { ScoreText } from '../parts/score-text.tsx';
import { TargetMark } from '../parts/target-mark.tsx';
import { useWords } from '../text/use-words.ts';
import { writeCount, writeDecimal } from '../text/write-number.ts';
import { divergingBar, reachOf } from './diverging-bar.ts';
import type { Reach } from './diverging-bar.ts';
import { FigureLink } from './figure-link.tsx';

const AREAS = ['I', 'II'] as const;

/**
 * The nine factors as diverging bars. Drawn by the page itself: words and counts stand in the bars as text,
 * so they print in greyscale, grow with the reader's letters and are read aloud.
 */
export function FactorBars({
  factors,
  dates,
  openPassport,
}: {
  readonly factors: readonly FactorRow[];
  readonly dates: string;
  readonly openPassport: OpenPassport;
}) {
  const { words, language, say } = useWords();
  const reach = reachOf(
    factors.flatMap(({ levels, items }) =>
      [levels, ...items.map((item) => item.levels)].filter((one) => one !== null),
    ),
  );
  const counts = (levels: readonly number[] | null) =>
    words.factors.levels.map((_, level) => (levels ? writeCount(levels[level] ?? 0, language) : '–'));
  const areas: Readonly<Record<string, string>> = { I: words.policy, II: words.service };
  const chart =
    factors.length === 0 ? (
      <p class="nothing">{words.factors.empty}</p>
    ) : (
      <>
        <ul class="legend" aria-label={words.factors.legend}>
          {words.factors.levels.map((name, level) => (
            <li key={name}>
              <span class={`swatch level-${level + 1}`} aria-hidden="true" /> {name}
            </li>
          ))}
        </ul>
        {AREAS.map((area) => (
          <div class="factor-area" key={area}>
            <h3>{areas[area]}</h3>
            <ul class="factor-rows">
              {factors
                .filter((factor) => factor.area === area)
                .map((factor) => (
                  <FactorLine key={factor.code} {...{ factor, reach, openPassport }} />
                ))}
            </ul>
          </div>
        ))}
        <p class="note">
          {words.factors.note} {words.factors.itemsNote} {words.greyLegend}
        </p>
      </>
    );
  return (
    <ChartOrTable
      id="factors"
      title={words.factors.title}
      dates={dates}
      chart={chart}
      columns={[
        words.factors.factor,
        words.factors.figure,
        words.target.against,
        words.factors.gap,
        ...words.factors.levels,
        words.factors.noOpinionCol,
      ]}
      rows={factors.flatMap((factor) => [
        {
          key: factor.code,
          cells: [
            say(factor.name),
            <FactorFigure factor={factor} openPassport={openPassport} />,
            factor.targetState ? <TargetMark state={factor.targetState} target={null} short /> : '–',
            factor.gap === null ? '–' : writeDecimal(Math.max(factor.gap, 0), language),
            ...counts(factor.levels),
            factor.noOpinion === null ? '–' : writeCount(factor.noOpinion, language),
          ],
        },
        ...factor.items.map((item) => ({
          key: String(item.number),
          cells: [
            <span class="item-name">{`${item.number}. ${say(item.name)}`}</span>,
            <ScoreText score={item.score} />,
            '–',
            '–',
            ...counts(item.levels),
            'withheld' in item.score ? '–' : writeCount(item.score.noOpinion, language),
          ],
        })),
      ])}
    />
  );
}

interface FactorFigureProps {
  readonly factor: FactorRow;
  readonly openPassport: OpenPassport;
}

function FactorFigure({ factor: { code, name, score }, openPassport }: FactorFigureProps) {
  const { say } = useWords();
  const asked = { group: code, by: null, value: '', name: say(name) };
  return <FigureLink score={score} name={say(name)} open={() => openPassport(asked)} />;
}

function FactorLine({ factor, reach, openPassport }: FactorFigureProps & { readonly reach: Reach }) {
  const { words, language, say } = useWords();
  return (
    <li>
      <div class="factor-row">
        <span class="factor-name">{say(factor.short)}</span>
        <LevelBar levels={factor.levels} reach={reach} />
        <span class="factor-figure">
          <FactorFigure factor={factor} openPassport={openPassport} />
          <span class="beside-figure">
            {factor.targetState && <TargetMark state={factor.targetState} target={null} short />}
            {factor.gap !== null && factor.gap > 0 && (
              <span>{words.attention.gap(writeDecimal(factor.gap, language))}</span>
            )}
            {factor.noOpinion !== null && (
              <span>{words.factors.noOpinion(writeCount(factor.noOpinion, language))}</span>
            )}
          </span>
        </span>
      </div>
      <details class="factor-items">
        <summary>{words.factors.items(factor.items.length)}</summary>
        <ul>
          {factor.items.map((item) => (
            <ItemLine key={item.number} item={item} reach={reach} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function ItemLine({ item, reach }: { readonly item: ItemRow; readonly reach: Reach }) {
  const { say } = useWords();
  return (
    <li class="factor-row">
      <span class="factor-name">
        {item.number}. {say(item.name)}
      </span>
      <LevelBar levels={item.levels} reach={reach} />
      <span class="factor-figure">
        <ScoreText score={item.score} />
      </span>
    </li>
  );
}

function LevelBar({ levels, reach }: { readonly levels: readonly number[] | null; readonly reach: Reach }) {
  const { words, language } = useWords();
  if (!levels) return <span class="bar bar-withheld" />;
  const spoken = levels
    .map((count, level) => `${words.factors.levels[level]}: ${writeCount(count, language)}`)
    .join('; ');
  return (
    <span class="bar" role="img" aria-label={spoken}>
      <span class="centre" style={{ left: `${(100 * reach.left) / (reach.left + reach.right)}%` }} />
      {divergingBar(levels, reach).map(({ level, start, width }) => {
        const label = writeCount(levels[level]!, language);
        return (
          <span
            key={level}
            class={`piece level-${level + 1}`}
            style={{ left: `${100 * start}%`, width: `${100 * width}%` }}
          >
            <span class={`count digits-${Math.min(label.length, 5)}`}>{label}</span>
          </span>
        );
      })}
    </span>
  );
}
