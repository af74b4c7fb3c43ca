import type { FormKind, Language, Questionnaire } from '../../shared/questionnaire.ts';
import { allItems } from '../../shared/rotation.ts';
import { put } from '../../shared/text/words.ts';
import type { Place } from '../../shared/wire/device.ts';

/**
 * What is read out before the first question. Its version is counted with each consent: another wording is another
 * version, and never changes one that people have agreed to.
 */
export const CONSENT = {
  version: 'v1',
  vi: {
    greeting:
      'Tôi là {name}, xin hỏi ý kiến thay mặt {unit}. Ông/Bà vừa làm thủ tục{field} tại {place}. Tôi xin hỏi {n} câu, khoảng {m} phút, để cơ quan phục vụ tốt hơn.',
    promise: 'Câu trả lời không ghi tên và không ảnh hưởng đến hồ sơ của Ông/Bà.',
    question: 'Ông/Bà đồng ý trả lời chứ ạ?',
    field: ' về {field}',
  },
  en: {
    greeting:
      'My name is {name}, and I am asking on behalf of {unit}. You have just had a matter{field} dealt with at {place}. I would like to ask {n} questions, about {m} minutes, so that the office can serve people better.',
    promise: 'Your answers carry no name and have no effect on your case.',
    question: 'Do you agree to answer?',
    field: ' of {field}',
  },
} as const;

/** Minutes as they are promised: eight questions read out take about two, the 39 items and one six to fifteen. */
export const MINUTES: Readonly<Record<FormKind, string>> = { express: '2', full: '10' };

/** One overall question, one item from each of the five service factors, two of policy. */
const EXPRESS_QUESTIONS = 8;

export const questionsAsked = (form: FormKind, questionnaire: Questionnaire): number =>
  form === 'express' ? EXPRESS_QUESTIONS : allItems(questionnaire).length;

/** The text for this place, what the person came for, and the questions that will be asked. */
export function consentTexts(
  place: Place,
  asked: { readonly interviewer: string; readonly field: string | undefined; readonly questions: number },
  language: Language,
): readonly [greeting: string, promise: string, question: string] {
  const words = CONSENT[language];
  const greeting = put(words.greeting, {
    name: asked.interviewer,
    unit: place.unit.name[language],
    place: place.point.name[language],
    field: asked.field === undefined ? '' : put(words.field, { field: asked.field }),
    n: asked.questions,
    m: MINUTES[place.form],
  });
  return [greeting, words.promise, words.question];
}
