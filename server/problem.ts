import type { Context } from 'hono';
import {
  type FaultAt,
  type FieldFault,
  type Problem,
  type ProblemCode,
  PROBLEMS,
} from '../shared/wire/problem.ts';

/** Ends a request with one of the named problems. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: ProblemCode, retryAfterSeconds?: number) {
    super(code);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Ends a request with `invalid`: the fields that were not taken, each with the reason. */
export class InvalidError extends ProblemError {
  readonly faults: readonly FaultAt[];
  constructor(faults: readonly FaultAt[]) {
    super('invalid');
    this.faults = faults;
  }
}

/** Ends a request of a program with the scope that its access code lacks. */
export class ScopeError extends ProblemError {
  readonly scope: string;
  constructor(scope: string) {
    super('scope-missing');
    this.scope = scope;
  }
}

/** One field that was not taken. */
export const invalid = (at: string, why: FieldFault) => new InvalidError([{ at, why }]);

/** The problem+json answer (RFC 9457). Nothing of the request is repeated in it. */
export function answerProblem(
  c: Context,
  code: ProblemCode,
  more: Pick<Problem, 'retryAfterSeconds' | 'id' | 'faults' | 'scope' | 'reasons'> = {},
) {
  const { status, title } = PROBLEMS[code];
  const problem: Problem = { type: 'about:blank', code, status, title, ...more };
  c.header('content-type', 'application/problem+json');
  c.header('cache-control', 'no-store');
  // RFC 6750: what a library for access codes looks at
  if (code === 'token-refused') c.header('www-authenticate', 'Bearer error="invalid_token"');
  if (more.scope !== undefined)
    c.header('www-authenticate', `Bearer error="insufficient_scope", scope="${more.scope}"`);
  if (more.retryAfterSeconds !== undefined) c.header('retry-after', String(more.retryAfterSeconds));
  return c.body(JSON.stringify(problem), status);
}
