import type { Overview } from '../../shared/wire/overview.ts';
import { useWords } from '../text/use-words.ts';
import { ScoreText } from './score-text.tsx';

/** The two figures that are never the headline: both areas together, and the product's own overall question. */
export function OtherFigures({ headline }: { readonly headline: Overview['headline'] }) {
  const { words } = useWords();
  return (
    <section class="other-figures">
      <h2 class="unseen">{words.others}</h2>
      <dl>
        <div>
          <dt>{words.all}</dt>
          <dd>
            <ScoreText score={headline.all} />
          </dd>
        </div>
        <div>
          <dt>
            {words.overallQuestion} <small>{words.overallQuestionMore}</small>
          </dt>
          <dd>
            <ScoreText score={headline.overallQuestion} />
          </dd>
        </div>
      </dl>
    </section>
  );
}
