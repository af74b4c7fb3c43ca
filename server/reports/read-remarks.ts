import { CASE_TAGS } from '../../shared/case-tags.ts';
import { type Period, readPeriod } from '../../shared/period.ts';
import { MIN_N } from '../../shared/score.ts';
import type { ReportRemarks } from '../../shared/wire/survey-report.ts';
import type { FigureGround } from '../figures/figure-ground.ts';
import { subtreeOf } from '../store/organisation.ts';
import { repliesOf } from '../store/replies.ts';
import { remarksBetween } from '../store/stored-cases.ts';

/** So many of what units have published are printed. */
const REPLIES_MOST = 10;

/**
 * Of the unit and all below it. Words of people never leave here: what is printed was written and published by the office.
 * Remarks are counted in tens: a month can be subtracted from its quarter, a commune from its province, last Monday from this
 * one, and what is left would be the tag of one remark.
 */
export async function readRemarks({ read, tree, unit, period }: FigureGround): Promise<ReportRemarks> {
  const names = new Map(subtreeOf(tree.units, unit.id).map(({ id, name }) => [id, name]));
  const units = [...names.keys()];
  const remarks = await remarksBetween(read, units, period);
  const replies = (await repliesOf(read, units)).filter(
    (reply) => reply.withdrawn === null && isInside(readPeriod(reply.period), period),
  );
  return {
    count: inTens(remarks) || null,
    tags: CASE_TAGS.map((tag) => ({ tag, count: inTens(remarks.filter(({ tags }) => tags?.includes(tag))) }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count),
    replies: replies.slice(0, REPLIES_MOST).map(({ unit: at, vi, en }) => ({ unit: names.get(at)!, vi, en })),
    moreReplies: Math.max(0, replies.length - REPLIES_MOST),
  };
}

/** Full tens alone. */
const inTens = ({ length }: readonly unknown[]): number => length - (length % MIN_N);

const isInside = (part: Period | undefined, { from, to }: Period): boolean =>
  part !== undefined && part.from >= from && part.to <= to;
