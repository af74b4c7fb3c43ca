import { createHash } from 'node:crypto';
import { MIN_N } from '../../shared/score.ts';
import type { Correction } from '../../shared/wire/certified-report.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import { canonicalJson } from '../store/certified-reports.ts';
import { besides, isParts, type Parts } from './beside-today.ts';

/**
 * Whether what is served now may be certified beside what was certified before: both stay readable, so they can be
 * subtracted. As at the release step, a figure has stood still or has ten forms more or less; in demo and training, where
 * everything is served at once, any difference will do.
 */
export function judgeCorrection(before: SurveyReport, now: SurveyReport): Correction {
  if (sayOf(before, MOVES) === sayOf(now, MOVES)) {
    const forms = Math.abs(now.received - before.received);
    return forms === 0 ? { kind: 'none' } : { kind: 'waiting', forms };
  }
  if (now.unit.tree !== 'real') return { kind: 'may' };
  const groups = new Set<string>();
  findFew('', before, now, groups);
  return groups.size === 0 ? { kind: 'may' } : { kind: 'few', groups: [...groups] };
}

/** Names a report by everything that it says but the instant at which it was read. */
export const seenOf = (report: SurveyReport): string =>
  createHash('sha256').update(sayOf(report, READING)).digest('hex');

/** Of the reading, and not of what is read; what becomes of remarks goes on when the figures have been certified. */
const READING: ReadonlySet<string> = new Set(['asOf', 'root', 'remarks']);
/** Moves without a figure that moves: how many forms wait for their release, and what says so in words. */
const MOVES: ReadonlySet<string> = new Set([...READING, 'received', 'paragraph', 'certified']);

const sayOf = (report: unknown, without: ReadonlySet<string>): string =>
  canonicalJson(report, (key) => without.has(key));

/** Figures that are told on both sides and differ by one to nine forms, or by none and are made of other ones. */
function findFew(key: string, before: unknown, now: unknown, found: Set<string>): void {
  if (Array.isArray(before)) {
    for (const [one, beside] of besides(before, now)) findFew(key, one, beside, found);
    return;
  }
  if (!isParts(before) || !isParts(now)) return;
  const [old, forms] = [formsOf(before), formsOf(now)];
  if (old !== undefined) {
    if (forms !== undefined && !isSameFigure(before, now) && Math.abs(forms - old) < MIN_N)
      found.add(typeof before['group'] === 'string' ? before['group'] : key);
    return;
  }
  for (const [part, was] of Object.entries(before)) {
    const is = now[part];
    const isCount = COUNTS.has(part) && typeof was === 'number' && typeof is === 'number';
    if (isCount && was !== is && Math.abs(is - was) < MIN_N) found.add('shown');
    if (!NEVER_BOTH.has(part)) findFew(part, was, is, found);
  }
}

/** Numbers of forms that are told by themselves. */
const COUNTS: ReadonlySet<string> = new Set(['shown', 'n']);

/** Told of one version alone where they differ (`hold-back.ts`). */
const NEVER_BOTH: ReadonlySet<string> = new Set(['items']);

/** Whether two readings of a figure are of the same answers. */
export const isSameFigure = (before: unknown, now: unknown): boolean =>
  sayOf(before, SERVED) === sayOf(now, SERVED);

/** What stands in a figure of the page that it is on. */
const SERVED: ReadonlySet<string> = new Set([...MOVES, 'shown', 'targetState', 'gap']);

/** The forms of a figure that is told, with its sums or without. */
function formsOf(part: Parts): number | undefined {
  const figure = isParts(part['score']) ? part['score'] : part;
  return typeof figure['n'] === 'number' && 'percent' in figure ? figure['n'] : undefined;
}
