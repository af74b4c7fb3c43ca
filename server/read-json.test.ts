import { Hono } from 'hono';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Problem } from '../shared/wire/problem.ts';
import { answerProblem, InvalidError, ProblemError } from './problem.ts';
import { readForm } from './read-json.ts';

const Schema = v.strictObject({
  name: v.strictObject({ vi: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(5)), en: v.string() }),
  days: v.array(v.pipe(v.string(), v.regex(/^\d+$/, 'too-early'))),
});
const app = new Hono();
app.post('/', async (c) => c.json(await readForm(c, Schema, 1_000)));
app.onError((error, c) => {
  if (error instanceof InvalidError) return answerProblem(c, error.code, { faults: error.faults });
  return answerProblem(c, error instanceof ProblemError ? error.code : 'internal');
});
const post = async (body: unknown) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await app.request('/', { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as Problem;
};

test('every field of a form that is not right is named with its reason, and nothing that was typed', async () => {
  const good = { name: { vi: 'Hồ sơ', en: 'x' }, days: ['1'] };
  expect(await post(good)).toEqual(good);
  const answer = await post({ name: { vi: ' ' }, days: ['1', 'secret'] });
  expect(answer).toMatchObject({ code: 'invalid', status: 422 });
  expect(answer.faults).toEqual([
    { at: 'name.vi', why: 'needed' },
    { at: 'name.en', why: 'needed' },
    { at: 'days.1', why: 'too-early' },
  ]);
  expect((await post({ ...good, name: { vi: 'quá dài', en: 'x' } })).faults).toEqual([
    { at: 'name.vi', why: 'too-long' },
  ]);
  expect(JSON.stringify(answer)).not.toContain('secret');
});

test('a field that we do not have, or a body that is no object, is no form of ours', async () => {
  for (const body of [{ name: { vi: 'a', en: 'b' }, days: [], typed: 1 }, 'text', null])
    expect(await post(body)).toMatchObject({ code: 'malformed' });
});
