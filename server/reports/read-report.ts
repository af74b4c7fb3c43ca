import { localDay } from '../../shared/period.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import type { Deps } from '../deps.ts';
import { type FigureGround, onGround } from '../figures/figure-ground.ts';
import { campaignOf, overviewSources } from '../figures/read-overview.ts';
import type { AskedFigures } from '../figures/read-question.ts';
import { ProblemError } from '../problem.ts';
import { TooBusy } from '../secrets.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { allPaperBatches } from '../store/paper-batches.ts';
import { newestRootInShort } from '../store/proofs-of-night.ts';
import { buildReport } from './build-report.ts';
import { readRemarks } from './read-remarks.ts';
import { readFields, readRespondents } from './report-cuts.ts';

type Asked = Omit<AskedFigures, 'method'>;

/** What an account may read of a report, by the method of the campaign. */
export type ReadReport = (account: Pick<StoredAccount, 'id' | 'unit'>, asked: Asked) => Promise<SurveyReport>;

/** `people`: who answered, four facets of the five that are read. */
const WHOLE = { people: true };

/** A page asks twice, a person who goes on at once again; more of one account would keep the others waiting. */
const WAITING_MOST_OF_ONE = 4;

/**
 * Reports are read one after another, on PostgreSQL too: one of a province-year takes hundreds of megabytes and the better
 * part of a second. `TooBusy` where an account has too many waiting.
 */
export function createReadReport(deps: Pick<Deps, 'store' | 'clock'>, parts = WHOLE): ReadReport {
  const waiting = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();
  return async ({ id, unit }, asked) => {
    const own = waiting.get(id) ?? 0;
    if (own >= WAITING_MOST_OF_ONE) throw new TooBusy();
    waiting.set(id, own + 1);
    const told = last.then(() => readOne(deps, unit, asked, parts));
    last = told.catch(() => {});
    try {
      return await told;
    } finally {
      const left = waiting.get(id)! - 1;
      if (left === 0) waiting.delete(id);
      else waiting.set(id, left);
    }
  };
}

/** All from one snapshot. */
function readOne(
  deps: Pick<Deps, 'store' | 'clock'>,
  account: string,
  asked: Asked,
  parts: typeof WHOLE,
): Promise<SurveyReport> {
  return onGround(deps, account, { ...asked, method: {} }, async (ground) => {
    const { read, history, unit, tree, period, form, nowMs } = ground;
    const batches = await allPaperBatches(read);
    // first what is read and let go; the page stays until all is told
    const fields = await readFields(ground, batches);
    const people = parts.people ? await readRespondents(ground) : null;
    const sources = await overviewSources(read, history, { unit, tree }, period, form, nowMs);
    return buildReport({
      page: { ...sources, method: sources.campaignMethod },
      campaign: await campaignName(ground),
      fields,
      people,
      batches,
      remarks: await readRemarks(ground),
      root: await newestRootInShort(read),
    });
  });
}

async function campaignName({ read, history, tree, unit, period, nowMs }: FigureGround) {
  const campaign = await campaignOf(read, history, tree.units, unit, { period, today: localDay(nowMs) });
  if (!campaign) throw new ProblemError('not-found');
  return campaign.name;
}
