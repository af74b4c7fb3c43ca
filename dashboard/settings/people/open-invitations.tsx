import { usePeopleWords } from '../../text/use-people-words.ts';
import { writeInstant } from '../../text/write-date.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import type { PeopleProps } from './people-page.tsx';

/** Links that nobody has opened yet, each with the way to make it useless: it may have gone to the wrong person. */
export function OpenInvitations({ list, link, fresh, ended }: PeopleProps) {
  const { people, language, say } = usePeopleWords();
  const { invitations } = people;
  const { said, sayAfter } = useSaid();
  return (
    <>
      <Said said={said} />
      {list.invitations.length > 0 && (
        <section class="open-invitations">
          <h2>{invitations.title}</h2>
          <ul>
            {list.invitations.map((row) => {
              const line = invitations.line(people.roles[row.role].name, say(row.unit.name));
              return (
                <li key={row.id}>
                  <span>
                    <b>{line}</b> {invitations.until(writeInstant(row.expires, language))}
                  </span>
                  {row.mayChange && (
                    <ConfirmAct
                      danger
                      open={invitations.takeBack}
                      label={invitations.takeBackOf(line)}
                      what={<p>{invitations.takeBackWhat(line)}</p>}
                      go={invitations.takeBack}
                      send={() => link.takeBack(row.id)}
                      done={() => sayAfter(fresh.refresh(), invitations.takenBack)}
                      ended={ended}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
