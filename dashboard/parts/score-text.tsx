import type { ServedScore } from '../../shared/wire/overview.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount, writeInterval, writePercent } from '../text/write-number.ts';

interface ScoreTextProps {
  readonly score: ServedScore;
  /** Say the reason when withheld. */
  readonly why?: boolean;
}

/** A score in one line: percentage, interval, n; grey when there are few forms; words when withheld. */
export function ScoreText({ score, why = false }: ScoreTextProps) {
  const { words, language } = useWords();
  if ('withheld' in score) {
    const text = score.withheld === 'no-answers' ? '—' : words.withheld;
    return (
      <span class="score withheld">
        {text}
        {why && <span class="why"> {words.withheldWhy[score.withheld]}</span>}
      </span>
    );
  }
  return (
    <span class={score.grey ? 'score grey' : 'score'}>
      <b>{writePercent(score.percent, language)}</b>{' '}
      <span>{writeInterval(score.low, score.high, language)}</span>{' '}
      <span class="n">{words.n(writeCount(score.n, language))}</span>
    </span>
  );
}
