import { factorsOf, type Questionnaire } from '../../../shared/questionnaire.ts';
import { blocksOf, type Draft, weightsIn } from '../../../shared/questionnaire-draft.ts';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { writeCount } from '../../text/write-number.ts';

/** The weights of the express form as they follow from what is asked: read, never typed. */
export function WeightTable({ base, draft }: { readonly base: Questionnaire; readonly draft: Draft }) {
  const { own, say, language } = useQuestionnaireWords();
  const words = own.weights;
  const count = (value: number) => writeCount(value, language);
  const weights = weightsIn(base, draft);
  const nameOf = (code: string) => say(factorsOf(base).find((factor) => factor.code === code)!.short);
  const rows = blocksOf(base, draft).map(({ factors, take, sizes }) => ({
    key: factors[0]!,
    name: factors.map(nameOf).join(', '),
    chance: words.chance(count(take), count(sizes.reduce((sum, size) => sum + size, 0))),
    weight: count(weights.get(factors[0]!)!),
  }));
  return (
    <section class="sheet">
      <h2>{words.title}</h2>
      <p class="note">{words.why}</p>
      <table class="weight-table">
        <thead>
          <tr>
            <th scope="col">{words.factor}</th>
            <th scope="col">{words.drawn}</th>
            <th scope="col">{words.weight}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, chance, weight }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{chance}</td>
              <td>{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
