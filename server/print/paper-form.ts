import type { Language } from '../../shared/questionnaire.ts';

/** A form on paper: plain data, because it goes to a thread of its own. Texts are in the form's language. */

export interface FormQuestion {
  /** As it is counted on this sheet; null = the overall question, which has no number. */
  readonly number: number | null;
  /** Names the matter, on express sheets. */
  readonly headline?: string;
  readonly text: string;
  readonly note?: string;
}

/** Questions under one heading, with the scale above them. */
export interface FormPart {
  /** Said once above the part: the area, what is asked. */
  readonly above: readonly string[];
  readonly heading: string;
  readonly questions: readonly FormQuestion[];
}

export interface FormSheet {
  /** Letter of the set of questions; null on the full form, which has one. */
  readonly set: string | null;
  readonly parts: readonly FormPart[];
}

export interface PaperForm {
  readonly kind: 'form';
  readonly form: 'full' | 'express';
  readonly language: Language;
  readonly office: string;
  readonly point: string;
  /** Code of the batch, as people read it. */
  readonly lot: string;
  /** Questionnaire and its version, as people read it. */
  readonly version: string;
  readonly levels: readonly string[];
  readonly noOpinion: string;
  /** Of a demo or training tree: it says so on every page. */
  readonly isTrial: boolean;
  /** One on the full form; on express forms one for each set of questions. */
  readonly sheets: readonly FormSheet[];
}

/** What the code on a form says: which questionnaire in which version, form, language, batch and set. Nothing about a person. */
export function formMark({ form, language, lot, version }: PaperForm, { set }: FormSheet): string {
  // capitals, digits and these signs alone keep the picture coarse enough for any printer
  return ['SIPAS', 'PAPER', version, form, language, lot, ...(set === null ? [] : [set])]
    .join('/')
    .toUpperCase();
}
