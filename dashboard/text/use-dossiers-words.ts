import type { Text } from '../../shared/questionnaire.ts';
import type { DossierOverview, FileColumn, FileKind } from '../../shared/wire/dossier-requests.ts';
import { dossiersEn } from './dossiers-en.ts';
import { dossiersVi } from './dossiers-vi.ts';
import type { DossiersWords } from './dossiers-vi.ts';
import { useSettingsWords } from './use-settings-words.ts';

/** The words of the page of dossiers, beside those that all settings share. */
export function useDossiersWords() {
  const spoken = useSettingsWords();
  return { ...spoken, own: spoken.language === 'vi' ? dossiersVi : dossiersEn };
}

/** "Received" is a day in a list and a number in statistics. */
export const nameColumn = (own: DossiersWords, kind: FileKind, column: FileColumn): string =>
  kind === 'statistics' && column === 'received' ? own.receivedCount : own.columns[column];

/** Service points, or units, to choose from; where there are several units, each point is told with its own. */
export function placesOf(
  { points, units }: Pick<DossierOverview, 'points' | 'units'>,
  kind: FileKind,
  say: (text: Text) => string,
): { readonly id: string; readonly name: string }[] {
  if (kind === 'statistics') return units.map(({ id, name }) => ({ id, name: say(name) }));
  return points.map(({ id, name, unit }) => ({
    id,
    name: units.length > 1 ? `${say(unit)}: ${say(name)}` : say(name),
  }));
}
