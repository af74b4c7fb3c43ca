import type { Language } from '../../shared/questionnaire.ts';
import type { Place } from '../../shared/wire/device.ts';
import { askUs } from '../parts/ask-us.ts';
import { fieldsAt } from '../visit/visit.ts';
import type { ConsentScript } from '../../shared/consent-script.ts';
import { consentTexts } from './consent-text.ts';
import type { Chosen } from './chosen-place.ts';
import type { InterviewWords } from './interview-words.ts';
import { Panel, WordList } from './panel.tsx';

/** What comes before the first question: where the person was, what for, and whether they agree. */
interface PartProps {
  readonly words: InterviewWords;
  readonly language: Language;
  readonly place: Place;
  readonly onBack: () => void;
}

export function CounterPart(
  props: PartProps & {
    /** The interviewer's own counter is asked for, not the person's. */
    readonly isDuty: boolean;
    readonly onChoose: (counter: string | null) => void;
  },
) {
  const { words, language, place, isDuty, onChoose } = props;
  const said = isDuty ? words.duty : words.counter;
  const none = isDuty ? words.duty.none : words.counter.other;
  const items = [
    ...(place.counters ?? []).map(({ id, name }) => ({ name: name[language], onChoose: () => onChoose(id) })),
    { name: none, isOther: true, onChoose: () => onChoose(null) },
  ];
  return (
    <Panel
      name={isDuty ? 'duty' : 'counter'}
      title={said.title}
      text={isDuty ? words.duty.text : undefined}
      acts={[{ label: words.back, onTouch: props.onBack }]}
    >
      <WordList label={said.title} items={items} />
    </Panel>
  );
}

export function FieldPart(
  props: PartProps & {
    readonly counter: string | null;
    readonly onChoose: (field: string | null) => void;
  },
) {
  const { words, language, place, counter, onChoose } = props;
  const items = [
    ...fieldsAt(place, counter).map(({ code, name }) => ({
      name: name[language],
      onChoose: () => onChoose(code),
    })),
    { name: words.field.other, isOther: true, onChoose: () => onChoose(null) },
  ];
  return (
    <Panel name="field" title={words.field.title} acts={[{ label: words.back, onTouch: props.onBack }]}>
      <WordList label={words.field.title} items={items} />
    </Panel>
  );
}

export function ConsentPart(
  props: PartProps & {
    readonly script: ConsentScript;
    readonly chosen: Chosen;
    readonly interviewer: string;
    readonly questions: number;
    readonly isOwnCounter: boolean;
    readonly onAgree: () => void;
    readonly onRefuse: () => void;
  },
) {
  const { words, language, place, chosen } = props;
  const named = fieldsAt(place, chosen.counter).find(({ code }) => code === chosen.field);
  const asked = {
    interviewer: props.interviewer,
    field: named?.name[language],
    questions: props.questions,
  };
  const counter = place.counters?.find(({ id }) => id === chosen.counter);
  return (
    <Panel
      name="consent"
      title={words.consent.title}
      eyebrow={[counter?.name[language], named?.name[language]].filter(Boolean).join(' · ') || undefined}
      acts={[
        { label: words.consent.agree, look: 'primary', onTouch: props.onAgree },
        { label: words.consent.refuse, onTouch: props.onRefuse },
        { label: words.back, onTouch: props.onBack },
      ]}
    >
      {props.isOwnCounter && (
        <p class="note" role="alert">
          {words.consent.ownCounter}
        </p>
      )}
      <ReadOut texts={consentTexts(props.script, place, asked, language)} />
      <AskUs {...{ words, place }} />
    </Panel>
  );
}

/** What is read out, word by word. */
export function ReadOut({ texts }: { readonly texts: readonly string[] }) {
  return (
    <blockquote class="read-out">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </blockquote>
  );
}

/** For whoever asks whom they are talking to, or whom they can turn to. */
export function AskUs({ words, place }: Pick<PartProps, 'words' | 'place'>) {
  return (
    <>
      {askUs(words, place).map((text) => (
        <p key={text} class="ask-us">
          {text}
        </p>
      ))}
    </>
  );
}
