import { useCallback, useMemo } from 'preact/hooks';
import type { TicketBatchRow } from '../../../shared/wire/codes.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import type { Page } from '../../read-page.ts';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { SearchableList } from '../parts/searchable-list.tsx';
import type { ListColumn } from '../parts/searchable-list.tsx';
import type { CodesLink } from './codes-link.ts';

interface TicketListProps {
  readonly link: CodesLink;
  readonly ended: () => void;
  readonly go: (page: Page) => void;
}

const EVERY_MS = 60_000;

/** Batches of tickets, the newest first. The tickets themselves are known to nobody any more. */
export function TicketList({ link, ended, go }: TicketListProps) {
  const { codes, language } = useCodesWords();
  const words = codes.tickets;
  const ask = useCallback((signal: AbortSignal) => link.batches(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const columns = useMemo(
    (): ListColumn<TicketBatchRow>[] => [
      {
        key: 'batch',
        title: words.batch,
        sortBy: ({ note, made }) => note || made,
        show: ({ id, note, made }) => (
          <PageLink page={{ kind: 'codes', id }} go={go}>
            {note === '' ? words.unnamed(writeDate(made)) : note}
          </PageLink>
        ),
      },
      {
        key: 'place',
        title: words.place,
        sortBy: ({ point }) => point.name[language],
        show: ({ point, counter, field }) => (
          <>
            {point.name[language]}
            {counter !== null && <b class="code-counter">{codes.counter(counter)}</b>}
            {field && <small>{field.name[language]}</small>}
          </>
        ),
      },
      {
        key: 'count',
        title: words.count,
        sortBy: ({ count }) => count,
        show: ({ count }) => writeCount(count, language),
      },
      {
        key: 'used',
        title: words.used,
        sortBy: ({ used }) => used,
        show: ({ used }) => words.usedTens(writeCount(used, language)),
      },
      {
        key: 'expires',
        title: words.expires,
        sortBy: ({ expires }) => expires,
        show: ({ state, expires }) => (
          <>
            <span class={`code-state ${state}`}>{words.states[state]}</span>
            <small>{codes.until(writeDate(expires))}</small>
          </>
        ),
      },
    ],
    [codes, language, go],
  );
  return (
    <>
      <p class="act-buttons">
        <PageLink page={{ kind: 'codes', id: 'new-tickets' }} go={go} look="act-go">
          {words.add}
        </PageLink>
      </p>
      <FreshNotice fresh={fresh} loading={codes.loading} />
      {fresh.value && (
        <SearchableList
          caption={codes.tabs.tickets}
          rows={fresh.value.toReversed()}
          keyOf={({ id }) => id}
          columns={columns}
          textOf={(row) =>
            [
              row.note,
              row.point.name[language],
              row.unit.name[language],
              row.field?.name[language] ?? '',
              words.states[row.state],
            ].join(' ')
          }
          empty={words.empty}
        />
      )}
      <p class="help">{words.tensWhy}</p>
    </>
  );
}
