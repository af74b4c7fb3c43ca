import type { FileColumn, FileKind } from '../../shared/wire/dossier-requests.ts';
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
