import type { Pack } from '../shared/language-pack.ts';
import { builtInTexts, spokenTexts } from '../shared/pack-keys.ts';
import type { Questionnaire } from '../shared/questionnaire.ts';

/**
 * What of a pack says the same in another version of the questionnaire: the texts and recordings whose source is the same
 * in both, word by word. Where a single sign has changed nobody can tell whether the translation still holds.
 */
export function keptOfPack(
  { code, texts, clips }: Pack,
  from: Questionnaire,
  to: Questionnaire,
): Pick<Pack, 'texts' | 'clips'> {
  // recordings in English say the English texts; everything else is made from the Vietnamese ones
  const source = code === 'en' ? 'en' : 'vi';
  const [before, after] = [builtInTexts(from, source), builtInTexts(to, source)];
  const says = (key: string, all: typeof before) => spokenTexts(all, key).join('\n');
  return {
    texts: onlyThose(texts, (key) => before[key] === after[key]),
    // a recording of an item that is asked no more says nothing there
    clips: onlyThose(clips, (key) => says(key, after) !== '' && says(key, before) === says(key, after)),
  };
}

const onlyThose = <T>(all: Readonly<Record<string, T>>, isKept: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => isKept(key)));
