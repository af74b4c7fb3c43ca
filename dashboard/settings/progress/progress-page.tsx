import { useCallback } from 'preact/hooks';
import type { CampaignAbove, CampaignList } from '../../../shared/wire/campaign-requests.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import '../../styles/progress.css';
import { useProgressWords } from '../../text/use-progress-words.ts';
import { useFresh } from '../../use-fresh.ts';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { InterviewPart } from './interviews-watched.tsx';
import { ProgressPart } from './progress-part.tsx';
import { RecheckPart } from './recheck-part.tsx';

/** Campaigns change by hand: it is enough to ask when the page is opened, and now and then. */
const EVERY_MS = 600_000;

/** What has begun, the running ones first, those of the own units before those from above. */
function toWatch({ campaigns, above }: CampaignList): readonly Pick<CampaignAbove, 'id' | 'name'>[] {
  const begun = [...campaigns, ...above].filter(({ state }) => state !== 'planned');
  return [
    ...begun.filter(({ state }) => state === 'running'),
    ...begun.filter(({ state }) => state === 'ended').toReversed(),
  ];
}

/** How the collecting goes: one campaign at a time; `id` is the one that is looked at. */
export function ProgressPage(props: SettingsPageProps) {
  const { server, page, ended, moved, go } = props;
  const { own, say } = useProgressWords();
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<CampaignList>('GET', '/api/v1/campaigns', undefined, signal),
    [server],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const list = fresh.value && toWatch(fresh.value);
  const shown = list?.find(({ id }) => id === page.id) ?? list?.[0];
  return (
    <main id="main" class="manage progress">
      <SettingsHead title={own.title} moved={moved} go={go}>
        <p class="lead">{own.lead}</p>
      </SettingsHead>
      <FreshNotice fresh={fresh} loading={own.loading} />
      {list?.length === 0 && <p class="notice">{own.none}</p>}
      {shown && (
        <>
          <label class="pick progress-pick">
            <span>{own.campaign}</span>
            <select
              value={shown.id}
              onChange={(change) => go({ kind: 'progress', id: change.currentTarget.value })}
            >
              {list!.map(({ id, name }) => (
                <option key={id} value={id}>
                  {say(name)}
                </option>
              ))}
            </select>
          </label>
          <ProgressPart key={`progress ${shown.id}`} {...props} id={shown.id} />
          <InterviewPart key={`interviews ${shown.id}`} {...props} id={shown.id} />
        </>
      )}
      <RecheckPart {...props} />
    </main>
  );
}
