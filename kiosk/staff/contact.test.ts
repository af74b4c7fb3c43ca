import { expect, it } from 'vitest';
import { openOffice } from '../../tests/fakes/office.ts';
import type { Reply } from '../device/reply.ts';
import { askContact } from './contact.ts';

const apiOf = (get: () => Promise<Reply>) => ({ get, post: get });
const answer = (status: number, body: string): Reply => ({ kind: 'answer', status, body });

it('only the server’s own word says that a device is known or unknown', async () => {
  const office = await openOffice();
  const { token } = await office.enrol();
  const ask = (as: string) =>
    askContact(
      apiOf(async () => {
        const response = await office.call('/api/v1/device', { token: as });
        return answer(response.status, await response.text());
      }),
    );
  expect(await ask(token)).toEqual({ kind: 'known', serverNowMs: office.now });
  expect(await ask('x'.repeat(43))).toEqual({ kind: 'unknown-token' });
});

it.each<[string, Reply]>([
  ['silence', { kind: 'timeout' }],
  ['no network', { kind: 'unreachable' }],
  ['a portal that says 200', answer(200, '<h1>Wi-Fi</h1>')],
  ['a portal that says 401', answer(401, 'please sign in')],
  ['a server that is ill', answer(500, '{"code":"internal","status":500}')],
])('%s says nothing about the device', async (_what, reply) => {
  expect(await askContact(apiOf(async () => reply))).toEqual({ kind: 'none' });
});
