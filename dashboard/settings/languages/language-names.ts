import type { Language } from '../../../shared/questionnaire.ts';
import type { LanguageRow } from '../../../shared/wire/manage-languages.ts';

/** The name by which a page calls a language, and the other one. Few have an English name: English pages use their own. */
export function namesOf(
  { name, nameVi }: Pick<LanguageRow, 'name' | 'nameVi'>,
  language: Language,
): readonly [first: string, other: string | undefined] {
  if (name === nameVi) return [name, undefined];
  return language === 'vi' ? [nameVi, name] : [name, nameVi];
}
