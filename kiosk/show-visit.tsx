import type { VNode } from 'preact';
import { OVERALL, questionOf, type Questionnaire } from '../shared/questionnaire.ts';
import { REMARK_MOST } from '../shared/wire/batch.ts';
import { Bar } from './parts/bar.tsx';
import { Dots } from './parts/dots.tsx';
import type { FaceLevel } from './parts/face.tsx';
import { Ring } from './parts/ring.tsx';
import { Tick } from './parts/tick.tsx';
import { AttractScreen } from './screens/attract-screen.tsx';
import { type Choice, ChoiceScreen } from './screens/choice-screen.tsx';
import { MessageScreen } from './screens/message-screen.tsx';
import { QuestionScreen } from './screens/question-screen.tsx';
import { RemarkScreen } from './screens/remark-screen.tsx';
import { ReviewScreen } from './screens/review-screen.tsx';
import { put } from '../shared/text/words.ts';
import { askUs } from './parts/ask-us.ts';
import { type Scene, sceneOf, type Show } from './scene-of.ts';
import { fieldsAt } from './visit/visit.ts';
import {
  type Context,
  type Ending,
  ENDINGS,
  languageOf,
  type Open,
  type Question,
  type Review,
  type Visit,
} from './visit/visit-states.ts';

/** Maps the state of a visit to its screen: the one place that knows both. */

/** The official stem once, before the first item; what "policy" means with the first policy item. */
function firstsOf(questionnaire: Questionnaire, items: readonly number[], at: number) {
  const isPolicy = (number: number) => questionOf(questionnaire, number)?.area === 'I';
  return {
    isFirstItem: items.findIndex((number) => number !== OVERALL) === at,
    isFirstPolicy: items.findIndex(isPolicy) === at,
  };
}

function showQuestion({ questionnaire, language, words, fill, button, send }: Scene, state: Question) {
  const { at, items, answers } = state;
  const number = items[at]!;
  const { headline, text, note } = questionOf(questionnaire, number)!;
  const { isFirstItem, isFirstPolicy } = firstsOf(questionnaire, items, at);
  const eyebrow = isFirstItem ? questionnaire.stem[language] : words.eyebrow;
  const chosen = (answers[at] as FaceLevel | 0 | null) ?? undefined;
  return (
    <QuestionScreen
      words={words}
      name={`question ${number}`}
      eyebrow={number === OVERALL ? undefined : eyebrow}
      title={fill(headline)}
      text={fill(text)}
      meaning={isFirstPolicy ? questionnaire.policyNote[language] : undefined}
      note={note && fill(note)}
      levels={questionnaire.levels.map((level) => level[language])}
      noOpinion={questionnaire.noOpinion[language]}
      chosen={chosen}
      onAnswer={(answer) => send({ kind: 'answer', answer })}
      buttons={[
        (at > 0 || state.revising) && button(words.back, { kind: 'back' }),
        chosen !== undefined && !state.picked && button(words.forward, { kind: 'forward' }),
      ]}
    />
  );
}

function choicesOf({ words, send }: Scene, { at, about }: Ending): readonly Choice[] {
  const choice = (name: string, key: 'sex' | 'age' | 'kind', value: number | string): Choice => {
    const isChosen = about[key] === value;
    // Touching the chosen one again takes it back.
    const tell = { [key]: isChosen ? null : value } as Partial<Ending['about']>;
    return { name, isChosen, onChoose: () => send({ kind: 'tell', about: tell }) };
  };
  const kind = ENDINGS[at];
  if (kind === 'sex') return words.sexes.map((name, i) => choice(name, kind, i + 1));
  if (kind === 'age') return words.ages.map((name, i) => choice(name, kind, i + 1));
  return (['person', 'organisation'] as const).map((value) => choice(words.kinds[value], 'kind', value));
}

function showEnding(scene: Scene, state: Ending) {
  const { place, words, button, send } = scene;
  const name = ENDINGS[state.at]!;
  const title = words.endingTitles[name];
  const back = button(words.back, { kind: 'back' });
  if (name !== 'remark') {
    const skip = button(words.skip, { kind: 'skip' });
    const skipAll = button(words.skipAll, { kind: 'skip-all' }, 'primary');
    const choices = choicesOf(scene, state);
    return (
      <ChoiceScreen {...{ name, title, choices }} text={words.endingWhy} buttons={[back, skip, skipAll]} />
    );
  }
  const on = state.remark.trim() === '' ? words.skipAll : words.forward;
  return (
    <RemarkScreen
      {...{ name, title }}
      text={[words.remarkWarning, ...askUs(words, place)].join(' ')}
      label={words.remarkLabel}
      remark={state.remark}
      most={REMARK_MOST}
      onRemark={(text) => send({ kind: 'remark', text })}
      buttons={[back, button(on, { kind: 'skip' }, 'primary')]}
    />
  );
}

function showContext({ place, language, words, button, send }: Scene, state: Context, timed: boolean) {
  const isField = state.kind === 'field';
  const choice = (name: string, code: string | null): Choice => ({
    name,
    isOther: code === null,
    onChoose: () => send(isField ? { kind: 'field', field: code } : { kind: 'counter', counter: code }),
  });
  const choices = isField
    ? fieldsAt(place, state.counter).map(({ code, name }) => choice(name[language], code))
    : place.counters!.map(({ id, name }) => choice(name[language], id));
  return (
    <ChoiceScreen
      name={state.kind}
      title={isField ? words.fieldTitle : words.counterTitle}
      choices={[...choices, choice(isField ? words.fieldOther : words.counterOther, null)]}
      buttons={[timed && button(words.back, { kind: 'back' })]}
    />
  );
}

/** It goes by itself unless the person asks for time. */
function showReview(
  { questionnaire, language, words, fill, button, send }: Scene,
  state: Review,
  timed: boolean,
) {
  const rows = state.items.map((number, i) => {
    const answer = state.answers[i] as FaceLevel | 0 | null;
    const level = answer || undefined;
    const noOpinion = answer === 0 ? questionnaire.noOpinion[language] : words.notAnswered;
    return {
      headline: fill(questionOf(questionnaire, number)!.headline),
      level,
      answer: level ? questionnaire.levels[level - 1]![language] : noOpinion,
    };
  });
  return (
    <ReviewScreen
      name="review"
      title={words.reviewTitle}
      text={timed ? words.reviewTimed : words.reviewHeld}
      edit={words.reviewEdit}
      rows={rows}
      onRevise={(at) => send({ kind: 'revise', at })}
      buttons={[
        timed && button(words.reviewEdit, { kind: 'hold' }),
        button(words.send, { kind: 'send' }, timed ? 'primary timed' : 'primary'),
      ]}
    />
  );
}

function showWarning({ words, button }: Scene) {
  const stay = button(words.stay, { kind: 'stay' }, 'primary huge');
  const end = button(words.end, { kind: 'end' }, 'secondary huge');
  const sign = <Ring />;
  const texts = [words.warningText];
  return <MessageScreen isAlert sign={sign} title={words.warningTitle} texts={texts} buttons={[stay, end]} />;
}

/** How far one has come, for the middle of the bar. */
function showProgress({ words }: Scene, state: Open): VNode | undefined {
  const told = (template: string, at: number, of: number) => put(template, { at: at + 1, of });
  if (state.kind === 'ending') return <b>{told(words.endingProgress, state.at, ENDINGS.length)}</b>;
  if (state.kind !== 'question') return undefined;
  const { at, items } = state;
  return <Dots at={at} of={items.length} label={told(words.progress, at, items.length)} />;
}

/** The screens that a kiosk and an own phone say differently. */
export interface Sayings {
  readonly attract: () => VNode;
  readonly saving: string;
  readonly fault: { readonly title: string; readonly texts: readonly string[] };
}

export function kioskSayings(show: Show, code: string): Sayings {
  const { words, place, language, send, lamp, around } = sceneOf(show, code);
  return {
    attract: () => (
      <AttractScreen
        words={words}
        place={place.point.name[language]}
        unit={place.unit.name[language]}
        language={code}
        languages={show.words}
        lamp={lamp}
        tools={around?.tools(code)}
        turn={around?.turn()}
        onLanguage={(chosen) => send({ kind: 'language', language: chosen })}
        onNotice={() => send({ kind: 'notice', open: true })}
        onStart={() => (around ? around.start() : send({ kind: 'start' }))}
      />
    ),
    saving: words.saving,
    fault: { title: words.faultTitle, texts: [words.faultText, ...askUs(words, place)] },
  };
}

/** Without `timed` nothing goes by itself. */
function showOpen(scene: Scene, state: Open, timed: boolean): VNode {
  switch (state.kind) {
    case 'counter':
    case 'field':
      return showContext(scene, state, timed);
    case 'question':
      return showQuestion(scene, state);
    case 'ending':
      return showEnding(scene, state);
    case 'review':
      return showReview(scene, state, timed && !state.held);
  }
}

/** `timed` says whether the review goes by itself. */
export function showVisit(show: Show, sayings: Sayings, state: Visit, timed: boolean): VNode {
  const scene = sceneOf(show, languageOf(state));
  const { place, language, words, button, send } = scene;
  switch (state.kind) {
    case 'attract':
      return sayings.attract();
    case 'warning':
      return showWarning(scene);
    case 'committing':
      return <MessageScreen title={sayings.saving} />;
    case 'fault': {
      const retry = button(words.retry, { kind: 'retry' }, 'primary huge');
      return <MessageScreen isAlert {...sayings.fault} buttons={[retry]} />;
    }
    case 'thanks':
      return <MessageScreen sign={<Tick />} title={words.thanksTitle} texts={[words.thanksText]} />;
    default:
      return (
        <>
          <Bar
            place={place.point.name[language]}
            middle={showProgress(scene, state)}
            tools={show.around?.tools(languageOf(state))}
            end={{ label: words.end, onEnd: () => send({ kind: 'end' }) }}
          />
          {showOpen(scene, state, timed)}
        </>
      );
  }
}
