import type { ServedScore } from '../../shared/wire/overview.ts';
import { ScoreText } from '../parts/score-text.tsx';
import { useWords } from '../text/use-words.ts';

interface FigureLinkProps {
  readonly score: ServedScore;
  /** What the figure is about, for people who do not see the row. */
  readonly name: string;
  readonly open: () => void;
  /** Say the reason when withheld. */
  readonly why?: boolean;
}

/** A figure that opens its passport; one that is withheld has nothing to show. */
export function FigureLink({ score, name, open, why = false }: FigureLinkProps) {
  const { words } = useWords();
  if ('withheld' in score) return <ScoreText score={score} why={why} />;
  return (
    <button type="button" class="figure-link" title={words.method.passport(name)} onClick={open}>
      <ScoreText score={score} />
      <span class="unseen">. {words.method.passport(name)}</span>
    </button>
  );
}
