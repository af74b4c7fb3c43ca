import { describe, expect, it } from 'vitest';
import { questionnaire, settings } from '../../tests/fakes/kiosk-setup.ts';
import { memoryShelf } from '../../tests/fakes/memory-shelf.ts';
import { enrol, recallEnrolment, recallToken, refreshEnrolment, secretOf } from './enrolment.ts';
import type { Reply } from './reply.ts';
import type { ServerApi } from './server-api.ts';

const TOKEN = 't'.repeat(43);
const answer = (status: number, body: unknown): Reply => ({
  kind: 'answer',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Answers by path; a path that is not expected fails the test. */
function serverOf(answers: Record<string, Reply>): ServerApi & { asked: string[] } {
  const asked: string[] = [];
  const ask = async (path: string): Promise<Reply> => {
    asked.push(path);
    const reply = answers[path];
    if (!reply) throw new Error(`nobody expected ${path}`);
    return reply;
  };
  return { get: ask, post: ask, asked };
}

const enrolPath = '/api/v1/devices/enrol';
const questionnairePath = '/api/v1/questionnaires/sp39/1';
const good = {
  [enrolPath]: answer(200, { sys: 'sipas', token: TOKEN, settings }),
  '/api/v1/device': answer(200, { sys: 'sipas', now: 123, settings }),
  [questionnairePath]: answer(200, questionnaire),
};

describe('enrolment', () => {
  it('reads the secret behind # only', () => {
    expect(secretOf('#enrol=abcdefgh')).toBe('abcdefgh');
    expect(secretOf('#enrol=short')).toBeUndefined();
    expect(secretOf('')).toBeUndefined();
  });

  it('turns a link into a token, settings and questionnaire that survive a restart', async () => {
    const [server, shelf] = [serverOf(good), memoryShelf()];
    expect(await enrol(server, shelf, 'secret-secret')).toBe('enrolled');
    expect(await recallToken(shelf)).toBe(TOKEN);
    expect(await recallEnrolment(shelf)).toBeUndefined();
    expect((await refreshEnrolment(server, shelf, TOKEN))?.serverNowMs).toBe(123);
    expect(await recallEnrolment(shelf)).toEqual({ token: TOKEN, settings, questionnaire });
  });

  it('tells a used link from a network that answers something else', async () => {
    const result = (reply: Reply) => enrol(serverOf({ [enrolPath]: reply }), memoryShelf(), 'secret-secret');
    expect(await result(answer(403, { code: 'link-used', status: 403 }))).toBe('link-used');
    expect(await result(answer(403, 'blocked by your provider'))).toBe('unreachable');
    expect(await result(answer(200, '<html>please sign in</html>'))).toBe('unreachable');
    expect(await result({ kind: 'timeout' })).toBe('unreachable');
  });

  it('asks for a questionnaire once; a published version never changes', async () => {
    const [server, shelf] = [serverOf(good), memoryShelf()];
    await refreshEnrolment(server, shelf, TOKEN);
    await refreshEnrolment(server, shelf, TOKEN);
    expect(server.asked.filter((path) => path === questionnairePath)).toHaveLength(1);
  });

  it('keeps the old settings while the questionnaire of the new ones cannot be had', async () => {
    const shelf = memoryShelf();
    await enrol(serverOf(good), shelf, 'secret-secret');
    await refreshEnrolment(serverOf(good), shelf, TOKEN);
    const next = { ...settings, questionnaire: { id: 'sp39', version: 2 } };
    const server = serverOf({
      '/api/v1/device': answer(200, { sys: 'sipas', now: 1, settings: next }),
      // A document that is not the version asked for.
      '/api/v1/questionnaires/sp39/2': answer(200, questionnaire),
    });
    expect(await refreshEnrolment(server, shelf, TOKEN)).toBeUndefined();
    expect((await recallEnrolment(shelf))?.settings).toEqual(settings);
  });

  it('believes no answer without the mark of the system', async () => {
    const server = serverOf({ '/api/v1/device': answer(200, { now: 1, settings }) });
    expect(await refreshEnrolment(server, memoryShelf(), TOKEN)).toBeUndefined();
  });
});
