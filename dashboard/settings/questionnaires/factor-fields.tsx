import { type Factor, itemsOf, type Questionnaire } from '../../../shared/questionnaire.ts';
import {
  type Draft,
  type DraftItem,
  type DraftText,
  isUnchanged,
  weightsIn,
} from '../../../shared/questionnaire-draft.ts';
import type { DraftView } from '../../../shared/wire/questionnaire-versions.ts';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ItemFields } from './item-fields.tsx';
import { TextFields } from './text-fields.tsx';

interface FactorFieldsProps {
  readonly base: Questionnaire;
  readonly view: DraftView;
  readonly draft: Draft;
  readonly factor: Factor;
  readonly editing: number | null;
  readonly setEditing: (number: number | null) => void;
  readonly setItem: (item: DraftItem) => void;
  readonly addItem: (factor: string) => void;
  readonly dropItem: (number: number) => void;
  readonly setLeftOut: (why: DraftText) => void;
}

/** The items of a factor in the order of the instrument: which are asked, and the words of the one that is open. */
export function FactorFields(props: FactorFieldsProps) {
  const { base, view, draft, factor, editing, setEditing, setItem, addItem, dropItem, setLeftOut } = props;
  const { own, say, language } = useQuestionnaireWords();
  const words = own.draft;
  const count = (value: number) => writeCount(value, language);
  const items = draft.items
    .filter((item) => item.factor === factor.code)
    .toSorted((a, b) => a.number - b.number);
  const asked = items.filter(({ isAsked }) => isAsked).length;
  const weight = weightsIn(base, draft).get(factor.code);
  const formerOf = new Map(itemsOf(base).map((item) => [item.number, item]));
  return (
    <fieldset class="factor-fields">
      <legend>
        {say(factor.name)}{' '}
        <span class="help">
          {weight === undefined
            ? own.factorNone
            : own.factorFacts(count(asked), count(items.length), count(weight))}
        </span>
      </legend>
      <ul>
        {items.map((item) => {
          const { number, headline, isAsked } = item;
          const former = formerOf.get(number);
          const isOpen = editing === number;
          return (
            <li key={number} class={isAsked ? undefined : 'not-asked'}>
              <div class="item-line">
                <label class="tick">
                  <input
                    type="checkbox"
                    id={`item-${number}`}
                    name={`items.${number}`}
                    checked={isAsked}
                    onChange={(change) => setItem({ ...item, isAsked: change.currentTarget.checked })}
                  />
                  <span>
                    <b>{number}.</b> {say(headline) || words.untitled}
                    {!former && <span class="state-chip planned">{words.isNew}</span>}
                    {former && !isUnchanged(item, former) && (
                      <span class="state-chip expected">{words.isChanged}</span>
                    )}
                  </span>
                </label>
                <button
                  type="button"
                  class="quiet-button"
                  aria-expanded={isOpen}
                  aria-label={isOpen ? words.close : words.edit(String(number))}
                  onClick={() => setEditing(isOpen ? null : number)}
                >
                  {isOpen ? words.close : words.editShort}
                </button>
              </div>
              {isOpen && (
                <ItemFields
                  item={item}
                  former={former}
                  languages={view.languages}
                  set={setItem}
                  drop={former ? undefined : () => dropItem(number)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <button type="button" class="as-link" onClick={() => addItem(factor.code)}>
        + {words.add(say(factor.short))}
      </button>
      {asked === 0 && (
        <TextFields
          label={words.leftOut}
          name={`factors.${factor.code}`}
          help={words.leftOutHelp}
          value={draft.leftOut[factor.code] ?? { vi: '', en: '' }}
          set={setLeftOut}
        />
      )}
    </fieldset>
  );
}
