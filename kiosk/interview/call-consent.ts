import { writeDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { put } from '../../shared/text/words.ts';
import type { CallCase } from '../../shared/wire/call-list.ts';
import type { Place } from '../../shared/wire/device.ts';
import { MINUTES } from './consent-text.ts';

/**
 * What is read out on the telephone before the first question. Its version goes with the attempt; another wording is
 * another version. The field is named and not the procedure: somebody else may have answered the telephone.
 */
export const CALL_CONSENT = {
  version: 'call-1',
  vi: {
    greeting:
      'Tôi là {name}, gọi thay mặt {unit}. Ngày {day}, Ông/Bà nhận kết quả thủ tục{field} tại {place}.{late} Tôi xin hỏi {n} câu, khoảng {m} phút, để cơ quan phục vụ tốt hơn.',
    promise:
      'Câu trả lời không kèm tên hay số điện thoại, không ảnh hưởng đến hồ sơ của Ông/Bà. Ông/Bà có thể dừng bất cứ lúc nào.',
    question: 'Ông/Bà đồng ý trả lời chứ ạ?',
    field: ' về {field}',
    late: ' Hồ sơ này được trả kết quả trễ hẹn.',
  },
  en: {
    greeting:
      'My name is {name}, and I am calling on behalf of {unit}. On {day} you received the result of a matter{field} at {place}.{late} I would like to ask {n} questions, about {m} minutes, so that the office can serve people better.',
    promise:
      'Your answers carry neither name nor telephone number and have no effect on your case. You can stop at any time.',
    question: 'Do you agree to answer?',
    field: ' of {field}',
    late: ' The result came later than promised.',
  },
} as const;

/** The text for this case, as the place of its plan asks. */
export function callConsentTexts(
  place: Place,
  asked: { readonly interviewer: string; readonly one: CallCase; readonly questions: number },
  language: Language,
): readonly [greeting: string, promise: string, question: string] {
  const { one } = asked;
  const words = CALL_CONSENT[language];
  const field = place.fields[0]?.name[language];
  const greeting = put(words.greeting, {
    name: asked.interviewer,
    unit: place.unit.name[language],
    day: writeDay(one.returnedOn).slice(0, 5),
    field: field ? put(words.field, { field }) : '',
    place: place.point.name[language],
    late: one.queue === 'late' ? words.late : '',
    n: asked.questions,
    m: MINUTES[place.form],
  });
  return [greeting, words.promise, words.question];
}
