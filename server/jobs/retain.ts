import { DAY_MS, localDay, startOfLocalDay } from '../../shared/period.ts';
import { endOldSessions } from '../store/accounts.ts';
import {
  addMonths,
  boundaryOn,
  isAnyUpTo,
  removeAudit,
  removeOriginals,
  removeSubmissions,
  removeUsedUp,
  retentionRules,
} from '../store/retention.ts';
import { talliedOnlyUntil } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { endOldTickets } from '../store/tickets.ts';

/** Carries out the rules of retention as of a local day; a sentence with what went. Running it again does nothing. */
export async function retain(store: Store, day: string): Promise<string> {
  const rules = await retentionRules(store.read);
  const wanted = boundaryOn(day, rules.submissionMonths);
  // a rule that was made longer brings nothing back: what is only tallied stays so
  const boundary = [wanted, await talliedOnlyUntil(store.read)].sort().at(-1)!;
  let submissions = 0;
  if (boundary !== '' && (await isAnyUpTo(store.read, boundary))) {
    for (;;) {
      const gone = await store.write((tx) => removeSubmissions(tx, boundary, day));
      if (gone === 0) break;
      submissions += gone;
    }
  }
  const remarks = await store.write((tx) => removeOriginals(tx, day, rules.remarkDays));
  const before = startOfLocalDay(addMonths(`${day.slice(0, 7)}-01`, -rules.auditMonths));
  const audit = await store.write((tx) => removeAudit(tx, before, day));
  const until = boundary === '' ? '' : ` up to ${boundary}`;
  return `Removed by age: ${submissions} submissions${until} (their tallies stay), ${remarks} originals of remarks, ${audit} lines of the audit log.`;
}

/** Longest that a session lives (`server/managers/session.ts` ends them much earlier where they are used). */
const SESSION_MOST_MS = 8 * 3_600_000;

/** What can be of no use to anybody any more. */
export async function tidy(store: Store, nowMs: number): Promise<string> {
  const limits = { idleMs: DAY_MS, absoluteMs: SESSION_MOST_MS };
  await store.write((tx) => endOldSessions(tx, nowMs, limits));
  const gone = await store.write((tx) => removeUsedUp(tx, nowMs));
  const days = [localDay(nowMs), localDay(nowMs - DAY_MS)] as const;
  const batches = await store.write((tx) => endOldTickets(tx, ...days));
  return `Old sessions ended; ${gone} links and codes removed that nobody can use any more, and the tickets of ${batches} batches that had run out.`;
}
