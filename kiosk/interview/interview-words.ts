import { callsEn } from './calling-en.ts';
import { callsVi } from './calling-vi.ts';
import { interviewEn } from './interview-en.ts';
import { interviewVi } from './interview-vi.ts';

export const interviewWords = {
  vi: { ...interviewVi, calls: callsVi },
  en: { ...interviewEn, calls: callsEn },
};
export type InterviewWords = (typeof interviewWords)['vi'];
export type CallsWords = typeof callsVi;
