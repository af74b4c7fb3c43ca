import { enrolPreimage } from '../../shared/wire/device.ts';
import { keepEnrolled } from '../device/enrolment.ts';
import { keepKey, makeKey, publicKeyOf, sign } from '../device/key.ts';
import type { ServerApi } from '../device/server-api.ts';
import type { Shelf } from '../device/shelf.ts';
import type { ChainEnd } from '../outbox/chain.ts';
import { type AskFault, spendCode } from './code-requests.ts';

/**
 * A code becomes a key and a token. Promised: the key lies in the device's storage before the server hears of it, so
 * an answer that is lost, or a tablet that is switched off in the middle, is mended by the same code with the same
 * key. Until the new token is kept nothing of what the device held before is touched.
 */
const WAITING = 'key-of-code';

export interface UseUpDeps {
  readonly api: ServerApi;
  readonly shelf: Shelf;
  readonly joinChain: (end: ChainEnd) => Promise<void>;
  readonly learn: (serverMs: number) => void;
}

/** The key that waits for this code, made and kept where there is none. */
async function waitingKey(shelf: Shelf, code: string): Promise<CryptoKeyPair> {
  const waiting = (await shelf.read(WAITING)) as { code?: string; pair?: CryptoKeyPair } | undefined;
  if (waiting?.code === code && waiting.pair?.privateKey) return waiting.pair;
  await shelf.write(WAITING, { code, pair: await makeKey() });
  // Must be the stored one: a key that the storage changes or loses shows itself before the server has taken it.
  const kept = (await shelf.read(WAITING)) as { pair: CryptoKeyPair };
  return kept.pair;
}

/** Rejects when the storage fails; the code stays good for this device. */
export async function useUpCode(
  deps: UseUpDeps,
  code: string,
): Promise<{ readonly kind: 'kept' } | AskFault> {
  const { api, shelf } = deps;
  const pair = await waitingKey(shelf, code);
  const [key, proof] = await Promise.all([publicKeyOf(pair), sign(pair, enrolPreimage(code))]);
  const spent = await spendCode(api, { code, key, proof });
  if (spent.kind !== 'enrolled') return spent;
  const { sealNo, sealHash, sealTotal, now, token, settings } = spent.enrolled;
  await keepKey(shelf, pair);
  // Must come before the token: seals of the old key that the server has not got are made again with the new one.
  await deps.joinChain({ sealNo, sealHash, sealTotal });
  await keepEnrolled(shelf, { token, settings });
  deps.learn(now);
  await shelf.write(WAITING, null);
  return { kind: 'kept' };
}
