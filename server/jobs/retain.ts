import { DAY_MS, dayBefore, halfMonthOf, localDay, startOfLocalDay } from '../../shared/period.ts';
import type { Said } from '../said/said.ts';
import { removeEndedTokens } from '../store/stored-tokens.ts';
import { endOldSessions } from '../store/sessions.ts';
import { removeOldAlerts } from '../store/raised-alerts.ts';
import { endOverCalls, removeOldPlans } from '../store/call-retention.ts';
import { removeOldMails } from '../store/mails.ts';
import { removeOldCases } from '../store/stored-cases.ts';
import { endOverRechecks, removeOldRechecks } from '../store/rechecks.ts';
import { reduceDossiers, removeNumbers } from '../store/dossier-retention.ts';
import { enterFacetsNow } from '../store/release-due.ts';
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
import { removeOldSilent } from '../store/silent-numbers.ts';
import type { Store, Tx } from '../store/store.ts';
import { endOldTickets } from '../store/tickets.ts';

/** Carries out the rules of retention as of a local day; says what went. Running it again does nothing. */
export async function retain(store: Store, day: string): Promise<Said> {
  const rules = await retentionRules(store.read);
  const wanted = boundaryOn(day, rules.submissionMonths);
  // a rule that was made longer brings nothing back: what is only tallied stays so
  const boundary = [wanted, await talliedOnlyUntil(store.read)].sort().at(-1)!;
  const isAny = boundary !== '' && (await isAnyUpTo(store.read, boundary));
  // they say everything of what goes
  if (isAny) await enterFacetsNow(store);
  const submissions = isAny ? await untilNone(store, (tx) => removeSubmissions(tx, boundary, day)) : 0;
  const remarks = await store.write((tx) => removeOriginals(tx, day, rules.remarkDays));
  const before = startOfLocalDay(addMonths(`${day.slice(0, 7)}-01`, -rules.auditMonths));
  const audit = await store.write((tx) => removeAudit(tx, before, day));
  const numbers = await untilNone(store, (tx) => removeNumbers(tx, day, rules.dossierPhoneDays));
  const reduced = dayBefore(addMonths(`${day.slice(0, 7)}-01`, -rules.dossierMonths));
  const dossiers = await untilNone(store, (tx) => reduceDossiers(tx, reduced, day));
  // after the numbers: a case whose number has gone ends by itself
  const cases = await store.write((tx) => endOverCalls(tx, day));
  const over = await store.write((tx) => endOverRechecks(tx, day));
  await store.write((tx) => removeOldRechecks(tx, halfMonthOf(reduced), day));
  const plans = await store.write((tx) => removeOldPlans(tx, reduced, day));
  await store.write((tx) => removeOldSilent(tx, reduced, day));
  await store.write((tx) => removeOldAlerts(tx, addMonths(day, -ALERT_MONTHS)));
  const followed = await store.write((tx) =>
    removeOldCases(tx, addMonths(`${day.slice(0, 7)}-01`, -rules.caseMonths), day),
  );
  const gone = {
    submissions,
    until: boundary,
    remarks,
    audit,
    numbers,
    dossiers,
    plans,
    followed,
    cases,
    over,
  };
  return ({ night }) => night.retained(gone);
}

/** Alerts that are over are kept for a year. */
const ALERT_MONTHS = 12;
/** Access codes that have ended stand in the list of them for a year. */
const ENDED_TOKEN_MONTHS = 12;
/** Mails that were given up, long enough for somebody to see it. */
const FAILED_MAIL_MS = 30 * DAY_MS;

/** In transactions that are short, because others wait for them. */
async function untilNone(store: Store, remove: (tx: Tx) => Promise<number>): Promise<number> {
  let removed = 0;
  for (;;) {
    const gone = await store.write(remove);
    if (gone === 0) return removed;
    removed += gone;
  }
}

/** Longest that a session lives (`server/managers/session.ts` ends them much earlier where they are used). */
const SESSION_MOST_MS = 8 * 3_600_000;

/** What can be of no use to anybody any more. */
export async function tidy(store: Store, nowMs: number): Promise<Said> {
  const limits = { idleMs: DAY_MS, absoluteMs: SESSION_MOST_MS };
  await store.write((tx) => endOldSessions(tx, nowMs, limits));
  const gone = await store.write((tx) => removeUsedUp(tx, nowMs));
  await store.write((tx) => removeOldMails(tx, nowMs - FAILED_MAIL_MS));
  await store.write((tx) => removeEndedTokens(tx, addMonths(localDay(nowMs), -ENDED_TOKEN_MONTHS)));
  const days = [localDay(nowMs), localDay(nowMs - DAY_MS)] as const;
  const batches = await store.write((tx) => endOldTickets(tx, ...days));
  return ({ night }) => night.tidied(gone, batches);
}
