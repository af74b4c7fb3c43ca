import { useCallback, useMemo, useState } from 'preact/hooks';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { campaignsEn } from '../../text/campaigns-en.ts';
import { campaignsVi } from '../../text/campaigns-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { useFresh } from '../../use-fresh.ts';
import '../../styles/plans.css';
import { planLink } from '../plan-link.ts';
import { Said, type Sentence } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { CampaignAbout } from './campaign-about.tsx';
import { CampaignTable } from './campaign-table.tsx';

const EVERY_MS = 60_000;

/** The campaigns of the account's units; `id` is one of them, or `new`. */
export function CampaignsPage(props: SettingsPageProps) {
  const { server, page, ended, go, moved } = props;
  const { language } = useWords();
  const words = language === 'vi' ? campaignsVi : campaignsEn;
  const link = useMemo(() => planLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.campaigns(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const [said, setSaid] = useState<(Sentence & { readonly id: string | null }) | null>(null);
  const list = fresh.value;
  const campaign = list?.campaigns.find(({ id }) => id === page.id);
  const isOne = page.id !== null && list !== null && (campaign !== undefined || page.id === 'new');
  async function done(text: string, id: string | null): Promise<void> {
    // a new one must be in the list before its page can be shown
    await fresh.refresh();
    setSaid({ id, text });
    if (id !== page.id) go({ kind: 'campaigns', id });
  }
  return (
    <main id="main" class="manage">
      <SettingsHead
        title={isOne ? (campaign?.name[language] ?? words.newTitle) : words.title}
        moved={moved}
        go={go}
        {...(isOne && { back: { kind: 'campaigns', name: words.title } as const })}
      >
        <p class="lead">{isOne ? (campaign ? words.states[campaign.state] : words.newLead) : words.lead}</p>
      </SettingsHead>
      <FreshNotice fresh={fresh} loading={words.loading} />
      <Said said={said?.id === page.id ? said : null} />
      {list &&
        (isOne ? (
          <CampaignAbout
            key={page.id}
            {...props}
            words={words}
            link={link}
            list={list}
            campaign={campaign}
            done={(text, id) => void done(text, id)}
          />
        ) : (
          <CampaignTable words={words} list={list} go={go} />
        ))}
    </main>
  );
}
