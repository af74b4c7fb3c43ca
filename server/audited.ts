import { toHex } from '../shared/ids.ts';
import type { Deps } from './deps.ts';
import type { Audited } from './store/audit.ts';

/** A line of the audit log as of now. Ids sort by time, so that a page of the log goes on where the one before ended. */
export function audited(deps: Pick<Deps, 'clock' | 'random'>, line: Omit<Audited, 'id' | 'at'>): Audited {
  const at = deps.clock();
  return { ...line, id: `${at.toString(16).padStart(12, '0')}-${toHex(deps.random(6))}`, at };
}
