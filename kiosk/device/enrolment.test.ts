import { describe, expect, it } from 'vitest';
import { questionnaire, settings } from '../../tests/fakes/kiosk-setup.ts';
import { memoryShelf } from '../../tests/fakes/memory-shelf.ts';
import { keepEnrolled, recallEnrolment, recallSettings, recallToken, refreshEnrolment } from './enrolment.ts';
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

const questionnairePath = '/api/v1/questionnaires/sp39/1';
const good = {
  '/api/v1/device': answer(200, { sys: 'sipas', now: 123, settings }),
  [questionnairePath]: answer(200, questionnaire),
};

describe('enrolment', () => {
  it('token, settings and questionnaire survive a restart; without the last the device does not collect yet', async () => {
    const [server, shelf] = [serverOf(good), memoryShelf()];
    await keepEnrolled(shelf, { token: TOKEN, settings });
    expect([await recallToken(shelf), await recallSettings(shelf)]).toEqual([TOKEN, settings]);
    expect(await recallEnrolment(shelf)).toBeUndefined();
    expect((await refreshEnrolment(server, shelf, TOKEN))?.serverNowMs).toBe(123);
    expect(await recallEnrolment(shelf)).toEqual({ token: TOKEN, settings, questionnaire });
  });

  it('a storage that fails half-way leaves a tablet that is not enrolled', async () => {
    const shelf = memoryShelf();
    const failing = {
      ...shelf,
      write: async (name: string, value: unknown) => {
        if (name === 'token') throw new Error('QuotaExceededError');
        return shelf.write(name, value);
      },
    };
    await expect(keepEnrolled(failing, { token: TOKEN, settings })).rejects.toThrow('QuotaExceededError');
    expect(await recallToken(shelf)).toBeUndefined();
  });

  it('asks for a questionnaire once; a published version never changes', async () => {
    const [server, shelf] = [serverOf(good), memoryShelf()];
    await refreshEnrolment(server, shelf, TOKEN);
    await refreshEnrolment(server, shelf, TOKEN);
    expect(server.asked.filter((path) => path === questionnairePath)).toHaveLength(1);
  });

  it('keeps the old settings while the questionnaire of the new ones cannot be had', async () => {
    const shelf = memoryShelf();
    await keepEnrolled(shelf, { token: TOKEN, settings });
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
