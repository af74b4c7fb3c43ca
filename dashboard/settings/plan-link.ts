import type { CampaignAsked, CampaignList, CampaignView } from '../../shared/wire/campaign-requests.ts';
import type { DayList, SpecialDayAsked } from '../../shared/wire/special-days.ts';
import type { TargetAsked, TargetLine, TargetList } from '../../shared/wire/target-requests.ts';
import type { ServerLink } from '../server-link.ts';

const CAMPAIGNS = '/api/v1/campaigns';
const campaign = (id: string) => `${CAMPAIGNS}/${encodeURIComponent(id)}`;
const TARGETS = '/api/v1/targets';
const DAYS = '/api/v1/days-off';

/** What the pages of campaigns, targets and days off ask the server. */
export function planLink(server: ServerLink) {
  return {
    campaigns: (signal: AbortSignal) => server.ask<CampaignList>('GET', CAMPAIGNS, undefined, signal),
    addCampaign: (asked: CampaignAsked) => server.ask<CampaignView>('POST', CAMPAIGNS, asked),
    changeCampaign: (id: string, asked: CampaignAsked) =>
      server.ask<CampaignView>('PUT', campaign(id), asked),
    endCampaign: (id: string, ends: string | null) =>
      server.ask<CampaignView>('POST', `${campaign(id)}/until`, { ends }),
    dropCampaign: (id: string, reopens: boolean) => server.ask<null>('DELETE', campaign(id), { reopens }),
    targets: (signal: AbortSignal) => server.ask<TargetList>('GET', TARGETS, undefined, signal),
    setTarget: (asked: TargetAsked) => server.ask<TargetLine>('POST', TARGETS, asked),
    days: (unit: string, signal: AbortSignal) =>
      server.ask<DayList>('GET', `${DAYS}?${new URLSearchParams({ unit })}`, undefined, signal),
    setDay: (asked: SpecialDayAsked) => server.ask<DayList>('POST', DAYS, asked),
    resetDay: (unit: string, day: string) => server.ask<DayList>('POST', `${DAYS}/reset`, { unit, day }),
  };
}

export type PlanLink = ReturnType<typeof planLink>;
