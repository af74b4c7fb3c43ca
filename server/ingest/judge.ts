import { createHash } from 'node:crypto';
import { DAY_MS, halfDayAt, halfMonthOf, localDay } from '../../shared/period.ts';
import { isExpressSet, isFullSet } from '../../shared/rotation.ts';
import { OVERALL } from '../../shared/questionnaire.ts';
import { type Channel, isAnswered, type Submission } from '../../shared/submission.ts';
import type { BatchItem } from '../../shared/wire/batch.ts';
import type { HeldReason as QuarantineReason } from '../../shared/wire/manage.ts';
import { type Catalogue, knowsField, versionOf } from '../store/catalogue.ts';
import type { Campaign } from '../store/campaigns.ts';
import type { CounterDays } from '../store/counter-days.ts';
import type { Device } from '../store/devices.ts';
import type { WayIn } from '../store/organisation.ts';

/**
 * Who sends: a device with its dated assignments, a citizen's own phone by a walk-up code or a one-time ticket, a
 * batch of forms on paper that somebody keys, or a reviewer who vouches for what quarantine held: who had sent it is not
 * known any more.
 */
export type Sender =
  | {
      readonly kind: 'device';
      readonly device: Device;
      /** Of points that the device names without standing there: whose counters they were, by days. */
      readonly counters?: ReadonlyMap<string, readonly CounterDays[]>;
      /** Of a telephone of staff that calls: the points of its account, whose people it may call. */
      readonly called?: ReadonlySet<string>;
    }
  | {
      readonly kind: 'phone';
      readonly channel: 'qr' | 'ticket';
      readonly servicePoint: string;
      /** What is asked for there, today and yesterday. */
      readonly campaigns: readonly string[];
    }
  | { readonly kind: 'paper'; readonly servicePoint: string; readonly campaign: string }
  | { readonly kind: 'review'; readonly waived: string };

/** Who sends by a code or a ticket; undefined where nobody is asked any more. */
export function phoneBy(
  channel: 'qr' | 'ticket',
  { servicePoint }: Pick<WayIn, 'servicePoint'>,
  asked: readonly Pick<Campaign, 'id'>[],
): Sender | undefined {
  if (asked.length === 0) return undefined;
  return { kind: 'phone', channel, servicePoint, campaigns: asked.map(({ id }) => id) };
}

/** Why a submission is held in quarantine instead of being counted. */
export type HeldReason = Exclude<QuarantineReason, 'other-bytes'>;

/**
 * The business date: what the bytes say, clamped to [last time drained, now]. A future date is clamped to now. The
 * past is believed when the device knew the time; a device that never learnt the time (it may think it is
 * 1970) cannot have taken the answer before it last had nothing left to send.
 */
export function businessDate(submission: Submission, sender: Sender, nowMs: number): string {
  const byHalfMonth = submission.b.includes('/');
  const dateAt = (ms: number) => (byHalfMonth ? halfMonthOf(localDay(ms)) : halfDayAt(ms));
  const now = dateAt(nowMs);
  if (submission.b > now) return now;
  const earliest = dateAt(earliestMs(submission, sender, nowMs));
  return submission.b < earliest ? earliest : submission.b;
}

function earliestMs(submission: Submission, sender: Sender, nowMs: number): number {
  // A phone page is answered while it is open: not longer ago than yesterday.
  if (sender.kind === 'phone') return nowMs - DAY_MS;
  if (submission.tq !== 'unknown') return 0;
  if (sender.kind === 'device') return Math.min(sender.device.drained, nowMs);
  return nowMs;
}

/** The first reason why a readable submission cannot be counted; undefined when it can. */
export function reasonToHold(
  submission: Submission,
  item: BatchItem,
  sender: Sender,
  date: string,
  catalogue: Catalogue,
): HeldReason | undefined {
  const version = versionOf(catalogue, submission);
  if (!version) return 'unknown-version';
  const { questionnaire } = version;
  for (let index = 0; index < submission.it.length; index++) {
    const question = version.shape.items.get(submission.it[index]!);
    if (!question) return 'unknown-item';
    const answer = submission.a[index];
    if (typeof answer === 'number' && answer > question.width) return 'level';
  }
  // Before the overall question is answered there is no submission, only the daily counters know of the visit.
  const overall = submission.it.indexOf(OVERALL);
  if (overall < 0 || (submission.ch !== 'paper' && !isAnswered(submission.a[overall]!))) return 'not-begun';
  const isForm = submission.fm === 'full' ? isFullSet : isExpressSet;
  if (!isForm(questionnaire, submission.it)) return 'unknown-item';
  const tree = catalogue.campaigns.get(submission.c);
  if (tree === undefined || tree !== (catalogue.trees.get(submission.sp) ?? tree)) return 'unknown-campaign';
  if (submission.au !== null && !catalogue.units.has(submission.au)) return 'unknown-authority';
  if (!knowsField(catalogue, submission)) return 'unknown-field';
  const fault = senderFault(submission, sender, date, catalogue);
  if (fault) return fault;
  // the original of a remark may have gone while the submission lay aside
  if (sender.kind === 'review' && !item.remark) return undefined;
  return remarkFits(submission, item) ? undefined : 'remark';
}

/**
 * What is wrong with who sends what. It is judged first and not left to review: who had sent a submission is not
 * stored beside it, so behind any other reason a phone could speak for a kiosk, and a tablet for another place.
 */
export function senderFault(
  submission: Submission,
  sender: Sender,
  date: string,
  catalogue: Catalogue,
): HeldReason | undefined {
  const ofPhone = isOfPhone(submission);
  if (sender.kind === 'phone' && submission.ch !== sender.channel) return 'channel';
  if (sender.kind === 'paper' && submission.ch !== 'paper') return 'channel';
  if (sender.kind === 'device' && (ofPhone || !mayTake(sender.device, submission.ch))) return 'channel';
  if (sender.kind === 'review' && sender.waived === 'revoked' && ofPhone) return 'channel';
  if (sender.kind === 'device' && sender.device.state === 'retired') return 'revoked';
  if (sender.kind === 'phone' && !sender.campaigns.includes(submission.c)) return 'unknown-campaign';
  if (sender.kind === 'paper' && submission.c !== sender.campaign) return 'unknown-campaign';
  return mayStandAt(submission, sender, date, catalogue) ? undefined : 'service-point';
}

/** A person asks with the telephone of an account, face to face or by telephone; nobody does with a tablet. */
function mayTake({ account }: Device, channel: Channel): boolean {
  const isAsked = channel === 'assisted' || channel === 'call';
  return account === null ? !isAsked : isAsked;
}

/** Channels of citizens' own phones, which have no key of their own: the server seals what comes from them. */
export const isOfPhone = ({ ch }: Pick<Submission, 'ch'>) => ch === 'qr' || ch === 'ticket';

// Late data of a tablet that has moved are honest: the date decides, any day of a half-month.
function mayStandAt(submission: Submission, sender: Sender, date: string, catalogue: Catalogue): boolean {
  if (sender.kind === 'review') return catalogue.trees.has(submission.sp);
  if (sender.kind === 'phone' || sender.kind === 'paper') return submission.sp === sender.servicePoint;
  const comparable = (day: string) => (date.includes('/') ? halfMonthOf(day) : day);
  const day = date.includes('/') ? date : date.slice(0, 10);
  const holds = (from: string, to: string | null) =>
    comparable(from) <= day && (to === null || day <= comparable(to));
  const standsAt = (place: string) =>
    sender.device.assignments.some(
      ({ servicePoint, starts, ends }) => servicePoint === place && holds(starts, ends),
    );
  if (submission.ch === 'call' && sender.called?.has(submission.sp)) return true;
  // a tablet of a centre also speaks for the counters that were below it on that day
  const counters = sender.counters?.get(submission.sp) ?? [];
  return (
    standsAt(submission.sp) || counters.some(({ centre, from, to }) => holds(from, to) && standsAt(centre))
  );
}

function remarkFits(submission: Submission, item: BatchItem): boolean {
  if (!item.remark) return submission.rh === undefined;
  return submission.rh === remarkHash(item.remark.salt, item.remark.text);
}

/** `rh` of a remark: SHA-256 over the salt's 16 bytes and the remark's UTF-8 bytes. */
export function remarkHash(saltHex: string, text: string): string {
  return createHash('sha256').update(Buffer.from(saltHex, 'hex')).update(text).digest('hex');
}
