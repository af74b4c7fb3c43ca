import { toHex } from '../shared/ids.ts';
import type { Deps } from './deps.ts';
import { type Audited, auditId } from './store/audit.ts';

/** A line of the audit log as of now. */
export function audited(deps: Pick<Deps, 'clock' | 'random'>, line: Omit<Audited, 'id' | 'at'>): Audited {
  const at = deps.clock();
  return { ...line, id: auditId(at, toHex(deps.random(6))), at };
}
