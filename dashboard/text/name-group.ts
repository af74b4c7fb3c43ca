import type { Text } from '../../shared/questionnaire.ts';
import type { Spoken } from './use-words.ts';

/** The name of a group: an area, everything, the overall question, or a factor of the questionnaire. */
export function nameGroup(
  group: string,
  factors: readonly { readonly code: string; readonly name: Text }[],
  { words, say }: Pick<Spoken, 'words' | 'say'>,
): string {
  const known: Readonly<Record<string, string>> = {
    I: words.policyShort,
    II: words.serviceShort,
    all: words.all,
    overall: words.overallQuestion,
  };
  const factor = factors.find(({ code }) => code === group);
  return known[group] ?? (factor ? say(factor.name) : group);
}
