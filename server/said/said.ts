import type { Language, Text } from '../../shared/questionnaire.ts';
import { wordsEn } from './words-en.ts';
import { type OperatorWords, wordsVi } from './words-vi.ts';

/**
 * What the program says to whoever runs it. Whoever finds something out makes a `Said`, which knows no language; only where a
 * person reads it, at the terminal, is it written in theirs. One catalogue a language, Vietnamese first.
 */
export type Said = (words: OperatorWords) => string;

const CATALOGUES: Readonly<Record<Language, OperatorWords>> = { vi: wordsVi, en: wordsEn };

export const inWords = (said: Said, language: Language): string => said(CATALOGUES[language]);

/** For what is kept, and read by whoever comes. */
export const inBoth = (said: Said): Text => ({ vi: inWords(said, 'vi'), en: inWords(said, 'en') });

/** A fault that a person can mend; what is said names the next step. `message` is the English one, for logs. */
export class SaidFault extends Error {
  readonly said: Said;

  constructor(said: Said, options?: ErrorOptions) {
    super(inWords(said, 'en'), options);
    this.said = said;
  }
}
