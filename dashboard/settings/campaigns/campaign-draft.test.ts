import { expect, test } from 'vitest';
import type { CampaignView } from '../../../shared/wire/campaign-requests.ts';
import {
  askedOf,
  atUnit,
  type CampaignDraft,
  missingIn,
  newDraft,
  plannedIn,
  withLastDay,
} from './campaign-draft.ts';

const draft = (more: Partial<CampaignDraft> = {}): CampaignDraft => ({
  ...newDraft('province', 'sp39 1', '2027-01-01'),
  ends: '2027-06-30',
  ...more,
});
const row = { key: 0, unit: 'province', field: '', population: 2000 };

test('another unit leaves nothing chosen of the units below the one before', () => {
  const moved = atUnit(draft({ isSome: true, covers: ['nam-khe'] }), 'phu-dien');
  expect(missingIn(moved)).toEqual([]);
  expect(askedOf(moved, null)).toMatchObject({ unit: 'phu-dien', covers: null });
});

test('what is typed for a running campaign is sent with the last day that it has now', () => {
  const typed = draft({ watchBelow: 85 });
  const until = (ends: string | null) => withLastDay(typed, { ends } as CampaignView);
  expect(askedOf(until('2027-03-31'), null)).toMatchObject({
    ends: '2027-03-31',
    thresholds: { watchBelow: 85 },
  });
  expect(askedOf(until(null), null).ends).toBeNull();
});

test('an expectation is missed only by the formula that asks for it', () => {
  const slovin = draft({ hasPlan: true, expectedPercent: null, rows: [row] });
  expect(missingIn(slovin)).toEqual([]);
  expect(plannedIn(slovin)?.rows).toEqual([334]);
  expect(askedOf(slovin, null).plan?.expectedPercent).toBe(50);
  const margin = { ...slovin, formula: 'margin' } as const;
  expect(missingIn(margin)).toEqual([{ at: 'plan.expectedPercent', why: 'needed' }]);
});
