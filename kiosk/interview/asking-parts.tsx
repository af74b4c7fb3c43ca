import {
  fillText,
  OVERALL,
  questionOf,
  type Language,
  type Questionnaire,
} from '../../shared/questionnaire.ts';
import { isAnswered } from '../../shared/submission.ts';
import { en } from '../../shared/text/en.ts';
import { put, type Words } from '../../shared/text/words.ts';
import { vi } from '../../shared/text/vi.ts';
import { REMARK_MOST } from '../../shared/wire/batch.ts';
import type { Place } from '../../shared/wire/device.ts';
import { askUs } from '../parts/ask-us.ts';
import { type Ending, ENDINGS, type Move, type Question, type Review } from '../visit/visit-states.ts';
import type { InterviewWords } from './interview-words.ts';
import { Panel, WordList } from './panel.tsx';

/** What is asked, one question a screen: the official wording in full, and the answers as words without faces. */
interface AskProps<S> {
  readonly words: InterviewWords;
  readonly language: Language;
  readonly place: Place;
  readonly questionnaire: Questionnaire;
  readonly state: S;
  readonly send: (move: Move) => void;
}

const LEVELS = [1, 2, 3, 4, 5] as const;
const citizens: Readonly<Record<Language, Words>> = { vi, en };

export function QuestionPart({ words, language, place, questionnaire, state, send }: AskProps<Question>) {
  const { at, items, answers, picked, revising } = state;
  const number = items[at]!;
  const { text, note, area } = questionOf(questionnaire, number)!;
  const names = { point: place.point.name, kind: place.unit.kind };
  const filled = (official: typeof text) => fillText(questionnaire, official, names, language);
  const isFirstItem = items.findIndex((one) => one !== OVERALL) === at;
  const isFirstPolicy =
    area === 'I' && items.findIndex((one) => questionOf(questionnaire, one)?.area === 'I') === at;
  const eyebrow = isFirstItem ? questionnaire.stem[language] : words.eyebrow;
  const level = (answer: (typeof LEVELS)[number] | 0, name: string) => ({
    name,
    isOther: answer === 0,
    isChosen: answers[at] === answer,
    onChoose: () => send({ kind: 'answer', answer }),
  });
  return (
    <Panel
      name={`question ${number}`}
      eyebrow={number === OVERALL ? undefined : eyebrow}
      title={filled(text)}
      acts={[
        (at > 0 || revising) && { label: words.back, onTouch: () => send({ kind: 'back' }) },
        isAnswered(answers[at]!) &&
          !picked && {
            label: words.forward,
            look: 'primary',
            onTouch: () => send({ kind: 'forward' }),
          },
      ]}
    >
      {isFirstPolicy && <p class="note meaning">{questionnaire.policyNote[language]}</p>}
      {note && (
        <details>
          <summary>{words.explain}</summary>
          <p>{filled(note)}</p>
        </details>
      )}
      <WordList
        label={citizens[language].scale}
        items={[
          ...LEVELS.map((answer) => level(answer, questionnaire.levels[answer - 1]![language])),
          level(0, questionnaire.noOpinion[language]),
        ]}
      />
    </Panel>
  );
}

/** About the person, none of it a must. */
export function EndingPart({ words, language, place, state, send }: AskProps<Ending>) {
  const said = citizens[language];
  const kind = ENDINGS[state.at]!;
  const title = said.endingTitles[kind];
  const acts = [
    { label: kind === 'remark' ? words.forward : said.skip, onTouch: () => send({ kind: 'skip' }) },
    { label: words.back, onTouch: () => send({ kind: 'back' }) },
  ] as const;
  if (kind === 'remark')
    return (
      <Panel
        name="remark"
        title={title}
        text={[said.remarkWarning, ...askUs(said, place)].join(' ')}
        acts={acts}
      >
        <label class="remark">
          <span class="hidden">{said.remarkLabel}</span>
          <textarea
            value={state.remark}
            maxLength={REMARK_MOST}
            rows={5}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => send({ kind: 'remark', text: event.currentTarget.value })}
          />
          <span aria-hidden="true">
            {state.remark.length}/{REMARK_MOST}
          </span>
        </label>
      </Panel>
    );
  const choice = (name: string, value: number | string) => ({
    name,
    isChosen: state.about[kind] === value,
    onChoose: () => send({ kind: 'tell', about: { [kind]: state.about[kind] === value ? null : value } }),
  });
  const items =
    kind === 'kind'
      ? (['person', 'organisation'] as const).map((value) => choice(said.kinds[value], value))
      : (kind === 'sex' ? said.sexes : said.ages).map((name, i) => choice(name, i + 1));
  return (
    <Panel name={kind} title={title} text={said.endingWhy} acts={acts}>
      <WordList label={title} items={items} />
    </Panel>
  );
}

/** Before it is handed in: what was answered can still be changed. Afterwards nobody can open it. */
export function HandInPart({ words, language, place, questionnaire, state, send }: AskProps<Review>) {
  const { items, answers } = state;
  const given = answers.filter(isAnswered).length;
  const names = { point: place.point.name, kind: place.unit.kind };
  const nameOf = (at: number) => {
    const answer = answers[at];
    if (answer === 0) return questionnaire.noOpinion[language];
    return typeof answer === 'number' ? questionnaire.levels[answer - 1]![language] : words.hand.unanswered;
  };
  return (
    <Panel
      name="hand in"
      title={words.hand.title}
      text={put(words.hand.text, { n: given, of: items.length })}
      acts={[{ label: words.hand.send, look: 'primary', onTouch: () => send({ kind: 'send' }) }]}
    >
      <details>
        <summary>{words.hand.edit}</summary>
        <ol class="given">
          {items.map((number, at) => (
            <li key={number}>
              <button type="button" class="row" onClick={() => send({ kind: 'revise', at })}>
                <span>
                  {fillText(questionnaire, questionOf(questionnaire, number)!.headline, names, language)}
                </span>
                <b>{nameOf(at)}</b>
              </button>
            </li>
          ))}
        </ol>
      </details>
    </Panel>
  );
}
