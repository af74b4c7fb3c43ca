import { useCallback, useMemo } from 'preact/hooks';
import { localDay } from '../../../shared/period.ts';
import type { FieldList } from '../../../shared/wire/manage-fields.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import '../../styles/people.css';
import { useFieldsWords } from '../../text/use-fields-words.ts';
import { type Fresh, useFresh } from '../../use-fresh.ts';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { EntryPage } from './entry-page.tsx';
import { type FieldsLink, fieldsLink } from './fields-link.ts';
import { FieldLists } from './field-lists.tsx';
import { TakeListPage } from './take-list-page.tsx';

const EVERY_MS = 60_000;

export interface FieldsProps extends SettingsPageProps {
  readonly link: FieldsLink;
  readonly list: FieldList;
  readonly fresh: Fresh<FieldList>;
  readonly today: string;
}

/** What stands behind `id=` of the address: one entry, a new one, or the import. */
export const TAKE_LIST = 'list';
export const entryId = (kind: 'field' | 'procedure', code: string | null) => `${kind}:${code ?? ''}`;

/** The lists, one entry of them, or the way in of a whole list. */
export function FieldsPage(props: SettingsPageProps) {
  const { server, page, ended, moved, go, now } = props;
  const { own } = useFieldsWords();
  const link = useMemo(() => fieldsLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.list(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  if (!fresh.value) {
    return (
      <main id="main" class="manage">
        <SettingsHead title={own.title} moved={moved} go={go} />
        <FreshNotice fresh={fresh} loading={own.loading} />
      </main>
    );
  }
  const known = { ...props, link, fresh, list: fresh.value, today: localDay(now()) };
  if (page.id === TAKE_LIST) return <TakeListPage {...known} />;
  const [kind, ...code] = (page.id ?? '').split(':');
  if (kind !== 'field' && kind !== 'procedure') return <FieldLists {...known} />;
  return <EntryPage key={page.id} {...known} kind={kind} code={code.join(':') || null} />;
}
