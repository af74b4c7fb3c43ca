import { type ConsentScript, fillConsent, LATE_WORDS } from '../../shared/consent-script.ts';
import { writeDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { CallCase } from '../../shared/wire/call-list.ts';
import type { Place } from '../../shared/wire/device.ts';
import { MINUTES } from './consent-text.ts';

/**
 * What is read out on the telephone before the first question, for this case and as the place of its plan asks. The field
 * is named and not the procedure: somebody else may have answered the telephone.
 */
export function callConsentTexts(
  script: ConsentScript,
  place: Place,
  asked: { readonly interviewer: string; readonly one: CallCase; readonly questions: number },
  language: Language,
): readonly string[] {
  const { one } = asked;
  const field = place.fields[0]?.name[language];
  const values = {
    name: asked.interviewer,
    unit: place.unit.name[language],
    day: writeDay(one.returnedOn).slice(0, 5),
    ...(field && { field }),
    place: place.point.name[language],
    ...(one.queue === 'late' && { late: LATE_WORDS[language] }),
    n: asked.questions,
    m: MINUTES[place.form],
  };
  return script[language].map((text) => fillConsent(text, language, values));
}
