import { useCallback } from 'preact/hooks';
import type { CampaignProgress } from '../../shared/wire/campaign-progress.ts';
import type { CampaignList } from '../../shared/wire/campaign-requests.ts';
import { PageLink } from '../parts/page-link.tsx';
import type { Page } from '../read-page.ts';
import type { Answer, ServerLink } from '../server-link.ts';
import { useTrustWords } from '../text/use-trust-words.ts';
import { writeCount } from '../text/write-number.ts';
import { useFresh } from '../use-fresh.ts';

const ASK_EVERY_MS = 600_000;

interface PlanPartProps {
  readonly server: ServerLink;
  readonly unit: string;
  readonly ended: () => void;
  readonly go: (page: Page) => void;
}

/** The sample against its plan in a line or two; the rest stands on the page of progress. */
export function PlanPart({ server, unit, ended, go }: PlanPartProps) {
  const { own, language } = useTrustWords();
  const ask = useCallback((signal: AbortSignal) => progressOf(server, signal), [server]);
  const { value } = useFresh(ask, ASK_EVERY_MS, ended);
  const planned = value?.units.filter(({ wanted }) => wanted !== null) ?? [];
  const here = planned.find((one) => one.unit.id === unit);
  const enough = planned.filter(({ outlook }) => outlook === 'reached' || outlook === 'enough');
  const count = (number: number) => writeCount(number, language);
  return (
    <section class="sheet" aria-labelledby="plan-title">
      <h2 id="plan-title">{own.plan.title}</h2>
      <p class="lead">{own.plan.lead}</p>
      {planned.length > 0 && (
        <p class="trust-line">{own.plan.units(count(enough.length), count(planned.length))}</p>
      )}
      {here && here.received !== null && (
        <p class="trust-line">{own.plan.unit(count(here.received), count(here.wanted!))}</p>
      )}
      <p>
        <PageLink page={{ kind: 'progress', id: value?.campaign.id ?? null }} go={go}>
          {own.plan.go}
        </PageLink>
      </p>
    </section>
  );
}

/** Of the running campaign that is nearest to the account; null where none runs. */
async function progressOf(server: ServerLink, signal: AbortSignal): Promise<Answer<CampaignProgress | null>> {
  const list = await server.ask<CampaignList>('GET', '/api/v1/campaigns', undefined, signal);
  if (list.kind !== 'ok') return list;
  const running = [...list.value.campaigns, ...list.value.above].find(({ state }) => state === 'running');
  if (!running) return { kind: 'ok', value: null };
  const address = `/api/v1/campaigns/${encodeURIComponent(running.id)}/progress`;
  return server.ask<CampaignProgress>('GET', address, undefined, signal);
}
