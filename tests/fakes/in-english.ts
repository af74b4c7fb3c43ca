import type { Verdict } from '../../server/cli/verify.ts';
import { saidProofEn } from '../../server/said/said-proof-en.ts';
import { inWords, type Said } from '../../server/said/said.ts';

/** What an English terminal shows: the catalogues themselves have a test of their own. */
export const inEnglish = async (said: Said | Promise<Said>): Promise<string> => inWords(await said, 'en');

export async function verdictInEnglish(verdict: Promise<Verdict>) {
  const { findings, notes, proven } = await verdict;
  const english = (list: Verdict['notes']) => list.map((said) => said(saidProofEn));
  return { findings: english(findings), notes: english(notes), proven };
}
