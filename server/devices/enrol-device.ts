import { readTypedCode } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import { enrolPreimage } from '../../shared/wire/device.ts';
import { isSignedBy, readDeviceKey, sha256 } from '../device-key.ts';
import { findCode } from '../enrolment-code.ts';
import { setDeviceState } from '../store/device-life.ts';
import { activateDevice, type Device, deviceById, setToken } from '../store/devices.ts';
import { countWrongTry, useCode } from '../store/enrolment-codes.ts';
import { type ChainEnd, lastSeal, putDeviceKey } from '../store/seals.ts';
import type { Tx } from '../store/store.ts';

/**
 * A code and a key become an enrolled device. Promised: one code makes one key of one device; who lost the answer
 * asks again with the same key and gets a fresh token; what a device sealed before stays proven by its old key.
 */
export interface Enrolment {
  readonly device: Device;
  readonly chain: ChainEnd;
}

/** Whether the key is one of ours and whoever sends it holds its other half. */
export function provesKey(asked: { readonly code: string; readonly key: string; readonly proof: string }) {
  const key = readDeviceKey(asked.key);
  return key !== undefined && isSignedBy(key, enrolPreimage(readTypedCode(asked.code)), asked.proof);
}

/** The device of a code, as it would be enrolled; a wrong guess is counted, a right one uses nothing up. */
export async function peekCode(tx: Tx, typed: string, at: number): Promise<Device | undefined> {
  const looked = await findCode(tx, readTypedCode(typed), at);
  if (looked.kind === 'wrong') await countWrongTry(tx, looked.selector);
  if (looked.kind !== 'right') return undefined;
  const device = await deviceById(tx, looked.found.device);
  return device?.state === 'retired' ? undefined : device;
}

/** Undefined when the code is not right, used by another key, or too old. The proof has been checked before. */
export async function enrolDevice(
  tx: Tx,
  asked: { readonly code: string; readonly key: string; readonly tokenSha256: string; readonly at: number },
): Promise<Enrolment | undefined> {
  const { key, tokenSha256, at } = asked;
  const looked = await findCode(tx, readTypedCode(asked.code), at);
  if (looked.kind === 'wrong') await countWrongTry(tx, looked.selector);
  if (looked.kind !== 'right') return undefined;
  const { selector, device: id, usedKey } = looked.found;
  if (usedKey !== null && usedKey !== sha256(key)) return undefined;
  const device = await deviceById(tx, id);
  if (!device || device.state === 'retired') return undefined;
  const chain = await lastSeal(tx, id);
  await useCode(tx, selector, sha256(key));
  if (usedKey === null) await putDeviceKey(tx, { device: id, fromSeal: chain.n + 1, publicKey: key });
  if (device.state === 'new') await activateDevice(tx, id, tokenSha256, at);
  else {
    await setToken(tx, id, tokenSha256, at);
    if (usedKey === null)
      await setDeviceState(tx, id, { day: localDay(at), state: device.state, note: 'enrolled-again' });
  }
  return { device: (await deviceById(tx, id))!, chain };
}
