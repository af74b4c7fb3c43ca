import { useCallback, useMemo, useState } from 'preact/hooks';
import type { PlanRow } from '../../../shared/wire/call-plans.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import '../../styles/calls.css';
import '../../styles/codes.css';
import { useCallsWords } from '../../text/use-calls-words.ts';
import { writeDate, writeDates } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import type { Sentence } from '../parts/said.tsx';
import { SearchableList } from '../parts/searchable-list.tsx';
import type { ListColumn } from '../parts/searchable-list.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { callLink } from './call-link.ts';
import type { CallsPageProps } from './call-link.ts';
import { CallPlanPage } from './call-plan-page.tsx';
import { MakeCallPlan } from './make-call-plan.tsx';

const EVERY_MS = 60_000;
const NEW = 'new';

/** Interviews by telephone: plans with their progress, and the making of one. */
export function CallsPage(props: SettingsPageProps) {
  const { page, server } = props;
  const link = useMemo(() => callLink(server), [server]);
  const [said, setSaid] = useState<Sentence | null>(null);
  const shared = { ...props, link, said, setSaid };
  if (page.id === null) return <Plans {...shared} />;
  if (page.id === NEW) return <MakeCallPlan {...shared} />;
  return <CallPlanPage {...shared} id={page.id} />;
}

function Plans({ link, go, moved, ended }: CallsPageProps) {
  const { own, language } = useCallsWords();
  const fresh = useFresh(link.options, EVERY_MS, ended);
  const open = useCallback(
    ({ id, unit, queue }: PlanRow) => (
      <>
        <PageLink page={{ kind: 'calls', id }} go={go}>
          {own.queues[queue]}
        </PageLink>
        <small>{unit.name[language]}</small>
      </>
    ),
    [own, language, go],
  );
  const columns = useMemo(
    (): ListColumn<PlanRow>[] => [
      { key: 'plan', title: own.columns.plan, sortBy: ({ unit }) => unit.name[language], show: open },
      {
        key: 'days',
        title: own.columns.days,
        sortBy: ({ from }) => from,
        show: ({ from, to }) => writeDates(from, to),
      },
      ...(['drawn', 'ended', 'interviews'] as const).map(
        (key): ListColumn<PlanRow> => ({
          key,
          title: own.columns[key],
          sortBy: (row) => row[key],
          show: (row) => writeCount(row[key], language),
        }),
      ),
      {
        key: 'state',
        title: own.columns.state,
        sortBy: ({ closed }) => closed ?? '',
        show: ({ closed, ends }) => (
          <span class={closed === null ? 'code-state active' : 'code-state ended'}>
            {closed === null ? own.open(writeDate(ends)) : own.closed(writeDate(closed))}
          </span>
        ),
      },
    ],
    [own, language, open],
  );
  return (
    <main id="main" class="manage calls">
      <SettingsHead title={own.title} moved={moved} go={go}>
        <p class="lead">{own.lead}</p>
        {fresh.value && <p class="note">{own.privacy(writeCount(fresh.value.phoneDays, language))}</p>}
      </SettingsHead>
      <p class="act-buttons">
        <PageLink page={{ kind: 'calls', id: NEW }} go={go} look="act-go">
          {own.add}
        </PageLink>
      </p>
      <FreshNotice fresh={fresh} loading={own.loading} />
      {fresh.value && (
        <SearchableList
          caption={own.list}
          rows={fresh.value.plans}
          keyOf={({ id }) => id}
          columns={columns}
          textOf={({ unit, queue }) => `${own.queues[queue]} ${unit.name[language]}`}
          empty={own.none}
        />
      )}
    </main>
  );
}
