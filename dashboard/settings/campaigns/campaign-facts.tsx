import type { CampaignList, CampaignView } from '../../../shared/wire/campaign-requests.ts';
import type { ScopeUnit } from '../../../shared/wire/overview.ts';
import type { CampaignWords } from '../../text/campaigns-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { channelsOf } from './campaign-fields.tsx';
import { writePeriod } from './campaign-table.tsx';

interface CampaignFactsProps {
  readonly words: CampaignWords;
  readonly campaign: CampaignView;
  readonly list: CampaignList;
  readonly units: readonly ScopeUnit[];
}

/** What a campaign that has begun says: it is read, not changed. */
export function CampaignFacts({ words, campaign, list, units }: CampaignFactsProps) {
  const { language, say, words: common } = useWords();
  const { questionnaire, covers, forms, statistic, aggregation, thresholds, planned } = campaign;
  const asked = list.questionnaires.find(
    ({ id, version }) => id === questionnaire.id && version === questionnaire.version,
  );
  const nameOf = (id: string) => {
    const unit = units.find((one) => one.id === id);
    return unit ? say(unit.name) : id;
  };
  const facts: [string, string][] = [
    [words.columns.period, writePeriod(words, campaign)],
    [words.reach, words.units(say(campaign.unitName.name), covers && covers.length)],
    ...(covers ? [[words.covers, covers.map(nameOf).join('; ')] as [string, string]] : []),
    [words.questionnaire, words.version(asked ? say(asked.title) : '', questionnaire)],
    ...(asked?.retired
      ? [[words.retired, words.retiredMore(writeDate(asked.retired))] as [string, string]]
      : []),
    [
      words.forms,
      channelsOf(common)
        .map((channel) => `${common.channels.names[channel]}: ${words.formKinds[forms[channel]]}`)
        .join('; '),
    ],
    [words.parts.how, `${words.statistics[statistic].name}; ${words.aggregations[aggregation].name}`],
    [words.watchBelow, String(thresholds.watchBelow)],
    [words.warnBelow, String(thresholds.warnBelow)],
    [words.formsBelow, writeCount(thresholds.formsBelow, language)],
    [words.columns.sample, planned ? writeCount(planned.sum, language) : words.noPlan],
  ];
  return (
    <section class="sheet">
      <h2>{words.facts}</h2>
      <dl class="plan-facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
