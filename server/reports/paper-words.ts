import type { Language } from '../../shared/questionnaire.ts';
import { paperEn } from './paper-words-en.ts';
import { paperVi, type PaperWords } from './paper-words-vi.ts';

/** What the official paper of a report says beside names and numbers. */
export const paperWords: Readonly<Record<Language, PaperWords>> = { vi: paperVi, en: paperEn };
export type { PaperWords };
