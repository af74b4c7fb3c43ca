import { interviewEn } from './interview-en.ts';
import { interviewVi } from './interview-vi.ts';

export const interviewWords = { vi: interviewVi, en: interviewEn };
export type InterviewWords = typeof interviewVi;
