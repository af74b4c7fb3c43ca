import { fitsWords } from '../../../shared/bare-text.ts';

/** What a search leaves of a list of choices: nobody reads three thousand communes, so the first are shown. */
export const SHOWN_MOST = 80;

export function fittingOptions<T extends { readonly name: string; readonly more?: string | undefined }>(
  options: readonly T[],
  search: string,
): { readonly fitting: readonly T[]; readonly shown: readonly T[]; readonly hidden: number } {
  const fitting = options.filter(({ name, more = '' }) => fitsWords(`${name} ${more}`, search));
  const shown = fitting.slice(0, SHOWN_MOST);
  return { fitting, shown, hidden: fitting.length - shown.length };
}
