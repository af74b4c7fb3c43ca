import type { PlanAsked, PlanList, PlanPreview, PlanView } from '../../../shared/wire/call-plans.ts';
import type { ServerLink } from '../../server-link.ts';
import type { Sentence } from '../parts/said.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';

const BASE = '/api/v1/call-plans';
const plan = (id: string) => `${BASE}/${encodeURIComponent(id)}`;

/** What the pages of calls ask the server. */
export function callLink(server: ServerLink) {
  return {
    options: (signal: AbortSignal) => server.ask<PlanList>('GET', BASE, undefined, signal),
    plan: (id: string, signal: AbortSignal) => server.ask<PlanView>('GET', plan(id), undefined, signal),
    preview: (asked: PlanAsked) => server.ask<PlanPreview>('POST', `${BASE}/preview`, asked),
    make: (asked: PlanAsked) => server.ask<PlanView>('POST', BASE, asked),
    close: (id: string) => server.ask<PlanView>('POST', `${plan(id)}/close`, {}),
  };
}
export type CallLink = ReturnType<typeof callLink>;

export interface CallsPageProps extends SettingsPageProps {
  readonly link: CallLink;
  /** What was done last, said on the page that comes after it. */
  readonly said: Sentence | null;
  readonly setSaid: (said: Sentence | null) => void;
}
