import { useCallback, useMemo, useState } from 'preact/hooks';
import { hasRight } from '../../../shared/role-rights.ts';
import type { PaperBatchRow } from '../../../shared/wire/paper.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import '../../styles/codes.css';
import '../../styles/paper-forms.css';
import { namePeriod } from '../../text/name-period.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import type { Sentence } from '../parts/said.tsx';
import { SearchableList } from '../parts/searchable-list.tsx';
import type { ListColumn } from '../parts/searchable-list.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { DecidePage } from './decide-page.tsx';
import { KeyingPage } from './keying-page.tsx';
import { MakePaperBatch } from './make-paper-batch.tsx';
import { PaperBatchPage } from './paper-batch-page.tsx';
import { paperLink, periodOf } from './paper-link.ts';
import type { PaperPageProps } from './paper-link.ts';
import { SecondPage } from './second-page.tsx';

const EVERY_MS = 60_000;
const NEW = 'new';

/**
 * Forms on paper. The page's `id` is a batch, or what is done with it: `K7M2QX.key`, `K7M2QX.again.3`, `K7M2QX.paper.3`;
 * null is the list of batches.
 */
export function PaperPage(props: SettingsPageProps) {
  const { page, server } = props;
  const link = useMemo(() => paperLink(server), [server]);
  const [said, setSaid] = useState<Sentence | null>(null);
  const shared = { ...props, link, said, setSaid };
  if (page.id === null) return <Batches {...shared} />;
  if (page.id === NEW) return <MakePaperBatch {...shared} />;
  const [id = '', act, number] = page.id.split('.');
  if (act === 'key') return <KeyingPage {...shared} id={id} />;
  if (act === 'again') return <SecondPage {...shared} id={id} number={Number(number)} />;
  if (act === 'paper') return <DecidePage {...shared} id={id} number={Number(number)} />;
  return <PaperBatchPage {...shared} id={id} />;
}

function Batches({ link, account, go, moved, ended }: PaperPageProps) {
  const { paper, language } = usePaperWords();
  const ask = useCallback((signal: AbortSignal) => link.batches(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const columns = useMemo(
    (): ListColumn<PaperBatchRow>[] => [
      {
        key: 'batch',
        title: paper.columns.batch,
        sortBy: ({ id }) => id,
        show: ({ id, note }) => (
          <>
            <PageLink page={{ kind: 'paper', id }} go={go}>
              {id}
            </PageLink>
            {note !== '' && <small>{note}</small>}
          </>
        ),
      },
      {
        key: 'place',
        title: paper.columns.place,
        sortBy: ({ point }) => point.name[language],
        show: ({ point, unit }) => (
          <>
            {point.name[language]}
            <small>{unit.name[language]}</small>
          </>
        ),
      },
      {
        key: 'period',
        title: paper.columns.period,
        sortBy: ({ halfMonth }) => halfMonth,
        show: ({ halfMonth }) => namePeriod(periodOf(halfMonth), language),
      },
      {
        key: 'form',
        title: paper.columns.form,
        sortBy: ({ form }) => form,
        show: ({ form, language: spoken }) => `${paper.shortForms[form]} · ${paper.languages[spoken]}`,
      },
      ...(['printed', 'returned', 'valid'] as const).map(
        (key): ListColumn<PaperBatchRow> => ({
          key,
          title: paper.columns[key],
          sortBy: (row) => row[key],
          show: (row) => writeCount(row[key], language),
        }),
      ),
      {
        key: 'state',
        title: paper.columns.state,
        sortBy: ({ closed }) => closed ?? '',
        show: ({ closed }) => (
          <span class={closed === null ? 'code-state active' : 'code-state ended'}>
            {closed === null ? paper.open : paper.closed(writeDate(closed))}
          </span>
        ),
      },
    ],
    [paper, language, go],
  );
  return (
    <main id="main" class="manage paper-forms">
      <PageHead title={paper.title} moved={moved}>
        <p class="lead">{paper.lead}</p>
      </PageHead>
      {hasRight(account, 'organise') && (
        <p class="act-buttons">
          <PageLink page={{ kind: 'paper', id: NEW }} go={go} look="act-go">
            {paper.add}
          </PageLink>
        </p>
      )}
      <FreshNotice fresh={fresh} loading={paper.loading} />
      {fresh.value && (
        <SearchableList
          caption={paper.list}
          rows={fresh.value}
          keyOf={({ id }) => id}
          columns={columns}
          textOf={({ id, note, point, unit }) =>
            [id, note, point.name[language], unit.name[language]].join(' ')
          }
          empty={paper.none}
        />
      )}
    </main>
  );
}
