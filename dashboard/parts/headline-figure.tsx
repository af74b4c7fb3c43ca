import type {
  MethodNote,
  PointsChange,
  ServedScore,
  Target,
  TargetState,
} from '../../shared/wire/overview.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount, writeInterval, writePercent, writeTarget } from '../text/write-number.ts';
import { ChangeLine } from './change-line.tsx';
import { IntervalRuler } from './interval-ruler.tsx';
import { TargetMark } from './target-mark.tsx';

interface HeadlineFigureProps {
  readonly name: string;
  readonly score: ServedScore;
  readonly method: MethodNote;
  /** Lower end of the ruler under the figure. */
  readonly floor: number;
  readonly target: Target | null;
  /** Said where there is none. */
  readonly noTarget: string;
  readonly state: TargetState | null;
  /** Against the period with this id; undefined where none came before. */
  readonly former: { readonly id: string; readonly change: PointsChange | null } | undefined;
}

/** One of the two percentages a manager came for, with everything that must stand beside it. */
export function HeadlineFigure({
  name,
  score,
  method,
  floor,
  target,
  noTarget,
  state,
  former,
}: HeadlineFigureProps) {
  const { words, language } = useWords();
  if ('withheld' in score) {
    return (
      <section class="headline bare">
        <h2>{name}</h2>
        <p class="big withheld">{score.withheld === 'no-answers' ? '—' : words.withheld}</p>
        <p class="beside">{words.withheldWhy[score.withheld]}</p>
        {target && (
          <p class="aim-line">{words.target.unjudged(target.year, writeTarget(target.percent, language))}</p>
        )}
      </section>
    );
  }
  return (
    <section class="headline">
      <h2>{name}</h2>
      <div class="figure-line">
        <p class="number">
          <span class={score.grey ? 'big grey' : 'big'}>{writePercent(score.percent, language)}</span>{' '}
          <span class="statistic">{words[method.statistic]}</span>
        </p>
        <p class="beside">
          <span>
            {words.interval}: <b class="whole">{writeInterval(score.low, score.high, language)}</b>
          </span>
          <span>
            <b>{words.forms(writeCount(score.n, language))}</b>
            <span class="no-opinion">{words.noOpinion(writePercent(score.noOpinionPercent, language))}</span>
          </span>
        </p>
      </div>
      <IntervalRuler figure={score} target={target} floor={floor} />
      <p class="aim-line">{target && state ? <TargetMark state={state} target={target} /> : noTarget}</p>
      {former && <ChangeLine change={former.change} former={former.id} />}
      {score.grey && <p class="grey-note">{words.greyNote}</p>}
    </section>
  );
}
