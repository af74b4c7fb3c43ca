import { useState } from 'preact/hooks';
import type { InvitationRow } from '../../../shared/wire/manage-people.ts';
import { sayRefusal } from '../../text/say-refusal.ts';
import { usePeopleWords } from '../../text/use-people-words.ts';
import { writeInstant } from '../../text/write-date.ts';
import { Said, type Sentence } from '../parts/said.tsx';
import type { PeopleProps } from './people-page.tsx';

/** Links that nobody has opened yet, each with the way to make it useless: it may have gone to the wrong person. */
export function OpenInvitations({ list, link, fresh, ended }: PeopleProps) {
  const { people, language, say, words } = usePeopleWords();
  const { invitations } = people;
  const [said, setSaid] = useState<Sentence | null>(null);
  async function takeBack({ id }: InvitationRow): Promise<void> {
    const answer = await link.takeBack(id);
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    await fresh.refresh();
    if (answer.kind === 'ok') setSaid({ text: invitations.takenBack });
    else setSaid({ text: sayRefusal(answer, words), isFault: true });
  }
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
                    <button
                      type="button"
                      class="as-link"
                      aria-label={invitations.takeBackOf(line)}
                      onClick={() => void takeBack(row)}
                    >
                      {invitations.takeBack}
                    </button>
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
