import type {
  CampaignAbove,
  CampaignList,
  CampaignState,
  CampaignView,
} from '../../../shared/wire/campaign-requests.ts';
import { PageLink } from '../../parts/page-link.tsx';
import type { Page } from '../../read-page.ts';
import type { CampaignWords } from '../../text/campaigns-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';

interface CampaignTableProps {
  readonly words: CampaignWords;
  readonly list: CampaignList;
  readonly go: (page: Page) => void;
}

const STATES: readonly CampaignState[] = ['running', 'planned', 'ended'];

export const writePeriod = (
  words: CampaignWords,
  { starts, ends }: { readonly starts: string; readonly ends: string | null },
) => words.period(writeDate(starts), ends === null ? null : writeDate(ends));

/** All campaigns, what runs first; below them those of units above. */
export function CampaignTable({ words, list, go }: CampaignTableProps) {
  const { language, say } = useWords();
  const method = ({ statistic, aggregation }: CampaignAbove) =>
    `${words.statistics[statistic].name}; ${words.aggregations[aggregation].name}`;
  const common: ListColumn<CampaignAbove>[] = [
    {
      key: 'state',
      title: words.columns.state,
      show: ({ state }) => <span class={`state-chip ${state}`}>{words.states[state]}</span>,
      sortBy: ({ state }) => STATES.indexOf(state),
    },
    {
      key: 'period',
      title: words.columns.period,
      show: (one) => writePeriod(words, one),
      sortBy: ({ starts }) => starts,
    },
    { key: 'method', title: words.columns.method, show: method, sortBy: method },
  ];
  const columns: ListColumn<CampaignView>[] = [
    {
      key: 'name',
      title: words.columns.name,
      show: ({ id, name }) => (
        <PageLink page={{ kind: 'campaigns', id }} go={go}>
          {say(name)}
        </PageLink>
      ),
      sortBy: ({ name }) => say(name),
    },
    ...common,
    {
      key: 'unit',
      title: words.columns.unit,
      show: ({ unitName, covers }) => words.units(say(unitName.name), covers && covers.length),
      sortBy: ({ unitName }) => say(unitName.name),
    },
    {
      key: 'sample',
      title: words.columns.sample,
      show: ({ planned }) => (planned ? writeCount(planned.sum, language) : words.noPlan),
      sortBy: ({ planned }) => planned?.sum ?? 0,
    },
  ];
  const aboveColumns: ListColumn<CampaignAbove>[] = [
    {
      key: 'name',
      title: words.columns.name,
      show: ({ name }) => say(name),
      sortBy: ({ name }) => say(name),
    },
    ...common,
    { key: 'unit', title: words.columns.unit, show: ({ unitName }) => say(unitName.name) },
  ];
  const inOrder = list.campaigns.toSorted(
    (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.starts.localeCompare(a.starts),
  );
  return (
    <>
      <p class="page-tools">
        <PageLink page={{ kind: 'campaigns', id: 'new' }} go={go} look="act-go">
          {words.add}
        </PageLink>
      </p>
      <SearchableList
        caption={words.title}
        rows={inOrder}
        keyOf={({ id }) => id}
        columns={columns}
        textOf={({ name, unitName, state }) =>
          `${name.vi} ${name.en} ${say(unitName.name)} ${words.states[state]}`
        }
        empty={words.none}
      />
      {list.above.length > 0 && (
        <section class="plan-above">
          <h2>{words.above}</h2>
          <p class="note">{words.aboveLead}</p>
          <SearchableList
            caption={words.above}
            rows={list.above}
            keyOf={({ id }) => id}
            columns={aboveColumns}
            textOf={({ name, unitName }) => `${name.vi} ${name.en} ${say(unitName.name)}`}
            empty=""
          />
        </section>
      )}
    </>
  );
}
