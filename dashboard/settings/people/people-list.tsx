import { useMemo, useState } from 'preact/hooks';
import type { PersonRow } from '../../../shared/wire/manage-people.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { usePeopleWords } from '../../text/use-people-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { INVITE, type PeopleProps } from './people-page.tsx';

/** Everybody of the scope; those who have left stand there when they are asked for. */
export function PeopleList(props: PeopleProps) {
  const { list, fresh, moved, go } = props;
  const { people, language, say } = usePeopleWords();
  const [withClosed, setWithClosed] = useState(false);
  const closed = list.people.filter((row) => row.closed).length;
  const rows = list.people.filter((row) => withClosed || !row.closed);
  const columns = useMemo((): readonly ListColumn<PersonRow>[] => {
    const { columns: titles, roles, state } = people;
    const sayState = (row: PersonRow) => (row.closed ? state.closed : state.active);
    return [
      {
        key: 'name',
        title: titles.name,
        show: (row) => (
          <>
            <PageLink page={{ kind: 'people', id: row.id }} go={go}>
              {row.name}
            </PageLink>
            {row.isSelf && <span class="aside"> {people.self}</span>}
          </>
        ),
        sortBy: ({ name }) => name,
      },
      { key: 'login', title: titles.login, show: ({ login }) => login, sortBy: ({ login }) => login },
      {
        key: 'role',
        title: titles.role,
        show: ({ role }) => <span class="one-word">{roles[role].name}</span>,
        sortBy: ({ role }) => roles[role].name,
      },
      {
        key: 'unit',
        title: titles.unit,
        show: ({ unit }) => say(unit.name),
        sortBy: ({ unit }) => say(unit.name),
      },
      {
        key: 'factor',
        title: titles.factor,
        show: (row) => sayFactor(row, people),
        sortBy: (row) => sayFactor(row, people),
      },
      {
        key: 'last',
        title: titles.last,
        show: ({ lastSignIn }) => (
          <span class="one-word">{lastSignIn ? writeDate(lastSignIn) : people.never}</span>
        ),
        sortBy: ({ lastSignIn }) => lastSignIn ?? '',
      },
      {
        key: 'state',
        title: titles.state,
        show: (row) => <span class="one-word">{sayState(row)}</span>,
        sortBy: sayState,
      },
    ];
  }, [people, say, go]);
  return (
    <main id="main" class="manage people-list">
      <SettingsHead title={people.title} moved={moved} go={go}>
        <p class="lead">{people.lead}</p>
      </SettingsHead>
      <p class="page-tools">
        <PageLink page={{ kind: 'people', id: INVITE }} go={go} look="act-go">
          {people.invite}
        </PageLink>
      </p>
      <FreshNotice fresh={fresh} loading={people.loading} />
      <OpenInvitations {...props} />
      <SearchableList
        caption={people.title}
        rows={rows}
        keyOf={({ id }) => id}
        columns={columns}
        textOf={(row) => `${row.name} ${row.login} ${people.roles[row.role].name} ${say(row.unit.name)}`}
        empty={people.none}
      >
        {closed > 0 && (
          <label class="tick">
            <input
              type="checkbox"
              checked={withClosed}
              onChange={(change) => setWithClosed(change.currentTarget.checked)}
            />
            <span>{people.withClosed(writeCount(closed, language))}</span>
          </label>
        )}
      </SearchableList>
    </main>
  );
}

export function sayFactor(
  { secondFactor, needsSecondFactor }: Pick<PersonRow, 'secondFactor' | 'needsSecondFactor'>,
  { factor }: ReturnType<typeof usePeopleWords>['people'],
): string {
  return secondFactor ? factor.on : needsSecondFactor ? factor.needed : factor.off;
}
