import type { CampaignAsked } from '../shared/wire/campaign-requests.ts';
import { invalid } from './problem.ts';

/** Years ahead that anybody plans. */
const PLANNED_YEARS_MOST = 5;

/** Days that can be planned, whatever other campaigns there are. */
export function judgeDays({ starts, ends }: Pick<CampaignAsked, 'starts' | 'ends'>, today: string): void {
  if (Number(starts.slice(0, 4)) > Number(today.slice(0, 4)) + PLANNED_YEARS_MOST)
    throw invalid('starts', 'too-late');
  if (ends === null) return;
  if (ends < starts) throw invalid('ends', 'order');
  if (ends < today) throw invalid('ends', 'too-early');
}
