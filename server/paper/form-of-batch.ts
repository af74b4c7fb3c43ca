import {
  type Area,
  fillText,
  itemsOf,
  type Language,
  OVERALL,
  type PlaceNames,
  type Questionnaire,
  questionOf,
} from '../../shared/questionnaire.ts';
import { allItems } from '../../shared/rotation.ts';
import type { FormPart, FormQuestion, FormSheet, PaperForm } from '../print/paper-form.ts';

/** Letters of the sets of an express batch; one of them is keyed before the answers. */
export const SET_LETTERS = 'ABCDEFGHIJKL';

/** What of a batch stands on its forms. */
export interface BatchOnPaper {
  readonly id: string;
  readonly form: PaperForm['form'];
  readonly language: Language;
  /** Item numbers of each set of questions, the overall question first. Of the full form there is one. */
  readonly sets: readonly (readonly number[])[];
}

/** The forms of a batch as they are printed. */
export function formOfBatch(
  batch: BatchOnPaper,
  questionnaire: Questionnaire,
  where: {
    readonly office: string;
    readonly names: PlaceNames;
    readonly isTrial: boolean;
  },
): PaperForm {
  const { id, form, language, sets } = batch;
  const partsOf = form === 'full' ? fullParts : expressParts;
  return {
    kind: 'form',
    form,
    language,
    office: where.office,
    point: where.names.point[language],
    lot: id,
    version: `${questionnaire.id}.${questionnaire.version}`,
    levels: questionnaire.levels.map((level) => level[language]),
    noOpinion: questionnaire.noOpinion[language],
    isTrial: where.isTrial,
    sheets: sets.map(
      (items, i): FormSheet => ({
        set: form === 'full' ? null : SET_LETTERS[i]!,
        parts: partsOf(asker(questionnaire, where.names, language), items),
      }),
    ),
  };
}

/** The items of a full form: one set, in the order of the official form. */
export const fullSet = (questionnaire: Questionnaire) => [allItems(questionnaire)];

interface Asker {
  readonly questionnaire: Questionnaire;
  readonly language: Language;
  readonly say: (text: { readonly vi: string; readonly en: string }) => string;
  readonly ask: (number: number, label: number | null, withHeadline: boolean) => FormQuestion;
}

function asker(questionnaire: Questionnaire, names: PlaceNames, language: Language): Asker {
  const say: Asker['say'] = (text) => fillText(questionnaire, text, names, language);
  return {
    questionnaire,
    language,
    say,
    ask(number, label, withHeadline) {
      const question = questionOf(questionnaire, number)!;
      return {
        number: label,
        ...(withHeadline && { headline: say(question.headline) }),
        text: say(question.text),
        ...(question.note && { note: say(question.note) }),
      };
    },
  };
}

const areaTitle = ({ code, name }: Pick<Area, 'code' | 'name'>, { language }: Asker) =>
  `${code}. ${name[language].toLocaleUpperCase(language)}`;

/** The official form: each item by its own number and its own wording; the note on policies stands above the first of them. */
function fullParts(asked: Asker): FormPart[] {
  const { questionnaire, say, ask, language } = asked;
  const { overall, areas, stem, policyNote } = questionnaire;
  const first: FormPart = {
    above: [],
    heading: overall.headline[language],
    questions: [ask(OVERALL, null, false)],
  };
  const rest = areas.flatMap((area, a) =>
    area.factors.map((factor, i): FormPart => {
      const above = [
        areaTitle(area, asked),
        ...(a === 0 ? [say(stem), `(${say(policyNote)})`] : [say(stem)]),
      ];
      return {
        above: i === 0 ? above : [],
        heading: `${factor.code.split('.')[1]}. ${factor.name[language]}${factor.note ? ` (${factor.note[language]})` : ''}`,
        questions: factor.items.map(({ number }) => ask(number, number, false)),
      };
    }),
  );
  return [first, ...rest];
}

/** Eight questions in the order in which they were drawn, each with its headline; they are counted from 1 after the overall one. */
function expressParts(asked: Asker, items: readonly number[]): FormPart[] {
  const { questionnaire, ask, say } = asked;
  const known = new Map(itemsOf(questionnaire).map((item) => [item.number, item]));
  const firstPolicy = items.find((number) => known.get(number)?.code.startsWith('I.'));
  return [
    {
      above: [],
      heading: say(questionnaire.stem),
      questions: items.map((number, i) => {
        const question = ask(number, i === 0 ? null : i, true);
        if (number !== firstPolicy) return question;
        const note = [say(questionnaire.policyNote), question.note].filter((text) => text !== undefined);
        return { ...question, note: note.join('. ') };
      }),
    },
  ];
}
