import { useState } from 'preact/hooks';
import type { NewLink, PersonRow } from '../../../shared/wire/manage-people.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { usePeopleWords } from '../../text/use-people-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { LineField } from '../parts/form-fields.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { sayFactor } from './people-list.tsx';
import type { PeopleProps } from './people-page.tsx';
import { PersonActs } from './person-acts.tsx';
import { RoleAndUnit } from './role-and-unit.tsx';

/** One account: what is known of it, what can be changed, and what can be done about it. */
export function PersonPage({ id, ...props }: PeopleProps & { readonly id: string }) {
  const { list, fresh, moved, go } = props;
  const { people } = usePeopleWords();
  const [made, setMade] = useState<NewLink | null>(null);
  const { said, setSaid, sayAfter } = useSaid();
  const person = list.people.find((row) => row.id === id);
  const words = people.person;
  const back = { kind: 'people', name: people.title } as const;
  return (
    <main id="main" class="manage person">
      <SettingsHead title={person?.name ?? people.title} moved={moved} go={go} back={back} />
      <FreshNotice fresh={fresh} loading={people.loading} />
      <Said said={said} />
      {!person && <p class="notice">{words.gone}</p>}
      {person && (
        <>
          <PersonFacts person={person} />
          {made && (
            <LinkSheet
              key={made.address}
              made={made}
              title={words.password.made}
              told={words.password.told(person.name)}
              close={() => {
                setMade(null);
                setSaid({ text: people.link.gone });
              }}
            />
          )}
          {person.mayChange ? (
            <>
              <PersonForm {...props} person={person} />
              {!person.isSelf && (
                <PersonActs
                  {...props}
                  person={person}
                  made={setMade}
                  done={(text) => sayAfter(fresh.refresh(), text)}
                />
              )}
            </>
          ) : (
            <p class="notice">{words.notYours}</p>
          )}
        </>
      )}
    </main>
  );
}

function PersonFacts({ person }: { readonly person: PersonRow }) {
  const { people, language, say } = usePeopleWords();
  const { columns } = people;
  const facts = [
    [columns.login, person.login],
    [columns.role, people.roles[person.role].name],
    [columns.unit, say(person.unit.name)],
    [columns.factor, sayFactor(person, people)],
    [columns.last, person.lastSignIn ? writeDate(person.lastSignIn) : people.never],
    [
      columns.state,
      person.closed
        ? people.state.closed
        : person.signedIn > 0
          ? people.signedIn(writeCount(person.signedIn, language))
          : people.signedOut,
    ],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The own account keeps its role and unit: nobody shuts themselves out. */
function PersonForm({
  person,
  list,
  link,
  units,
  fresh,
  ended,
}: PeopleProps & { readonly person: PersonRow }) {
  const { people } = usePeopleWords();
  const words = people.person;
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email ?? '');
  const [place, setPlace] = useState<{ role: PersonRow['role'] | null; unit: string | null }>({
    role: person.role,
    unit: person.unit.id,
  });
  return (
    <section class="person-form">
      <h2>{words.edit}</h2>
      <SettingsForm
        go={words.save}
        send={() => link.change(person.id, { name, role: place.role!, unit: place.unit!, email })}
        done={() => {
          void fresh.refresh();
          return words.saved;
        }}
        ended={ended}
        faultWords={people.faults}
      >
        <LineField label={words.name} name="name" value={name} set={setName} />
        <LineField label={words.email} name="email" help={words.emailHelp} value={email} set={setEmail} />
        {person.isSelf ? (
          <p class="note">{words.selfNote}</p>
        ) : (
          <>
            <RoleAndUnit roles={list.mayGive} units={units} value={place} set={setPlace} />
            <p class="note">{words.signsOut}</p>
          </>
        )}
      </SettingsForm>
    </section>
  );
}
