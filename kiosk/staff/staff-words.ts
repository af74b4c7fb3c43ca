import type { Language } from '../../shared/questionnaire.ts';
import type { Wide } from '../../shared/text/words.ts';
import { staffEn } from './staff-en.ts';
import { staffVi } from './staff-vi.ts';

/** The texts of the staff page in any language, with the keys of the Vietnamese ones. */
export type StaffWords = Wide<typeof staffVi>;

export const staffWords: Readonly<Record<Language, StaffWords>> = { vi: staffVi, en: staffEn };
