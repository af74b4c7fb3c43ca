import type { FactorRow } from '../../shared/wire/overview.ts';
import { ChartOrTable } from '../parts/chart-or-table.tsx';
import { ScoreText } from '../parts/score-text.tsx';
import { TargetMark } from '../parts/target-mark.tsx';
import { useWords } from '../text/use-words.ts';
import { writeCount } from '../text/write-number.ts';
import { divergingBar, reachOf } from './diverging-bar.ts';
import type { Reach } from './diverging-bar.ts';

const AREAS = ['I', 'II'] as const;

/**
 * The nine factors as diverging bars. Drawn by the page itself: words and counts stand in the bars as text,
 * so they print in greyscale, grow with the reader's letters and are read aloud.
 */
export function FactorBars({
  factors,
  dates,
}: {
  readonly factors: readonly FactorRow[];
  readonly dates: string;
}) {
  const { words, language, say } = useWords();
  const reach = reachOf(factors.flatMap(({ levels }) => (levels ? [levels] : [])));
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
                  <FactorLine key={factor.code} factor={factor} reach={reach} />
                ))}
            </ul>
          </div>
        ))}
        <p class="note">
          {words.factors.note} {words.greyLegend}
        </p>
      </>
    );
  return (
    <ChartOrTable
      title={words.factors.title}
      dates={dates}
      chart={chart}
      columns={[
        words.factors.factor,
        words.factors.figure,
        words.target.against,
        ...words.factors.levels,
        words.factors.noOpinionCol,
      ]}
      rows={factors.map((factor) => ({
        key: factor.code,
        cells: [
          say(factor.name),
          <ScoreText score={factor.score} />,
          factor.targetState ? <TargetMark state={factor.targetState} target={null} short /> : '–',
          ...(factor.levels ?? words.factors.levels.map(() => null)).map((count) =>
            count === null ? '–' : writeCount(count, language),
          ),
          factor.noOpinion === null ? '–' : writeCount(factor.noOpinion, language),
        ],
      }))}
    />
  );
}

function FactorLine({ factor, reach }: { readonly factor: FactorRow; readonly reach: Reach }) {
  const { words, language, say } = useWords();
  const levels = factor.levels;
  const spoken = levels
    ? levels
        .map((count, level) => `${words.factors.levels[level]}: ${writeCount(count, language)}`)
        .join('; ')
    : undefined;
  return (
    <li class="factor-row">
      <span class="factor-name">{say(factor.short)}</span>
      {levels ? (
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
      ) : (
        <span class="bar bar-withheld" />
      )}
      <span class="factor-figure">
        <ScoreText score={factor.score} />
        <span class="beside-figure">
          {factor.targetState && <TargetMark state={factor.targetState} target={null} short />}
          {factor.noOpinion !== null && (
            <span>{words.factors.noOpinion(writeCount(factor.noOpinion, language))}</span>
          )}
        </span>
      </span>
    </li>
  );
}
