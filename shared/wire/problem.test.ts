import { expect, test } from 'vitest';
import { PROBLEMS } from './problem.ts';

const problems = Object.entries(PROBLEMS);

test('a problem code is kebab-case and its status is one of the client or of the server', () => {
  for (const [code, { status }] of problems) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status >= 400 && status < 600, code).toBe(true);
  }
});

test('there are only a handful of problems, and each says its own sentence without room for input', () => {
  expect(problems.length).toBeLessThanOrEqual(26);
  expect(new Set(problems.map(([, { title }]) => title)).size).toBe(problems.length);
  for (const [, { title }] of problems) expect(title).toMatch(/^[A-Z][^{}$%]*\.$/);
});
