import { useState } from 'preact/hooks';
import type { CampaignList, CampaignView } from '../../../shared/wire/campaign-requests.ts';
import { PageLink } from '../../parts/page-link.tsx';
import type { CampaignWords } from '../../text/campaigns-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { DateField, TickField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import type { PlanLink } from '../plan-link.ts';
import type { SettingsPageProps } from '../settings-pages.tsx';
import {
  askedOf,
  draftOf,
  missingIn,
  newDraft,
  placeTakenOf,
  versionId,
  withLastDay,
} from './campaign-draft.ts';
import { CampaignFacts } from './campaign-facts.tsx';
import { CampaignFields } from './campaign-fields.tsx';
import { LooseFields } from './loose-fields.tsx';

interface CampaignAboutProps extends SettingsPageProps {
  readonly words: CampaignWords;
  readonly link: PlanLink;
  readonly list: CampaignList;
  /** Undefined: a new one. */
  readonly campaign: CampaignView | undefined;
  readonly done: (sentence: string, id: string | null) => void;
}

/** One campaign: everything can be changed while it is planned, some of it while it runs, nothing afterwards. */
export function CampaignAbout(props: CampaignAboutProps) {
  const { words, link, list, campaign, done, ended, units, account } = props;
  const [typed, setDraft] = useState(() => {
    const newest = list.questionnaires.findLast(({ retired }) => retired === null);
    return campaign
      ? draftOf(campaign)
      : newDraft(account.unit.id, newest ? versionId(newest) : '', list.today);
  });
  const isOpen = campaign === undefined || campaign.state === 'planned';
  const draft = isOpen ? typed : withLastDay(typed, campaign);
  const before = placeTakenOf(draft, list.campaigns, campaign);
  const asked = () => askedOf(draft, before?.id ?? null);
  const rowFaults = Object.fromEntries(
    draft.rows.map((_row, i) => [`plan.rows.${i}.unit taken`, words.rowTaken]),
  );
  return (
    <>
      {campaign && <CampaignActs {...props} campaign={campaign} />}
      {campaign && !isOpen && (
        <>
          <p class="notice">{campaign.state === 'ended' ? words.ended : words.locked}</p>
          <p class="way-back">
            <PageLink page={{ kind: 'progress', id: campaign.id }} go={props.go}>
              {words.progress}
            </PageLink>
          </p>
          <CampaignFacts words={words} campaign={campaign} list={list} units={units} />
        </>
      )}
      {campaign?.state !== 'ended' && (
        <SettingsForm
          go={words.save}
          check={() => missingIn(draft)}
          send={() => (campaign ? link.changeCampaign(campaign.id, asked()) : link.addCampaign(asked()))}
          done={({ id }) => done(words.saved, id)}
          ended={ended}
          faultWords={{ ...words.faults, ...rowFaults }}
        >
          {isOpen && (
            <CampaignFields
              words={words}
              list={list}
              units={units}
              draft={draft}
              set={setDraft}
              before={before}
            />
          )}
          <LooseFields
            words={words}
            list={list}
            units={units}
            draft={draft}
            set={setDraft}
            withName={!isOpen}
          />
        </SettingsForm>
      )}
    </>
  );
}

function CampaignActs(props: CampaignAboutProps & { readonly campaign: CampaignView }) {
  const { words, link, list, campaign, done, ended } = props;
  const { say } = useWords();
  const [isEndless, setEndless] = useState(false);
  const [ends, setEnds] = useState(campaign.ends ?? list.today);
  const [reopens, setReopens] = useState(true);
  const before = list.campaigns.find(({ id }) => id === campaign.follows);
  if (campaign.state === 'running') {
    return (
      <div class="act-list">
        <h2 class="unseen">{words.columns.state}</h2>
        <ConfirmAct
          open={words.until}
          what={<p>{words.untilWhat(campaign.ends === null ? null : writeDate(campaign.ends))}</p>}
          go={words.untilGo}
          send={() => link.endCampaign(campaign.id, isEndless ? null : ends)}
          done={() => done(words.untilDone, campaign.id)}
          ended={ended}
          faultWords={words.faults}
        >
          <TickField label={words.endless} name="endless" value={isEndless} set={setEndless} />
          {!isEndless && (
            <DateField label={words.ends} name="ends" value={ends} set={setEnds} min={list.today} />
          )}
        </ConfirmAct>
      </div>
    );
  }
  if (!campaign.mayDelete) return null;
  return (
    <div class="act-list">
      <h2 class="unseen">{words.columns.state}</h2>
      <ConfirmAct
        open={words.drop}
        what={<p>{words.dropWhat(say(campaign.name), writeDate(campaign.starts))}</p>}
        go={words.dropGo}
        danger
        send={() => link.dropCampaign(campaign.id, before !== undefined && reopens)}
        done={() => done(words.saved, null)}
        ended={ended}
      >
        {before?.ends && (
          <TickField
            label={words.reopens(say(before.name), writeDate(before.ends))}
            name="reopens"
            help={words.reopensHelp}
            value={reopens}
            set={setReopens}
          />
        )}
      </ConfirmAct>
    </div>
  );
}
