import type { FaultAt } from '../../../shared/wire/problem.ts';
import type { QuestionnaireWords } from '../../text/questionnaires-vi.ts';

/** What is missing in a draft as a phrase: where, and what. `names`: of areas and factors by their codes. */
export function sayFinding(
  { at, why }: FaultAt,
  { checks }: Pick<QuestionnaireWords, 'checks'>,
  names: ReadonlyMap<string, string>,
): string {
  if (at === 'express') return checks.express;
  if (at === 'draft') return checks.like;
  const parts = at.split('.');
  const [kind = ''] = parts;
  const last = parts.at(-1) ?? '';
  const language = last === 'vi' || last === 'en' ? ` (${checks.texts[last]})` : '';
  if (kind === 'areas') return checks.area(names.get(parts[1] ?? '') ?? '');
  if (kind === 'factors') {
    const code = parts.slice(1, 3).join('.');
    return `${checks.factor(names.get(code) ?? code)}: ${checks.factorNeeded}${language}`;
  }
  if (kind === 'title') return `${checks.name}: ${checks.needed}${language}`;
  if (kind === 'source')
    return `${checks.source}: ${why === 'taken' ? checks.sourceKept : checks.needed}${language}`;
  const [where, part = ''] =
    kind === 'overall' ? [checks.overall, parts[1]] : [checks.item(parts[1] ?? ''), parts[2]];
  return `${where}: ${checks.why[`${part} ${why}`] ?? checks.needed}${language}`;
}
