import { useTrustWords } from '../text/use-trust-words.ts';
import { writeCount } from '../text/write-number.ts';
import { ScoreText } from '../parts/score-text.tsx';
import { type Doubt, doubtsOf, type Evidence, verdictOf } from './trust-doubts.ts';

/** The answer in one sentence, the two figures it is about, and each point with what to do. */
export function VerdictPart(evidence: Evidence) {
  const { own, words, language } = useTrustWords();
  const doubts = doubtsOf(evidence);
  const verdict = verdictOf(evidence, doubts);
  const { policy, service } = evidence.trust.figures;
  const isDoubted = verdict === 'careful';
  return (
    <section class={`verdict ${verdict}`} aria-labelledby="verdict">
      <h2 id="verdict">
        {isDoubted ? own.verdict.careful(writeCount(doubts.length, language)) : own.verdict[verdict]}
      </h2>
      {verdict === 'few' && <p>{own.verdict.few2}</p>}
      <dl class="verdict-figures">
        <div>
          <dt>{words.policy}</dt>
          <dd>
            <ScoreText score={policy} why />
          </dd>
        </div>
        <div>
          <dt>{words.service}</dt>
          <dd>
            <ScoreText score={service} why />
          </dd>
        </div>
      </dl>
      {isDoubted && (
        <ol class="doubts">
          {doubts.map((doubt) => (
            <DoubtLine key={doubt.kind} doubt={doubt} />
          ))}
        </ol>
      )}
    </section>
  );
}

function DoubtLine({ doubt }: { readonly doubt: Doubt }) {
  const { own, language } = useTrustWords();
  const { what, act } =
    doubt.kind === 'proof'
      ? {
          what: own.proof.what(doubt.jobs.map((job) => own.ledger.proofs[job]).join('; ')),
          act: own.proof.act,
        }
      : {
          what: own.doubts[doubt.kind].what('count' in doubt ? writeCount(doubt.count, language) : ''),
          act: own.doubts[doubt.kind].act,
        };
  return (
    <li>
      <p>
        <b>{what}</b>
      </p>
      <p>
        {act} {doubt.part !== 'top' && <a href={`#${doubt.part}`}>{own.see}</a>}
      </p>
    </li>
  );
}
