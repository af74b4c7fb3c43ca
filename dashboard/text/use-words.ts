import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Text } from '../../shared/questionnaire.ts';
import { managersVi } from './managers-vi.ts';
import type { Words } from './managers-vi.ts';

const SPOKEN_VI: Spoken = { language: 'vi', words: managersVi, say: (text) => text.vi };

export interface Spoken {
  readonly language: Language;
  readonly words: Words;
  /** Picks the language out of a text of the data. */
  readonly say: (text: Text) => string;
}

/** Vietnamese is always there; English comes over the network when somebody asks for it. Undefined when it did not come. */
export async function speak(language: Language): Promise<Spoken | undefined> {
  if (language === 'vi') return SPOKEN_VI;
  try {
    const { managersEn } = await import('./managers-en.ts');
    return { language, words: managersEn, say: (text) => text.en };
  } catch {
    return undefined;
  }
}

export const SpokenContext = createContext<Spoken>(SPOKEN_VI);

/** The words of the chosen language, for any part of the page. */
export function useWords(): Spoken {
  return useContext(SpokenContext);
}
