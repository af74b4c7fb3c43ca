import { hasRight, type Right } from '../shared/role-rights.ts';
import type { Role } from '../shared/wire/overview.ts';
import { ProblemError } from './problem.ts';

/** Ends the request with `forbidden` where the role lacks the right. */
export function requireRight(account: { readonly role: Role }, right: Right): void {
  if (!hasRight(account, right)) throw new ProblemError('forbidden');
}
