import { planForms, type PlanForms } from '../../../shared/sample-plan.ts';
import type { CampaignAsked, CampaignView } from '../../../shared/wire/campaign-requests.ts';
import type { FaultAt } from '../../../shared/wire/problem.ts';

export interface DraftRow {
  /** Of this page only: a row keeps what is typed while others come and go. */
  readonly key: number;
  readonly unit: string;
  readonly field: string;
  readonly population: number | null;
}

/** What stands in the form: numbers may be missing while somebody types. */
export interface CampaignDraft
  extends Omit<CampaignAsked, 'covers' | 'ends' | 'questionnaire' | 'thresholds' | 'plan' | 'follows'> {
  readonly isSome: boolean;
  readonly covers: readonly string[];
  /** `sp39 1`. */
  readonly questionnaire: string;
  readonly isEndless: boolean;
  readonly ends: string;
  readonly watchBelow: number | null;
  readonly warnBelow: number | null;
  readonly formsBelow: number | null;
  readonly hasPlan: boolean;
  readonly formula: 'slovin' | 'margin';
  readonly errorPoints: number | null;
  readonly expectedPercent: number | null;
  readonly rows: readonly DraftRow[];
  /** Takes the place of the campaign before it. */
  readonly doesFollow: boolean;
}

export const versionId = ({ id, version }: { readonly id: string; readonly version: number }) =>
  `${id} ${version}`;

export function newDraft(unit: string, questionnaire: string, starts: string): CampaignDraft {
  return {
    name: { vi: '', en: '' },
    unit,
    isSome: false,
    covers: [],
    questionnaire,
    starts,
    isEndless: false,
    ends: '',
    statistic: 'top2',
    aggregation: 'pooled',
    forms: {
      kiosk: 'express',
      qr: 'express',
      ticket: 'express',
      assisted: 'full',
      call: 'express',
      paper: 'full',
    },
    watchBelow: 90,
    warnBelow: 80,
    formsBelow: 0,
    hasPlan: false,
    formula: 'slovin',
    errorPoints: 5,
    expectedPercent: 50,
    rows: [],
    doesFollow: false,
  };
}

export function draftOf(campaign: CampaignView): CampaignDraft {
  const { name, unit, covers, starts, ends, statistic, aggregation, forms, thresholds, plan } = campaign;
  return {
    ...newDraft(unit, versionId(campaign.questionnaire), starts),
    name,
    isSome: covers !== null,
    covers: covers ?? [],
    isEndless: ends === null,
    ends: ends ?? '',
    statistic,
    aggregation,
    forms,
    ...thresholds,
    doesFollow: campaign.follows !== null,
    hasPlan: plan !== null,
    ...(plan && {
      formula: plan.formula,
      errorPoints: plan.errorPoints,
      expectedPercent: plan.expectedPercent,
      rows: plan.rows.map(({ unit: of, field, population }, key) => ({
        key,
        unit: of,
        field: field ?? '',
        population,
      })),
    }),
  };
}

/** Another unit has others below it: which of them are covered is asked anew. */
export const atUnit = (draft: CampaignDraft, unit: string): CampaignDraft => ({
  ...draft,
  unit,
  isSome: false,
  covers: [],
});

/** The last day of a campaign that has begun is set by an act of its own, beside the form. */
export const withLastDay = (draft: CampaignDraft, { ends }: CampaignView): CampaignDraft => ({
  ...draft,
  isEndless: ends === null,
  ends: ends ?? '',
});

/** Slovin's formula expects nothing, and its form does not ask. */
const expectedIn = ({ formula, expectedPercent }: CampaignDraft) =>
  formula === 'margin' ? expectedPercent : 50;

const isNumber = (value: number | null): value is number => value !== null && !Number.isNaN(value);

/** Numbers that are missing or none: the server would only say that what was sent is no campaign. */
export function missingIn(draft: CampaignDraft): FaultAt[] {
  const { watchBelow, warnBelow, formsBelow, errorPoints } = draft;
  const numbers: [string, number | null][] = [
    ['thresholds.watchBelow', watchBelow],
    ['thresholds.warnBelow', warnBelow],
    ['thresholds.formsBelow', formsBelow],
    ...(draft.hasPlan
      ? ([
          ['plan.errorPoints', errorPoints],
          ['plan.expectedPercent', expectedIn(draft)],
          ...draft.rows.map(({ population }, i) => [`plan.rows.${i}.population`, population]),
        ] as [string, number | null][])
      : []),
  ];
  const faults = numbers
    .filter(([, value]) => !isNumber(value))
    .map(([at, value]): FaultAt => ({ at, why: value === null ? 'needed' : 'wrong' }));
  if (draft.starts === '') faults.push({ at: 'starts', why: 'needed' });
  if (!draft.isEndless && draft.ends === '') faults.push({ at: 'ends', why: 'needed' });
  if (draft.isSome && draft.covers.length === 0) faults.push({ at: 'covers', why: 'needed' });
  return faults;
}

const numberOf = (value: number | null) => (isNumber(value) ? value : 0);

/** What the plan in the form asks for; null while error or expectation make no sense. */
export function plannedIn(draft: CampaignDraft): PlanForms | null {
  const { formula, errorPoints, rows } = draft;
  const expectedPercent = expectedIn(draft);
  const isPercent = isNumber(expectedPercent) && expectedPercent >= 1 && expectedPercent <= 99;
  if (!isNumber(errorPoints) || errorPoints < 1 || errorPoints > 20 || !isPercent) return null;
  const whole = rows.map((row) => ({
    ...row,
    population: Math.max(0, Math.floor(numberOf(row.population))),
  }));
  return planForms({ formula, errorPoints, expectedPercent, rows: whole });
}

export function askedOf(draft: CampaignDraft, follows: string | null): CampaignAsked {
  const [id = '', version] = draft.questionnaire.split(' ');
  return {
    name: draft.name,
    unit: draft.unit,
    covers: draft.isSome ? [...draft.covers] : null,
    questionnaire: { id, version: Number(version) },
    starts: draft.starts,
    ends: draft.isEndless ? null : draft.ends,
    statistic: draft.statistic,
    aggregation: draft.aggregation,
    forms: draft.forms,
    thresholds: {
      watchBelow: numberOf(draft.watchBelow),
      warnBelow: numberOf(draft.warnBelow),
      formsBelow: numberOf(draft.formsBelow),
    },
    plan: draft.hasPlan
      ? {
          formula: draft.formula,
          errorPoints: numberOf(draft.errorPoints),
          expectedPercent: numberOf(expectedIn(draft)),
          rows: draft.rows.map(({ unit, field, population }) => ({
            unit,
            field: field === '' ? null : field,
            population: numberOf(population),
          })),
        }
      : null,
    follows: draft.doesFollow ? follows : null,
  };
}

/** The campaign that stands where this one would, without a last day or with the one that this one gave it. */
export function placeTakenOf(
  draft: CampaignDraft,
  campaigns: readonly CampaignView[],
  own: CampaignView | undefined,
): CampaignView | undefined {
  const held = draft.isSome ? draft.covers : [draft.unit];
  return campaigns.find(
    ({ id, unit, covers, ends, starts }) =>
      id !== own?.id &&
      (ends === null || id === own?.follows) &&
      starts < draft.starts &&
      (covers ?? [unit]).some((at) => held.includes(at)),
  );
}
