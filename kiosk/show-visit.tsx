import type { VNode } from 'preact';
import { assertNever } from '../shared/assert.ts';
import { fillText, type Language, OVERALL, questionOf, type Questionnaire } from '../shared/questionnaire.ts';
import { REMARK_MOST } from '../shared/wire/batch.ts';
import type { Place } from '../shared/wire/device.ts';
import { Bar } from './parts/bar.tsx';
import { Dots } from './parts/dots.tsx';
import type { FaceLevel } from './parts/face.tsx';
import { Ring } from './parts/ring.tsx';
import { Tick } from './parts/tick.tsx';
import { AttractScreen, type LanguageChip } from './screens/attract-screen.tsx';
import { type Choice, ChoiceScreen, type FootButton, RemarkScreen } from './screens/choice-screen.tsx';
import { MessageScreen } from './screens/message-screen.tsx';
import { QuestionScreen } from './screens/question-screen.tsx';
import { ReviewScreen } from './screens/review-screen.tsx';
import { put, type Words } from './text/words.ts';
import {
  type Ending,
  ENDINGS,
  type FieldChoice,
  type Move,
  type Question,
  type Review,
  type Visit,
} from './visit/visit-states.ts';

/** Maps the state of a visit to its screen: the one place that knows both. */
export interface Show {
  readonly place: Place;
  readonly questionnaire: Questionnaire;
  /** A language comes when its words are there; Vietnamese always is. */
  readonly words: { readonly vi: Words; readonly en?: Words | undefined };
  readonly languages: readonly LanguageChip[];
  readonly send: (move: Move) => void;
}

/** Changes when the screen is another one: the focus then goes to its heading. */
export function screenName(state: Visit): string {
  switch (state.kind) {
    case 'question':
    case 'ending':
      return `${state.kind} ${state.at}`;
    case 'attract':
      return state.notice ? 'notice' : 'attract';
    default:
      return state.kind;
  }
}

const wordsIn = ({ words }: Show, language: Language): Words => words[language] ?? words.vi;
const namesOf = ({ point, unit }: Place) => ({ point: point.name, kind: unit.kind });

function showBar(show: Show, state: { readonly language: Language }, middle?: VNode, canEnd = true): VNode {
  const { place, send } = show;
  const end = { label: wordsIn(show, state.language).end, onEnd: () => send({ kind: 'end' }) };
  return <Bar place={place.point.name[state.language]} middle={middle} {...(canEnd && { end })} />;
}

/** The official stem once, before the first item; what "policy" means with the first policy item. */
function firstsOf(questionnaire: Questionnaire, items: readonly number[], at: number) {
  const isPolicy = (number: number) => questionOf(questionnaire, number)?.area === 'I';
  return {
    isFirstItem: items.findIndex((number) => number !== OVERALL) === at,
    isFirstPolicy: items.findIndex(isPolicy) === at,
  };
}

function showQuestion(show: Show, state: Question): VNode {
  const { questionnaire, place, send } = show;
  const { language, at, items, answers } = state;
  const words = wordsIn(show, language);
  const number = items[at]!;
  const question = questionOf(questionnaire, number)!;
  const fill = (text: Parameters<typeof fillText>[1]) =>
    fillText(questionnaire, text, namesOf(place), language);
  const { isFirstItem, isFirstPolicy } = firstsOf(questionnaire, items, at);
  const eyebrow = isFirstItem ? questionnaire.stem[language] : words.eyebrow;
  const chosen = answers[at] as FaceLevel | 0 | null;
  const progress = put(words.progress, { at: at + 1, of: items.length });
  return (
    <>
      {showBar(show, state, <Dots at={at} of={items.length} label={progress} />)}
      <QuestionScreen
        words={words}
        name={`question ${number}`}
        eyebrow={number === OVERALL ? undefined : eyebrow}
        headline={fill(question.headline)}
        text={fill(question.text)}
        meaning={isFirstPolicy ? questionnaire.policyNote[language] : undefined}
        note={question.note && fill(question.note)}
        levels={questionnaire.levels.map((level) => level[language])}
        noOpinion={questionnaire.noOpinion[language]}
        chosen={chosen ?? undefined}
        onAnswer={(answer) => send({ kind: 'answer', answer })}
        onBack={at > 0 || state.revising ? () => send({ kind: 'back' }) : undefined}
        onForward={chosen !== null && !state.picked ? () => send({ kind: 'forward' }) : undefined}
      />
    </>
  );
}

function choicesOf(show: Show, state: Ending): readonly Choice[] {
  const words = wordsIn(show, state.language);
  const { about } = state;
  const choice = (name: string, key: 'sex' | 'age' | 'kind', value: number | string): Choice => {
    const isChosen = about[key] === value;
    // Touching the chosen one again takes it back.
    const tell = { [key]: isChosen ? null : value } as Partial<Ending['about']>;
    return { name, isChosen, onChoose: () => show.send({ kind: 'tell', about: tell }) };
  };
  const kind = ENDINGS[state.at];
  if (kind === 'sex') return words.sexes.map((name, i) => choice(name, 'sex', i + 1));
  if (kind === 'age') return words.ages.map((name, i) => choice(name, 'age', i + 1));
  return [
    choice(words.kinds.person, 'kind', 'person'),
    choice(words.kinds.organisation, 'kind', 'organisation'),
  ];
}

function showEnding(show: Show, state: Ending): VNode {
  const { send } = show;
  const words = wordsIn(show, state.language);
  const kind = ENDINGS[state.at]!;
  const button = (label: string, move: 'back' | 'skip' | 'skip-all', look?: 'primary'): FootButton => ({
    label,
    onTouch: () => send({ kind: move }),
    ...(look && { look }),
  });
  const back = button(words.back, 'back');
  const isSaid = state.remark.trim() !== '';
  const frame = { name: kind, title: words.endingTitles[kind] };
  const progress = put(words.endingProgress, { at: state.at + 1, of: ENDINGS.length });
  return (
    <>
      {showBar(show, state, <b>{progress}</b>)}
      {kind === 'remark' ? (
        <RemarkScreen
          {...frame}
          why={words.remarkWarning}
          label={words.remarkLabel}
          remark={state.remark}
          most={REMARK_MOST}
          onRemark={(text) => send({ kind: 'remark', text })}
          buttons={[back, button(isSaid ? words.forward : words.skipAll, 'skip', 'primary')]}
        />
      ) : (
        <ChoiceScreen
          {...frame}
          why={words.endingWhy}
          choices={choicesOf(show, state)}
          buttons={[back, button(words.skip, 'skip'), button(words.skipAll, 'skip-all', 'primary')]}
        />
      )}
    </>
  );
}

function showFields(show: Show, state: FieldChoice, timed: boolean): VNode {
  const words = wordsIn(show, state.language);
  const choice = (name: string, field: string | null): Choice => ({
    name,
    isOther: field === null,
    onChoose: () => show.send({ kind: 'field', field }),
  });
  const back = { label: words.back, onTouch: () => show.send({ kind: 'back' }) };
  return (
    <>
      {showBar(show, state)}
      <ChoiceScreen
        name="field"
        title={words.fieldTitle}
        choices={[
          ...show.place.fields.map(({ code, name }) => choice(name[state.language], code)),
          choice(words.fieldOther, null),
        ]}
        buttons={[timed ? back : undefined]}
      />
    </>
  );
}

function showReview(show: Show, state: Review, timed: boolean): VNode {
  const { questionnaire, place, send } = show;
  const { language } = state;
  const rows = state.items.map((number, i) => {
    const answer = state.answers[i] as FaceLevel | 0 | null;
    const level = answer === null || answer === 0 ? undefined : answer;
    const noOpinion = answer === 0 ? questionnaire.noOpinion[language] : wordsIn(show, language).notAnswered;
    const headline = fillText(
      questionnaire,
      questionOf(questionnaire, number)!.headline,
      namesOf(place),
      language,
    );
    return { headline, level, answer: level ? questionnaire.levels[level - 1]![language] : noOpinion };
  });
  return (
    <>
      {showBar(show, state)}
      <ReviewScreen
        words={wordsIn(show, language)}
        rows={rows}
        timed={timed && !state.held}
        onRevise={(at) => send({ kind: 'revise', at })}
        onHold={() => send({ kind: 'hold' })}
        onSend={() => send({ kind: 'send' })}
      />
    </>
  );
}

/** The screens that a kiosk and an own phone say differently. */
export interface Sayings {
  readonly attract: (state: Visit & { kind: 'attract' }) => VNode;
  readonly saving: string;
  readonly fault: { readonly title: string; readonly texts: readonly string[] };
}

export function kioskSayings(show: Show, language: Language): Sayings {
  const words = wordsIn(show, language);
  return {
    attract: (state) => (
      <AttractScreen
        words={wordsIn(show, state.language)}
        place={show.place.point.name[state.language]}
        unit={show.place.unit.name[state.language]}
        language={state.language}
        languages={show.languages}
        notice={state.notice}
        onLanguage={(language) => show.send({ kind: 'language', language })}
        onNotice={(open) => show.send({ kind: 'notice', open })}
        onStart={() => show.send({ kind: 'start' })}
      />
    ),
    saving: words.saving,
    fault: { title: words.faultTitle, texts: [words.faultText] },
  };
}

/** `timed` says whether the review goes by itself. */
export function showVisit(show: Show, sayings: Sayings, state: Visit, timed: boolean): VNode {
  const { send } = show;
  const language = state.kind === 'warning' ? state.behind.language : state.language;
  const words = wordsIn(show, language);
  switch (state.kind) {
    case 'attract':
      return sayings.attract(state);
    case 'field':
      return showFields(show, state, timed);
    case 'question':
      return showQuestion(show, state);
    case 'ending':
      return showEnding(show, state);
    case 'review':
      return showReview(show, state, timed);
    case 'warning':
      return (
        <MessageScreen
          isAlert
          sign={<Ring seconds={20} />}
          title={words.warningTitle}
          texts={[words.warningText]}
        >
          <button type="button" class="primary huge" onClick={() => send({ kind: 'stay' })}>
            {words.stay}
          </button>
          <button type="button" class="secondary huge" onClick={() => send({ kind: 'end' })}>
            {words.end}
          </button>
        </MessageScreen>
      );
    case 'committing':
      return <MessageScreen title={sayings.saving} texts={[]} />;
    case 'fault':
      return (
        <MessageScreen isAlert {...sayings.fault}>
          <button type="button" class="primary huge" onClick={() => send({ kind: 'retry' })}>
            {words.retry}
          </button>
        </MessageScreen>
      );
    case 'thanks':
      return <MessageScreen sign={<Tick />} title={words.thanksTitle} texts={[words.thanksText]} />;
    default:
      return assertNever(state);
  }
}
