import type { Language } from '../../shared/questionnaire.ts';
import { actionsEn } from './actions-en.ts';
import { actionsVi } from './actions-vi.ts';
import { auditEn } from './audit-en.ts';
import { auditVi } from './audit-vi.ts';
import { devicesEn } from './devices-en.ts';
import { devicesVi } from './devices-vi.ts';
import { heldEn } from './held-en.ts';
import { heldVi } from './held-vi.ts';
import { unlikePlacesEn } from './unlike-places-en.ts';
import { unlikePlacesVi } from './unlike-places-vi.ts';
import { useWords } from './use-words.ts';

const vi = { devices: devicesVi, actions: actionsVi, held: heldVi, unlike: unlikePlacesVi, audit: auditVi };
export type ManageWords = typeof vi;

export const MANAGE_WORDS: Readonly<Record<Language, ManageWords>> = {
  vi,
  en: { devices: devicesEn, actions: actionsEn, held: heldEn, unlike: unlikePlacesEn, audit: auditEn },
};

/** The words of the pages that look after devices, beside those of the whole app. */
export function useManageWords() {
  const spoken = useWords();
  return { ...spoken, manage: MANAGE_WORDS[spoken.language] };
}
