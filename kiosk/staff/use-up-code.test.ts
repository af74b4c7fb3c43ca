import { expect, it } from 'vitest';
import { newEnrolmentCode } from '../../server/enrolment-code.ts';
import { newDevice } from '../../server/set-up.ts';
import { memoryOutbox } from '../../tests/fakes/memory-outbox.ts';
import { memoryShelf } from '../../tests/fakes/memory-shelf.ts';
import { openOffice, type Office } from '../../tests/fakes/office.ts';
import { recallSettings, recallToken } from '../device/enrolment.ts';
import { publicKeyOf, recallKey } from '../device/key.ts';
import type { Reply } from '../device/reply.ts';
import { useUpCode } from './use-up-code.ts';

/** The real server; `lose` swallows the answers of so many requests after the server has carried them out. */
function lineTo(office: Office) {
  const line = { lose: 0, asked: [] as string[] };
  const post = async (path: string, body: string): Promise<Reply> => {
    line.asked.push((JSON.parse(body) as { key: string }).key);
    const response = await office.call(path, { body });
    if (line.lose-- > 0) return { kind: 'timeout' };
    return { kind: 'answer', status: response.status, body: await response.text() };
  };
  return { line, api: { get: async (): Promise<Reply> => ({ kind: 'unreachable' }), post } };
}

async function officeWithCode() {
  const office = await openOffice();
  const stands = { name: 'Ki-ốt 1', servicePoint: office.point, at: office.now };
  const device = await office.store.write((tx) => newDevice(tx, stands, office.random));
  const code = async () => {
    const asked = { device, tree: 'real', at: office.now } as const;
    return (await office.store.write((tx) => newEnrolmentCode(tx, asked, office.random))).code;
  };
  return { office, device, code };
}

function tabletOf(office: Office) {
  const [shelf, outbox, { line, api }] = [memoryShelf(), memoryOutbox(), lineTo(office)];
  const heard: number[] = [];
  const learn = (ms: number) => heard.push(ms);
  const useUp = (code: string) => useUpCode({ api, shelf, joinChain: outbox.joinChain, learn }, code);
  return { shelf, outbox, line, heard, useUp };
}

it('a code becomes a token that the server knows, settings, and a key that stays on the tablet', async () => {
  const { office, device, code } = await officeWithCode();
  const { shelf, line, heard, useUp } = tabletOf(office);
  expect(await useUp(await code())).toEqual({ kind: 'kept' });
  const token = (await recallToken(shelf))!;
  expect((await office.call('/api/v1/device', { token })).status).toBe(200);
  expect((await recallSettings(shelf))?.device.id).toBe(device);
  const pair = (await recallKey(shelf))!;
  expect([await publicKeyOf(pair), pair.privateKey.extractable]).toEqual([line.asked[0], false]);
  expect(heard).toEqual([office.now]);
});

it('an answer that is lost is asked for again with the same key, also after a restart', async () => {
  const { office, code } = await officeWithCode();
  const { shelf, line, useUp } = tabletOf(office);
  const typed = await code();
  line.lose = 2;
  expect(await useUp(typed)).toEqual({ kind: 'unreachable' });
  expect(await recallToken(shelf)).toBeUndefined();
  expect(await useUp(typed)).toEqual({ kind: 'unreachable' });
  expect(await useUp(typed)).toEqual({ kind: 'kept' });
  expect(new Set(line.asked).size).toBe(1);
  const token = (await recallToken(shelf))!;
  expect((await office.call('/api/v1/device', { token })).status).toBe(200);
});

it('a code that another tablet has used is refused, and nothing of this one changes', async () => {
  const { office, code } = await officeWithCode();
  const typed = await code();
  await tabletOf(office).useUp(typed);
  const { shelf, useUp } = tabletOf(office);
  expect(await useUp(typed)).toEqual({ kind: 'code-refused' });
  expect([await recallToken(shelf), await recallKey(shelf)]).toEqual([undefined, undefined]);
});

it('a new code for the same device renews key and token and keeps every entry', async () => {
  const { office, code } = await officeWithCode();
  const { shelf, outbox, line, useUp } = tabletOf(office);
  await useUp(await code());
  const [token, key] = [await recallToken(shelf), await publicKeyOf((await recallKey(shelf))!)];
  await outbox.keep({ id: 'a', p: '{"id":"a"}', leaf: 'l' }, { name: 'r', rests: [] });
  expect(await useUp(await code())).toEqual({ kind: 'kept' });
  expect(await outbox.unsentIds()).toEqual(['a']);
  expect(await recallToken(shelf)).not.toBe(token);
  expect(line.asked[1]).not.toBe(key);
  expect((await office.call('/api/v1/device', { token: token! })).status).toBe(401);
});

it('a storage that fails after the server has answered leaves the code good for this tablet', async () => {
  const { office, code } = await officeWithCode();
  const tablet = tabletOf(office);
  const typed = await code();
  const { write } = tablet.shelf;
  let isFull = true;
  Object.assign(tablet.shelf, {
    write: async (name: string, value: unknown) => {
      if (name === 'token' && isFull) throw new Error('QuotaExceededError');
      return write(name, value);
    },
  });
  await expect(tablet.useUp(typed)).rejects.toThrow('QuotaExceededError');
  isFull = false;
  expect(await tablet.useUp(typed)).toEqual({ kind: 'kept' });
  expect(new Set(tablet.line.asked).size).toBe(1);
});
