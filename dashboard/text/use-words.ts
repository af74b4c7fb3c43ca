import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Text } from '../../shared/questionnaire.ts';
import { managersEn } from './managers-en.ts';
import { managersVi } from './managers-vi.ts';
import type { Words } from './managers-vi.ts';

const WORDS: Readonly<Record<Language, Words>> = { vi: managersVi, en: managersEn };

export interface Spoken {
  readonly language: Language;
  readonly words: Words;
  /** Picks the language out of a text of the data. */
  readonly say: (text: Text) => string;
}

export function speak(language: Language): Spoken {
  return { language, words: WORDS[language], say: (text) => text[language] };
}

export const SpokenContext = createContext<Spoken>(speak('vi'));

/** The words of the chosen language, for any part of the page. */
export function useWords(): Spoken {
  return useContext(SpokenContext);
}
