import { ABOUT } from '../../../shared/wire/paper.ts';
import type { Keyed, Keying } from '../../../shared/wire/paper.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import type { KeyingFault } from './keying-state.ts';

/** How the places of a form are called while it is keyed. */
export function usePlaceWords(keying: Pick<Keying, 'sets' | 'levels' | 'noOpinion'>, set: number) {
  const { paper } = usePaperWords();
  const words = paper.keying;
  const questions = keying.sets[set] ?? [];
  const aboutAt = (place: number) => ABOUT[place - questions.length];
  const labelOf = (place: number) => questions[place]?.label ?? null;
  const nameOf = (place: number): string => {
    const about = aboutAt(place);
    if (about) return words.about[about.name];
    const label = labelOf(place);
    return label === null ? words.overall : words.question(String(label));
  };
  return {
    count: questions.length + ABOUT.length,
    nameOf,
    /** In the row of what was keyed: a number, or a word where there is none. */
    shortOf: (place: number): string => {
      const label = labelOf(place);
      return label === null ? nameOf(place) : String(label);
    },
    textOf: (place: number): string => questions[place]?.text ?? '',
    /** The keys that may be pressed, each with what it means. */
    choices: (place: number): readonly (readonly [sign: string, meaning: string])[] => {
      const about = aboutAt(place);
      const list = about ? words.choices[about.name] : keying.levels;
      return [
        ...list.map((meaning, i) => [String(i + 1), meaning] as const),
        ...(about ? [] : [['0', keying.noOpinion] as const]),
        ['-', words.blank],
      ];
    },
    sayFault: (fault: KeyingFault, place: number): string => {
      const { faults } = words;
      switch (fault) {
        case 'level':
        case 'incomplete':
          return faults[fault](nameOf(place));
        case 'about':
          return faults.about(nameOf(place), String(aboutAt(place)?.most ?? ''));
        default:
          return faults[fault];
      }
    },
  };
}

/** What was keyed, as it is shown. */
export const writeKeyed = (keyed: Keyed): string => (keyed === 'b' ? '–' : String(keyed));
