import {
  type ConsentKind,
  type ConsentScript,
  fillConsent,
  usualScript,
} from '../../shared/consent-script.ts';
import type { FormKind, Language, Questionnaire } from '../../shared/questionnaire.ts';
import { allItems } from '../../shared/rotation.ts';
import type { Interviewer, Place } from '../../shared/wire/device.ts';

/** Minutes as they are promised: eight questions read out take about two, the 39 items and one six to fifteen. */
export const MINUTES: Readonly<Record<FormKind, string>> = { express: '2', full: '10' };

/** The overall question and what the blocks draw: eight, and fewer where a version leaves out a factor. */
export const questionsAsked = (form: FormKind, questionnaire: Questionnaire): number =>
  form === 'express'
    ? questionnaire.express.blocks.reduce((sum, { take }) => sum + take, 1)
    : allItems(questionnaire).length;

/** What is read out on this telephone: as the office words it, else as is usual; the last that came with the settings. */
export const scriptOf = ({ consent }: Interviewer, kind: ConsentKind): ConsentScript =>
  consent?.[kind] ?? usualScript(kind);

/** The paragraphs for this place, what the person came for, and the questions that will be asked. */
export function consentTexts(
  script: ConsentScript,
  place: Place,
  asked: { readonly interviewer: string; readonly field: string | undefined; readonly questions: number },
  language: Language,
): readonly string[] {
  const values = {
    name: asked.interviewer,
    unit: place.unit.name[language],
    place: place.point.name[language],
    ...(asked.field !== undefined && { field: asked.field }),
    n: asked.questions,
    m: MINUTES[place.form],
  };
  return script[language].map((text) => fillConsent(text, language, values));
}
