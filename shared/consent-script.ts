import type { Language } from './questionnaire.ts';

/**
 * What is read out before the first question of an interview. An office may word who asks, why, and the question; the
 * promise is the program's own, because it is the program that keeps it. Another wording is another version, and never
 * changes one that people have agreed to.
 */
export const CONSENT_KINDS = ['assisted', 'call'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** What an office may word. `more` may be empty. */
export interface ConsentParts {
  readonly greeting: string;
  readonly more: string;
  readonly question: string;
}
export type ConsentWords = Readonly<Record<Language, ConsentParts>>;

/** As a telephone reads it out: paragraphs, with places that are filled there. */
export interface ConsentScript extends Readonly<Record<Language, readonly string[]>> {
  readonly version: string;
}

/** Signs of a text, spaces counted. A greeting of 600 signs takes 45 s to read out. */
export const CONSENT_LIMITS = { greeting: 600, more: 300, question: 200 } as const;

/** Names of the places that are filled, in the language of the text around them. */
export const CONSENT_PLACES = {
  name: { vi: 'tên', en: 'name' },
  unit: { vi: 'đơn vị', en: 'office' },
  place: { vi: 'nơi', en: 'place' },
  field: { vi: 'lĩnh vực', en: 'field' },
  day: { vi: 'ngày', en: 'day' },
  late: { vi: 'trễ hẹn', en: 'late' },
  n: { vi: 'số câu', en: 'questions' },
  m: { vi: 'số phút', en: 'minutes' },
} as const satisfies Record<string, Record<Language, string>>;
export type ConsentPlace = keyof typeof CONSENT_PLACES;

/** Who asks, for whom, how much: without these nobody knows what they agree to. A call names its day, and lateness. */
export const NEEDED_PLACES: Readonly<Record<ConsentKind, readonly ConsentPlace[]>> = {
  assisted: ['name', 'unit', 'n', 'm'],
  call: ['name', 'unit', 'day', 'late', 'n', 'm'],
};
/** Not always known: what is said only where it is stands in square brackets. */
export const LOOSE_PLACES: readonly ConsentPlace[] = ['field', 'late'];

export const CONSENT_PROMISE: Readonly<Record<ConsentKind, Readonly<Record<Language, string>>>> = {
  assisted: {
    vi: 'Câu trả lời không ghi tên và không ảnh hưởng đến hồ sơ của Ông/Bà.',
    en: 'Your answers carry no name and have no effect on your case.',
  },
  call: {
    vi: 'Câu trả lời không kèm tên hay số điện thoại, không ảnh hưởng đến hồ sơ của Ông/Bà. Ông/Bà có thể dừng bất cứ lúc nào.',
    en: 'Your answers carry neither name nor telephone number and have no effect on your case. You can stop at any time.',
  },
};

/** Said where `late` stands, of a dossier whose result came too late. */
export const LATE_WORDS: Readonly<Record<Language, string>> = {
  vi: 'Hồ sơ này được trả kết quả trễ hẹn.',
  en: 'The result came later than promised.',
};

const QUESTION = { vi: 'Ông/Bà đồng ý trả lời chứ ạ?', en: 'Do you agree to answer?' } as const;

/** Read out where no office has worded its own. */
export const USUAL_CONSENT: Readonly<Record<ConsentKind, ConsentWords & { readonly version: string }>> = {
  assisted: {
    version: 'v1',
    vi: {
      greeting:
        'Tôi là {tên}, xin hỏi ý kiến thay mặt {đơn vị}. Ông/Bà vừa làm thủ tục[ về {lĩnh vực}] tại {nơi}. Tôi xin hỏi {số câu} câu, khoảng {số phút} phút, để cơ quan phục vụ tốt hơn.',
      more: '',
      question: QUESTION.vi,
    },
    en: {
      greeting:
        'My name is {name}, and I am asking on behalf of {office}. You have just had a matter[ of {field}] dealt with at {place}. I would like to ask {questions} questions, about {minutes} minutes, so that the office can serve people better.',
      more: '',
      question: QUESTION.en,
    },
  },
  call: {
    version: 'call-1',
    vi: {
      greeting:
        'Tôi là {tên}, gọi thay mặt {đơn vị}. Ngày {ngày}, Ông/Bà nhận kết quả thủ tục[ về {lĩnh vực}] tại {nơi}.[ {trễ hẹn}] Tôi xin hỏi {số câu} câu, khoảng {số phút} phút, để cơ quan phục vụ tốt hơn.',
      more: '',
      question: QUESTION.vi,
    },
    en: {
      greeting:
        'My name is {name}, and I am calling on behalf of {office}. On {day} you received the result of a matter[ of {field}] at {place}.[ {late}] I would like to ask {questions} questions, about {minutes} minutes, so that the office can serve people better.',
      more: '',
      question: QUESTION.en,
    },
  },
};

/** The paragraphs of a wording, in the order in which they are read out. */
export function consentParagraphs(kind: ConsentKind, words: ConsentWords, language: Language): string[] {
  const { greeting, more, question } = words[language];
  return [greeting, CONSENT_PROMISE[kind][language], more, question].filter((text) => text !== '');
}

export function usualScript(kind: ConsentKind): ConsentScript {
  const usual = USUAL_CONSENT[kind];
  const of = (language: Language) => consentParagraphs(kind, usual, language);
  return { version: usual.version, vi: of('vi'), en: of('en') };
}

/** A place in a text, and a part that may be left out. */
export const PLACE = /\{([^{}]*)\}/g;
export const LOOSE = /\[([^[\]]*)\]/g;
/** Names of the places in a text. */
export const placesIn = (text: string) => [...text.matchAll(PLACE)].map(([, name]) => name!);

/** A text with its places filled; a part in square brackets goes where one of its places has no value. */
export function fillConsent(
  text: string,
  language: Language,
  values: Readonly<Partial<Record<ConsentPlace, string | number>>>,
): string {
  const valueOf = (name: string) => {
    const place = Object.entries(CONSENT_PLACES).find(([, names]) => names[language] === name)?.[0];
    return place === undefined ? undefined : values[place as ConsentPlace];
  };
  return text
    .replace(LOOSE, (_, part: string) =>
      placesIn(part).every((name) => valueOf(name) !== undefined) ? part : '',
    )
    .replace(PLACE, (whole, name: string) => String(valueOf(name) ?? whole));
}
