import type { Item } from '../../../shared/questionnaire.ts';
import { type DraftItem, isUnchanged } from '../../../shared/questionnaire-draft.ts';
import type { DraftLanguage } from '../../../shared/wire/questionnaire-versions.ts';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { HeadlineFields, TextFields } from './text-fields.tsx';

interface ItemFieldsProps {
  readonly item: DraftItem;
  /** As the version before has it; undefined: it is new. */
  readonly former: Item | undefined;
  readonly languages: readonly DraftLanguage[];
  readonly set: (item: DraftItem) => void;
  /** Takes a new item away. */
  readonly drop: (() => void) | undefined;
}

const RELATIONS = ['near', 'reworded', 'other'] as const;

/** The words of one item in both languages; beside changed ones those of before, and the question what they have in common. */
export function ItemFields({ item, former, languages, set, drop }: ItemFieldsProps) {
  const { own } = useQuestionnaireWords();
  const words = own.draft;
  const at = `items.${item.number}`;
  const isChanged = former !== undefined && !isUnchanged(item, former);
  return (
    <div class="item-fields">
      <HeadlineFields
        name={`${at}.headline`}
        value={item.headline}
        set={(headline) => set({ ...item, headline })}
      />
      <TextFields
        label={words.text}
        name={`${at}.text`}
        help={words.textHelp}
        value={item.text}
        set={(text) => set({ ...item, text })}
      />
      <TextFields
        label={words.note}
        name={`${at}.note`}
        help={words.noteHelp}
        value={item.note}
        set={(note) => set({ ...item, note })}
      />
      {isChanged && (
        <div class="words-before">
          <p class="help">{words.before}</p>
          <blockquote lang="vi">
            <b>{former.headline.vi}</b>
            <br />
            {former.text.vi}
            {former.note && ` (${former.note.vi})`}
          </blockquote>
          <ChooseMany
            one
            label={words.relation}
            name={`${at}.relation`}
            help={words.relationHelp}
            options={RELATIONS.map((id) => ({ id, ...words.relations[id] }))}
            value={item.relation === null ? [] : [item.relation]}
            set={([relation]) =>
              set({ ...item, relation: RELATIONS.find((one) => one === relation) ?? null })
            }
          />
        </div>
      )}
      {languages.map(({ code, name, says }) => {
        const texts = [`item-${item.number}`, `item-${item.number}-full`, `item-${item.number}-note`].flatMap(
          (key) => says[key] ?? [],
        );
        return (
          texts.length > 0 && (
            <div class="words-before" key={code}>
              <p class="help">{words.says(name)}</p>
              <blockquote>
                {texts.map((text, i) => (
                  <p key={i}>{text}</p>
                ))}
              </blockquote>
            </div>
          )
        );
      })}
      {drop && (
        <button type="button" class="quiet-button danger" onClick={drop}>
          {words.remove}
        </button>
      )}
    </div>
  );
}
