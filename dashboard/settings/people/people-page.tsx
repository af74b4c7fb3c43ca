import { useCallback, useMemo } from 'preact/hooks';
import type { People } from '../../../shared/wire/manage-people.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import '../../styles/people.css';
import { usePeopleWords } from '../../text/use-people-words.ts';
import { type Fresh, useFresh } from '../../use-fresh.ts';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { InvitePage } from './invite-page.tsx';
import { PeopleList } from './people-list.tsx';
import { type PeopleLink, peopleLink } from './people-link.ts';
import { PersonPage } from './person-page.tsx';

const EVERY_MS = 60_000;
/** Not the id of an account: those are UUIDs. */
export const INVITE = 'invite';

export interface PeopleProps extends SettingsPageProps {
  readonly link: PeopleLink;
  readonly list: People;
  readonly fresh: Fresh<People>;
}

/** All accounts of the scope, one of them, or the invitation of another one. */
export function PeoplePage(props: SettingsPageProps) {
  const { server, page, ended, moved, go } = props;
  const { people } = usePeopleWords();
  const link = useMemo(() => peopleLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.list(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  if (!fresh.value) {
    return (
      <main id="main" class="manage">
        <SettingsHead title={people.title} moved={moved} go={go} />
        <FreshNotice fresh={fresh} loading={people.loading} />
      </main>
    );
  }
  const known = { ...props, link, fresh, list: fresh.value };
  if (page.id === null) return <PeopleList {...known} />;
  if (page.id === INVITE) return <InvitePage {...known} />;
  return <PersonPage key={page.id} {...known} id={page.id} />;
}
