import * as v from 'valibot';
import { PROOF_JOBS, type ProofOfNight } from '../../shared/wire/trust.ts';
import { newestRoot } from './roots.ts';
import { setting } from './settings.ts';
import type { Reader } from './store.ts';

const ResultSchema = v.object({ night: v.string(), ok: v.boolean() });

/** Of each job that proves something: how it went last; those that never ran are left out. */
export async function proofsOfNight(read: Reader): Promise<ProofOfNight[]> {
  const proofs: ProofOfNight[] = [];
  for (const job of PROOF_JOBS) {
    const text = await setting(read, `job.${job}`);
    if (text !== undefined) proofs.push({ job, ...v.parse(ResultSchema, JSON.parse(text)) });
  }
  return proofs;
}

/** Digits of a root that stand on reports, and by which people compare it. */
const ROOT_DIGITS = 16;

export async function newestRootInShort(read: Reader) {
  const root = await newestRoot(read);
  return root ? { n: root.n, day: root.day, digits: root.root.slice(0, ROOT_DIGITS) } : null;
}
